import Bytes
import Model
import Retrieval
import TextAnalysis

/// A passage with its sentences and the question's words in it.
final class PassageEvidence {
  let passage: StoredPassage
  /// The text of the passage as people read it.
  let readable: ReadableText
  /// `readable.bytes`, to which all ranges refer.
  let bytes: [UInt8]
  /// The sentences, without white space and list marks at their ends. None is empty.
  let sentences: [Range<Int>]
  /// The shapes of the sentences that are records, nil for others.
  let records: [LineShape.Kind?]
  /// The matches, in order of position.
  let matches: [TermMatch]
  /// The words that are only related to the question's, in order of position.
  let relatedMatches: [TermMatch]
  /// The words that refer to a subject that the question names, in order of position.
  let references: [TermMatch]
  /// The support for each term in title, headings and the names of folders.
  let context: [Double]
  /// The strongest match for each term in the passage.
  let support: [Double]
  /// The strongest match for each term, sentence by sentence.
  private let sentenceSupport: [Double]
  /// The strongest of ``relatedMatches`` for each term, sentence by sentence; empty if there are
  /// none.
  private let relatedSupport: [Double]
  /// The findings of the recognizers in the sentences that have been examined.
  private var answers: [(sentence: Int, answer: AnswerSpan?)] = []

  init(_ passage: StoredPassage, matcher: TermMatcher, stems: StemReader) {
    self.passage = passage
    readable = ReadableText(passage.text.utf8.span)
    let bytes = readable.bytes
    self.bytes = bytes
    let parts = SentenceSplitter.split(bytes.span)
    var sentences: [Range<Int>] = []
    var records: [LineShape.Kind?] = []
    sentences.reserveCapacity(parts.count)
    records.reserveCapacity(parts.count)
    for part in parts {
      guard let trimmed = bytes.span.trimmed(part.range) else { continue }
      sentences.append(trimmed)
      records.append(part.record)
    }
    var support = [Double](repeating: 0, count: matcher.terms.count)
    var context = support
    var matches: [TermMatch] = []
    matches.reserveCapacity(16)
    var related: [TermMatch] = []
    Self.forEachMatch(in: bytes.span, matcher, stems) { match in
      if match.isRelated { related.append(match) } else { matches.append(match) }
    }
    matcher.forEachLongForm(in: bytes.span) { longForm in
      guard !matches.contains(where: { $0.range.overlaps(longForm.range) }) else { return }
      let place = matches.firstIndex { $0.range.lowerBound > longForm.range.lowerBound }
      matches.insert(longForm, at: place ?? matches.endIndex)
    }
    for match in matches { support[match.term] = max(support[match.term], match.strength) }
    self.sentences = sentences
    self.records = records
    self.matches = matches
    relatedMatches = related
    relatedSupport =
      related.isEmpty ? [] : Self.support(of: related, in: sentences, terms: support.count)
    references = ReferenceFinder(terms: matcher.terms, bytes: bytes, matches: matches)
      .references(in: sentences) { records[$0] != nil }
    var sentenceSupport = Self.support(of: matches, in: sentences, terms: support.count)
    Self.addSupport(of: references, in: sentences, to: &sentenceSupport, terms: support.count)
    self.sentenceSupport = sentenceSupport
    for heading in passage.headings {
      Self.addSupport(of: heading.utf8.span, matcher, stems, to: &context)
    }
    if let title = passage.document.title {
      Self.addSupport(of: title.value.utf8.span, matcher, stems, to: &context)
    }
    // The names of the folders are part of the title: *the bread recipe* in `recipes/bread.txt`.
    let path = Array(passage.document.source.utf8)
    if let end = path.lastIndex(of: UInt8(ascii: "/")) {
      Self.addSupport(of: path.span.extracting(first: end), matcher, stems, to: &context)
    }
    self.support = support
    self.context = context
  }

  /// Raises the strength of each term to that of its strongest match in a text. Words that are only
  /// related do not count.
  static func addSupport(
    of text: Span<UInt8>, _ matcher: TermMatcher, _ stems: StemReader, to support: inout [Double]
  ) {
    func add(_ match: TermMatch) {
      guard !match.isRelated else { return }
      support[match.term] = max(support[match.term], match.strength)
    }
    forEachMatch(in: text, matcher, stems, add)
    matcher.forEachLongForm(in: text, add)
  }

