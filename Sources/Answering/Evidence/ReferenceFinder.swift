/// Finds the words with which sentences refer to the subject of a sentence before them, and the
/// question's words that they stand for: `She` of `Edda Maric was a botanist. She died in 1938.`,
/// and the *-nya* of `Pantai Lawang dikelola desa. Tiketnya Rp7.500.`
///
/// Such a sentence is about that subject, and not about another name of the passage.
struct ReferenceFinder {
  /// The strength of a question word that another one stands for.
  static let strength = 0.8
  /// The number of words of a sentence in which its subject is looked for.
  private static let opening = 5

  let terms: [QuestionTerm]
  let bytes: [UInt8]
  /// The matches of the passage, in order of position.
  let matches: [TermMatch]

  /// Returns the references in sentences that are not records, in order of position.
  ///
  /// - Complexity: O(*s* + *m*) for *s* sentences and *m* matches; only sentences that name a subject
  ///   or are below one that does are read, and of these only the first words.
  func references(in sentences: [Range<Int>], isRecord: (Int) -> Bool) -> [TermMatch] {
    var found: [TermMatch] = []
    var subject: UInt64 = 0
    var next = matches.startIndex
    // Memory that all sentences share.
    var words: [Word] = []
    if !matches.isEmpty { words.reserveCapacity(Self.opening) }
    for index in sentences.indices {
      // Without a subject so far, only matches that are left can lead to a reference.
      guard subject != 0 || next < matches.endIndex else { break }
      let sentence = sentences[index]
      while next < matches.endIndex, matches[next].range.lowerBound < sentence.lowerBound {
        next += 1
      }
      let first = next
      while next < matches.endIndex, matches[next].range.lowerBound < sentence.upperBound {
        next += 1
      }
      let own = first..<next
      guard !isRecord(index) else {
        subject = 0
        continue
      }
      guard subject != 0 || own.contains(where: { mayBeSubject(matches[$0].term) }) else {
        continue
      }
      words.removeAll(keepingCapacity: true)
      WordScanner.forEachWord(in: bytes.span, range: sentence, atMost: Self.opening) {
        words.append($0)
      }
      let named = self.subject(among: own, words)
      guard subject != 0, let reference = reference(in: words) else {
        if named != 0 || subject != 0 && beginsWithName(words) { subject = named }
        continue
      }
      let held = own.reduce(UInt64(0)) { $0 | 1 << UInt64(matches[$1].term) }
      for term in terms.indices where subject & ~held & 1 << UInt64(term) != 0 {
        found.append(TermMatch(term: term, range: reference, strength: Self.strength))
      }
      subject |= named
    }
    return found
  }

  /// Returns whether a sentence with a term may be about what the term names.
  private func mayBeSubject(_ term: Int) -> Bool {
    guard !terms[term].isNumber else { return false }
    return terms[term].isEntity || isNoun(term)
  }

  private func isNoun(_ term: Int) -> Bool {
    !terms[term].isVerb && !terms[term].isLight && !terms[term].isFocus && !terms[term].isRole
  }

  /// Returns the terms that a sentence is about, as a mask: the names in it, and the nouns with which
  /// it begins.
  private func subject(among own: Range<Int>, _ words: [Word]) -> UInt64 {
    guard let end = words.last?.range.upperBound else { return 0 }
    var subject: UInt64 = 0
    for index in own {
      let term = matches[index].term
      guard mayBeSubject(term), terms[term].isEntity || matches[index].range.upperBound <= end
      else {
        continue
      }
      subject |= 1 << UInt64(term)
    }
    return subject
  }

  /// Returns the range of the pronoun with which a sentence begins, or which follows a time or place
  /// at its head: `In 1840 it was sold`.
  private func reference(in words: [Word]) -> Range<Int>? {
    guard let first = words.first else { return nil }
    if let suffix = possessive(first) { return suffix }
    let isAdverbial =
      first.classes.contains(.function) && !MatchedSentence.articles.contains(first.key)
    for index in words.indices {
      let word = words[index]
      if word.classes.contains(.anaphor), !Self.connectives.contains(word.key) {
        let isDemonstrative = Self.demonstratives.contains(word.key)
        // `Bendungan itu` refers as a whole; `The lake behind it` does not.
        guard index == 0 || (isDemonstrative ? index <= 2 : isAdverbial) else { return nil }
        return word.range
      }
      if index > 0, word.isCapitalized, word.classes.isDisjoint(with: [.month, .weekday]) {
        return nil
      }
    }
    return nil
  }

  /// Returns the *-nya* at the end of a word.
  private func possessive(_ word: Word) -> Range<Int>? {
    let suffix = word.range.upperBound - 3..<word.range.upperBound
    guard word.range.count > 6, bytes[suffix].elementsEqual("nya".utf8) else { return nil }
    return suffix
  }

  /// Returns whether a sentence begins with a name, which is its subject.
  private func beginsWithName(_ words: [Word]) -> Bool {
    guard let first = words.first else { return false }
    let name = first.classes.contains(.function) ? 1 : 0
    guard name + 1 < words.count, words[name].isCapitalized else { return false }
    return name > 0 && MatchedSentence.articles.contains(first.key)
      || words[name + 1].isCapitalized && words[name + 1].gap == .space
  }

  /// Words that refer to what was said rather than to its subject.
  private static let connectives = ["then", "such", "hal", "those"].map { WordKey($0) }
  private static let demonstratives = ["itu", "ini", "tersebut"].map { WordKey($0) }
}
