/// Names of people, places, organizations and things.
extension MatchedSentence {
  enum NameKind { case person, place, organization, thing }

  /// Returns the name that the question asks for.
  func name(as kind: NameKind) -> AnswerSpan? {
    let names = attributed(names(as: kind))
    guard let best = nearest(names), expected.isPlural || kind == .place else {
      return nearest(names)
    }
    let list = list(around: best, of: names)
    return expected.isPlural || isJoined(list.range) ? list : best
  }

  /// Returns a whole list of names if one of them answers a question about several.
  private func list(around best: AnswerSpan, of names: [AnswerSpan]) -> AnswerSpan {
    let sorted = names.filter { $0.confidence > 0 }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    var range = best.range
    for name in sorted where name.range.lowerBound >= range.upperBound {
      guard isListGap(range.upperBound..<name.range.lowerBound) else { break }
      range = range.lowerBound..<name.range.upperBound
    }
    for name in sorted.reversed() where name.range.upperBound <= range.lowerBound {
      guard isListGap(name.range.upperBound..<range.lowerBound) else { break }
      range = name.range.lowerBound..<range.upperBound
    }
    var list = best
    list.range = range
    return list
  }

  /// Returns whether *and* joins some names: `Vik and Lund`, but not `Vik, Norway`.
  private func isJoined(_ range: Range<Int>) -> Bool {
    text.words.contains {
      $0.classes.contains(.conjunction) && $0.range.overlaps(range)
    }
  }

  /// Returns whether only commas, semicolons, *and* and titles separate two names.
  private func isListGap(_ gap: Range<Int>) -> Bool {
    guard gap.count < 16 else { return false }
    let isMarked = text.bytes[gap].allSatisfy {
      Self.listMarks.contains($0) || $0.isASCIILetter
    }
    return isMarked
      && text.words.allSatisfy {
        !gap.contains($0.range.lowerBound) || $0.classes.contains(.conjunction)
          || Self.furthermore.contains($0.key)
          || $0.isCapitalized && !$0.classes.isDisjoint(with: [.role, .honorific])
      }
  }

  private static let listMarks = Array(" ,;&.\n".utf8)

  private static let furthermore = [WordKey("serta"), WordKey("plus")]

  /// Returns the names that may be the one that the question asks for.
  func names(as kind: NameKind) -> [AnswerSpan] {
    let dateline = datelineEnd
    var names: [AnswerSpan] = []
    for mention in NameRecognizer.mentions(in: text) {
      forEachPiece(of: mention, as: kind) { piece in
        let range = range(of: piece)
        let share = range.lowerBound < dateline ? 0.4 : 1
        names.append(
          AnswerSpan(
            range: range, confidence: share * confidence(piece, as: kind, isWeak: mention.isWeak)))
      }
    }
    return names
  }

  /// Calls `body` with the pieces of a name that remain without the question's own words.
  private func forEachPiece(
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
      if var piece = trimmed(start..<index) {
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
    }
  }

  /// Returns the words without particles and conjunctions at their ends, and without leading roles
  /// and titles, or nil if no name remains.
  private func trimmed(_ words: Range<Int>) -> Range<Int>? {
    var start = words.lowerBound
    var end = words.upperBound
    while start < end, !text.words[start].isCapitalized { start += 1 }
    while end > start, !text.words[end - 1].isCapitalized, !text.words[end - 1].isNumber {
      end -= 1
    }
    while end - start > 1, text.word(start, is: [.role, .honorific]) || isArticle(start) {
      start += 1
    }
    while start < end, !text.words[start].isCapitalized { start += 1 }
    guard start < end else { return nil }
    let isName = (start..<end).contains {
      text.words[$0].range.count > 1 && !(text.isFunction($0) && end - start == 1)
        && !text.word($0, is: [.honorific, .abbreviation])
    }
    return isName ? start..<end : nil
  }

  /// Returns whether a capitalized word is not part of the name that it begins: `The`, or any
  /// function word that opens a sentence.
  private func isArticle(_ index: Int) -> Bool {
    text.isFunction(index)
      && (text.words[index].isInitial || Self.articles.contains(text.words[index].key))
  }