  /// Calls `body` with each match in a text, in order of position.
  @inline(__always)
  private static func forEachMatch(
    in bytes: Span<UInt8>, _ matcher: TermMatcher, _ stems: StemReader,
    _ body: (TermMatch) -> Void
  ) {
    stems.forEachWord(of: bytes, admittedBy: matcher.filter) {
      token, surface, word, stem, root in
      if let (term, strength) = matcher.match(surface: surface, word, stem: stem, root: root) {
        body(TermMatch(term: term, range: token.range, strength: strength))
      } else if let translated = matcher.translated(word, stem: stem) {
        translated.forEachTerm { term, strength in
          body(
            TermMatch(term: term, range: token.range, strength: strength, isTranslation: true))
        }
      } else if let related = matcher.related(toStem: stem) {
        related.forEachTerm { term, strength in
          body(
            TermMatch(
              term: term, range: token.range, strength: strength, isTranslation: true,
              isRelated: true))
        }
      }
    }
  }

  /// Returns the strongest match for each sentence and term. Both inputs must be in order of
  /// position.
  private static func support(
    of matches: [TermMatch], in sentences: [Range<Int>], terms: Int
  ) -> [Double] {
    var support = [Double](repeating: 0, count: sentences.count * terms)
    addSupport(of: matches, in: sentences, to: &support, terms: terms)
    return support
  }

  /// Raises the strength of each sentence and term to that of the strongest match. Matches and
  /// sentences must be in order of position.
  private static func addSupport(
    of matches: [TermMatch], in sentences: [Range<Int>], to support: inout [Double], terms: Int
  ) {
    var sentence = 0
    for match in matches {
      let start = match.range.lowerBound
      while sentence < sentences.count, sentences[sentence].upperBound <= start { sentence += 1 }
      guard sentence < sentences.count else { break }
      guard sentences[sentence].contains(start) else { continue }
      let place = sentence * terms + match.term
      support[place] = max(support[place], match.strength)
    }
  }

  /// Returns the strongest match for a term in a sentence.
  @inline(__always)
  func support(ofTerm term: Int, inSentence sentence: Int) -> Double {
    sentenceSupport[sentence * support.count + term]
  }

  /// Returns the strongest match for a term in a sentence, or the strength of a related word if that
  /// is greater.
  @inline(__always)
  func coverage(ofTerm term: Int, inSentence sentence: Int) -> Double {
    let place = sentence * support.count + term
    guard !relatedSupport.isEmpty else { return sentenceSupport[place] }
    return max(sentenceSupport[place], relatedSupport[place])
  }

  /// Returns the sentence that introduces a sentence: the question that it answers, the line with a
  /// colon before a list, or the heads of a table; nil for other sentences.
  func leadIn(of sentence: Int) -> Int? { leadIns.isEmpty ? nil : leadIns[sentence] }

  /// The sentences that introduce others, by the sentence that they introduce; empty if there are
  /// none.
  private lazy var leadIns: [Int?] = {
    let mayIntroduce = sentences.indices.contains { index in
      let last = bytes[sentences[index].upperBound - 1]
      return records[index] != nil || last == UInt8(ascii: "?") || last == UInt8(ascii: ":")
    }
    guard mayIntroduce else { return [] }
    var leadIns: [Int?] = Array(repeating: nil, count: sentences.count)
    var leadIn: (sentence: Int, isQuestion: Bool)?
    var heads: Int?
    for index in sentences.indices.dropFirst() {
      if isRow(index) {
        if isRuleOfTable(index), isRow(index - 1) { heads = index - 1 }
        leadIns[index] = heads
        continue
      }
      if records[index] == .columns || records[index] == .list {
        if records[index - 1] != records[index] || isParagraphEnd(index - 1) {
          heads = nil
        } else if heads == nil, isHead(index - 1, of: index) {
          heads = index - 1
        }
        leadIns[index] = heads ?? (leadIn?.isQuestion == false ? leadIn?.sentence : nil)
        continue
      }
      heads = nil
      let before = sentences[index - 1]
      let last = bytes[before.upperBound - 1]
      if last == UInt8(ascii: "?") {
        leadIn = (index - 1, true)
      } else if last == UInt8(ascii: ":") || isTitleOfLabels(index - 1) {
        leadIn = (index - 1, false)
      } else if let known = leadIn {
        // An answer is a few sentences; a list ends with the next paragraph.
        if known.isQuestion ? index - known.sentence > 3 : isParagraphEnd(index - 1) {
          leadIn = nil
        }
      }
      leadIns[index] = leadIn?.sentence
    }
    return leadIns
  }()

  /// Returns whether a sentence is a short line directly above values with their labels, which names
  /// what they are of.
  private func isTitleOfLabels(_ sentence: Int) -> Bool {
    let bytes = bytes
    return records[sentence] == nil && records[sentence + 1] == .label && !isParagraphEnd(sentence)
      && !isItem(sentence + 1) && bytes[sentences[sentence].upperBound - 1].isASCIILetterOrDigit
      && bytes[sentences[sentence].upperBound..<sentences[sentence + 1].lowerBound]
        .contains(UInt8(ascii: "\n"))
      && bytes.span.wordCount(sentences[sentence]) <= 6
  }

