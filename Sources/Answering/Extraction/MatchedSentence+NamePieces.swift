/// The parts of names that remain without the question's own words.
extension MatchedSentence {
  /// Calls `body` with the pieces of a name that remain without the question's own words.
  func forEachPiece(
    of mention: Mention, as kind: NameKind, _ body: (Range<Int>) -> Void
  ) {
    guard
      let first = text.words.firstIndex(where: {
        $0.range.lowerBound >= mention.range.lowerBound
      })
    else { return }
    var end = first
    while end < text.words.count, text.words[end].range.lowerBound < mention.range.upperBound {
      end += 1
    }
    var start = first
    for index in first...end where index == end || parts(index, as: kind) {
      if var piece = trimmed(start..<index, as: kind),
        kind == .person || piece.contains(where: { term(at: $0) == nil })
      {
        // A family name belongs to the answer even if the question gives it: `Elsie` of `Elsie
        // Chomsky`.
        if kind == .person, index == end - 1, piece.upperBound == index,
          text.words[index].gap == .space || text.words[index].gap == .period
        {
          piece = piece.lowerBound..<end
        }
        body(piece)
      }
      start = index + 1
    }
  }

  /// Returns whether a word of a name belongs to the question and so splits the name; the noun
  /// asked for (*which universities*) does not.
  private func parts(_ index: Int, as kind: NameKind) -> Bool {
    let range = text.words[index].range
    return matches.contains {
      $0.range.overlaps(range) && (kind == .person || !question.terms[$0.term].isFocus)
        && !isOfOtherName($0.term, at: index)
    }
  }

  /// Returns whether a word of a name of the question begins another name here: the `Karang` of
  /// `Karang Taruna` for a question about Pantai Karang Biru.
  private func isOfOtherName(_ term: Int, at index: Int) -> Bool {
    let terms = question.terms
    guard terms[term].isEntity, index + 1 < text.words.count,
      text.words[index + 1].isCapitalized, text.words[index + 1].gap == .space,
      index == 0 || !text.words[index - 1].isCapitalized || text.words[index].gap != .space
    else { return false }
    let before = terms.firstIndex { $0.place == terms[term].place - 1 && $0.isEntity }
    let after = terms.firstIndex { $0.place == terms[term].place + 1 && $0.isEntity }
    return before != nil && after != nil && self.term(at: index + 1) != after
  }

  /// Returns the words without particles and conjunctions at their ends, and without leading roles
  /// and titles, or nil if no name remains.
  private func trimmed(_ words: Range<Int>, as kind: NameKind) -> Range<Int>? {
    var start = words.lowerBound
    var end = words.upperBound
    while start < end, !text.words[start].isCapitalized { start += 1 }
    while end > start, !text.words[end - 1].isCapitalized, !text.words[end - 1].isNumber {
      end -= 1
    }
    while end - start > 1, isTitle(start, before: end, as: kind) || isArticle(start) { start += 1 }
    while start < end, !text.words[start].isCapitalized { start += 1 }
    guard start < end else { return nil }
    let isName = (start..<end).contains {
      text.words[$0].range.count > 1
        && !(end - start == 1 && isCommonWord($0))
        && !text.word($0, is: [.honorific, .abbreviation, .era])
        && !(kind == .person && isDegree($0))
    }
    return isName ? start..<end : nil
  }

  /// Returns whether a word is not a name by itself, unlike an acronym that is spelled the same:
  /// `ANTARA`.
  private func isCommonWord(_ index: Int) -> Bool {
    text.isFunction(index)
      || text.word(index, is: [.function, .placeCue]) && text.words[index].shape != .upper
  }

  /// Returns whether a word precedes the name that it begins: `Pak`, `President`, and, of a person,
  /// the `Dutch` of `Dutch H. P. van Ruys`.
  private func isTitle(_ index: Int, before end: Int, as kind: NameKind) -> Bool {
    // `H. P. van Ruys`, unlike `H. Dadang`
    let isInitial =
      text.words[index].range.count == 1
      && index + 1 < end
      && (text.words[index + 1].range.count == 1 || text.word(index + 1, is: .particle))
    if isInitial || Self.givenNames.contains(text.words[index].key) { return false }
    switch kind {
    // `St. Mary's Hall`
    case .place: return text.word(index, is: .role)
    case .person:
      return text.word(index, is: [.role, .honorific])
        || text.word(index, is: .geographic) && (text.isInitialLetter(index + 1) || end - index > 2)
    case .organization, .thing: return text.word(index, is: [.role, .honorific])
    }
  }

  /// Given names that are also roles.
  private static let givenNames = ["putri", "putra"].map { WordKey($0) }

  /// Returns whether a word is a degree such as `M.Kes` or `S.Pd`.
  private func isDegree(_ index: Int) -> Bool {
    let range = text.words[index].range
    guard let point = text.bytes[range].firstIndex(of: UInt8(ascii: ".")) else { return false }
    return point > range.lowerBound && text.words[index].range.count > 3
      && text.bytes[(point + 1)..<range.upperBound].contains { !($0 &- 0x41 < 26) && $0 != 0x2E }
  }

  /// Returns whether a capitalized word is not part of the name that it begins: `The`, or any
  /// function word that opens a sentence.
  private func isArticle(_ index: Int) -> Bool {
    text.isFunction(index) && !NameRecognizer.isGivenName(text, at: index)
      && (text.words[index].isInitial || Self.articles.contains(text.words[index].key))
  }
}