  private func confidence(_ piece: Range<Int>, as kind: NameKind, isWeak: Bool) -> Double {
    let words = text.words[piece]
    let before = piece.lowerBound - 1
    let isInstitution = words.contains { $0.classes.contains(.institution) }
    let isShortForm = words.count == 1 && words.allSatisfy { $0.shape == .upper }
    let isGeographic = words.contains { $0.classes.contains(.geographic) }
    var fit: Double
    switch kind {
    case .person:
      fit = 0.7
      if 2...4 ~= words.count { fit += 0.2 }
      if isInstitution { fit -= 0.4 }
      if isGeographic { fit -= 0.5 }
      if text.word(before, is: .placeCue) { fit -= 0.3 }
      if isShortForm { fit -= 0.3 }
      if text.word(before, is: [.honorific, .agentCue]) { fit += 0.3 }
      if text.word(before, is: .conjunction) { fit -= 0.1 }
      fit += roleFit(piece) + voiceFit(piece)
    case .place:
      let asksWhich = !expected.focus.isEmpty
      fit = text.word(before, is: .placeCue) ? (asksWhich ? 0.6 : 1) : 0.35
      if isGeographic { fit += 0.2 }
      // `in the hills near Vik`, `di lereng Merapi`
      if fit < 1, text.words[piece.lowerBound].gap == .space, !text.word(before, is: .function),
        text.word(before - 1, is: .placeCue)
      {
        fit += 0.5
      }
      fit += eventFit(range(of: piece))
    case .organization:
      fit = isInstitution || isShortForm ? 1 : 0.6
      if isGeographic, !isInstitution { fit -= 0.3 }
    case .thing:
      fit = 0.6
    }
    if kind != .person, isBesideFocus(piece) { fit += 0.5 }
    if isSubject(piece) { fit += kind == .person ? 0.2 : 0 }
    if isAfterCopula(before) { fit += 0.4 }
    if words.allSatisfy({ $0.classes.contains(.role) }) { fit -= 0.5 }
    if isNegated(range(of: piece)) { fit *= SentenceScore.negated }
    return max(0, isWeak && !isSubject(piece) ? fit - 0.4 : fit)
  }

  /// Returns whether the noun that the question asks for is beside a name: `film Brokeback
  /// Mountain`, `Bandara Soekarno-Hatta`.
  private func isBesideFocus(_ piece: Range<Int>) -> Bool {
    let start = piece.lowerBound > 0 ? piece.lowerBound - 1 : piece.lowerBound
    let end = min(piece.upperBound, text.words.count - 1)
    let range = text.words[start].range.lowerBound..<text.words[end].range.upperBound
    return matches.contains { question.terms[$0.term].isFocus && range.overlaps($0.range) }
  }

  /// Returns whether a name begins the sentence and precedes a copula, a bracket or a comma.
  private func isSubject(_ piece: Range<Int>) -> Bool {
    guard piece.lowerBound == 0, piece.upperBound < text.words.count else { return false }
    return text.word(piece.upperBound, is: .copula)
      || text.words[piece.upperBound].gap == .parenthesis
      || text.words[piece.upperBound].gap == .comma
  }

  /// Returns whether a name follows a copula after a word of the question: `the capital is X`,
  /// `ibukotanya adalah X`.
  private func isAfterCopula(_ before: Int) -> Bool {
    text.word(before, is: .copula) && before > 0 && isMatched(text.words[before - 1].range)
  }

  /// The end of a dateline such as `Jakarta, Kompas -`, or 0 if there is none.
  private var datelineEnd: Int {
    guard range.lowerBound == 0, let first = text.words.first, first.isCapitalized else { return 0 }
    for index in text.words.indices.dropFirst().prefix(6) {
      let word = text.words[index]
      let start = text.words[index - 1].range.upperBound
      let gap = text.bytes[start..<word.range.lowerBound]
      if gap.contains(UInt8(ascii: "-")) || gap.starts(with: [0x20, 0xE2, 0x80]) {
        let isJoined = gap.count == 1 && text.words[index - 1].gap == .space
        return isJoined ? 0 : word.range.lowerBound
      }
      guard text.words[index].isCapitalized || text.words[index].isNumber else { return 0 }
    }
    return 0
  }
}