  /// Returns the strongest match for each term in the values of the labels that a label stands among,
  /// as in a recipe's or a ship's data; nil for other sentences. A label counts only with its value:
  /// `End` is not asked for by the line `Start: 3 March`.
  func labelSupport(of sentence: Int) -> [Double]? {
    records[sentence] == .label ? labelSupport[sentence] : nil
  }

  private lazy var labelSupport: [[Double]?] = {
    var labelSupport: [[Double]?] = Array(repeating: nil, count: sentences.count)
    var first = 0
    while first < sentences.count {
      guard records[first] == .label else {
        first += 1
        continue
      }
      var end = first + 1
      while end < sentences.count, !isParagraphEnd(end - 1), isOfLabels(end) { end += 1 }
      // Each item of a list is about something else if its items have several labels.
      let isOfMaps = (first + 1..<end).contains { records[$0] == .label && !isItem($0) }
      if isOfMaps, let next = (first + 1..<end).first(where: isItem) { end = next }
      var support = [Double](repeating: 0, count: support.count)
      for index in first..<end {
        let value =
          records[index] == .label
          ? RecordFields(ofRecord: index, in: self).fields[0].cell : sentences[index]
        guard !matches(in: value).isEmpty else { continue }
        for match in matches(in: sentences[index]) {
          support[match.term] = max(support[match.term], match.strength)
        }
      }
      for index in first..<end where records[index] == .label { labelSupport[index] = support }
      first = end
    }
    return labelSupport
  }()

  /// The parts that state nothing.
  private(set) lazy var listedParts = ListedParts(bytes, heading: passage.headings.last)

  /// Returns whether a blank line follows a sentence.
  func isParagraphEnd(_ sentence: Int) -> Bool {
    guard sentence + 1 < sentences.count else { return true }
    let gap = bytes[sentences[sentence].upperBound..<sentences[sentence + 1].lowerBound]
    return gap.count(where: { $0 == UInt8(ascii: "\n") }) > 1
  }

  /// Returns the answer in a sentence, which is computed once.
  func answer(inSentence sentence: Int, by extractor: AnswerExtractor) -> AnswerSpan? {
    if let known = answers.firstIndex(where: { $0.sentence == sentence }) {
      return answers[known].answer
    }
    let answer =
      records[sentence] == nil
      ? extractor.answer(in: self, range: sentences[sentence])
      : extractor.answer(inRecord: sentence, of: self)
    answers.append((sentence, answer))
    return answer
  }

  /// Returns whether the passage, its title or its headings contain a word of the question.
  func supports(_ term: Int) -> Bool { support[term] > 0 || context[term] > 0 }

  /// Returns the matches inside a byte range.
  func matches(in range: Range<Int>) -> ArraySlice<TermMatch> {
    let first = matches.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = matches.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return matches[first..<max(first, end)]
  }

  /// Returns the matches inside a byte range, and related words for the terms without a match, in
  /// order of position.
  func matchesOrRelated(in range: Range<Int>) -> [TermMatch] {
    let matches = Array(matches(in: range))
    let others = relatedMatches.filter { related in
      range.contains(related.range.lowerBound)
        && !matches.contains { $0.term == related.term }
    }
    guard !others.isEmpty else { return matches }
    return (matches + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Returns the matches inside a byte range with the words that refer to what the question names, in
  /// order of position.
  func matchesAndReferences(in range: Range<Int>) -> [TermMatch] {
    var all = Array(matches(in: range))
    for reference in references where range.contains(reference.range.lowerBound) {
      let place = all.firstIndex { $0.range.lowerBound > reference.range.lowerBound }
      all.insert(reference, at: place ?? all.endIndex)
    }
    return all
  }

  /// Returns whether a sentence refers to a subject that the question names.
  func refersBack(_ sentence: Int) -> Bool {
    references.contains { sentences[sentence].contains($0.range.lowerBound) }
  }

  /// Returns the strongest match for each term inside a byte range.
  func support(in range: Range<Int>) -> [Double] {
    var strengths = [Double](repeating: 0, count: support.count)
    for reference in references where range.contains(reference.range.lowerBound) {
      strengths[reference.term] = max(strengths[reference.term], reference.strength)
    }
    for match in matches(in: range) {
      strengths[match.term] = max(strengths[match.term], match.strength)
    }
    return strengths
  }
}

extension Array {
  /// Returns the index of the first element that satisfies a predicate, or the end if there is
  /// none. The predicate must hold for every element after that one.
  fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
