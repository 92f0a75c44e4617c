/// Names of people, places, organizations and things.
extension MatchedSentence {
  enum NameKind { case person, place, organization, thing }

  /// The name that was asked for.
  func name(as kind: NameKind) -> AnswerSpan? {
    nearest(
      NameRecognizer.mentions(in: text).flatMap { mention in
        pieces(of: mention).map { piece in
          AnswerSpan(
            range: text.words[piece.lowerBound].range
              .lowerBound..<text.words[
                piece.upperBound - 1
              ].range.upperBound, confidence: confidence(piece, as: kind, isWeak: mention.isWeak))
        }
      })
  }

  /// What is left of a name without the question's words and what joins them to it.
  private func pieces(of mention: Mention) -> [Range<Int>] {
    guard
      let first = text.words.firstIndex(where: {
        $0.range.lowerBound >= mention.range.lowerBound
      })
    else { return [] }
    var end = first
    while end < text.words.count, text.words[end].range.lowerBound < mention.range.upperBound {
      end += 1
    }
    var found: [Range<Int>] = []
    var start = first
    for index in first...end where index == end || isMatched(text.words[index].range) {
      if let piece = trimmed(start..<index) { found.append(piece) }
      start = index + 1
    }
    return found
  }

  /// Without particles and conjunctions at its ends, and without leading roles and titles.
  private func trimmed(_ words: Range<Int>) -> Range<Int>? {
    var start = words.lowerBound
    var end = words.upperBound
    while start < end, !text.words[start].isCapitalized { start += 1 }
    while end > start, !text.words[end - 1].isCapitalized, !text.words[end - 1].isNumber {
      end -= 1
    }
    while end - start > 1, text.word(start, is: [.role, .honorific, .function]) { start += 1 }
    while start < end, !text.words[start].isCapitalized { start += 1 }
    return start < end ? start..<end : nil
  }

  private func confidence(_ piece: Range<Int>, as kind: NameKind, isWeak: Bool) -> Double {
    let words = text.words[piece]
    let isInstitution = words.contains { $0.classes.contains(.institution) }
    let isAfterPlaceCue = text.word(piece.lowerBound - 1, is: .placeCue)
    let isShortForm = words.count == 1 && words.allSatisfy { $0.shape == .upper }
    var fit: Double
    switch kind {
    case .person:
      fit = 0.7
      if 2...4 ~= words.count { fit += 0.2 }
      if isInstitution { fit -= 0.4 }
      if isAfterPlaceCue { fit -= 0.4 }
      if isShortForm { fit -= 0.3 }
      if text.word(piece.lowerBound - 1, is: [.role, .honorific]) { fit += 0.2 }
    case .place:
      fit = isAfterPlaceCue ? 1 : 0.35
      if text.words[piece.lowerBound].gap == .comma, piece.lowerBound > 0,
        text.words[piece.lowerBound - 1].isCapitalized
      {
        fit += 0.2
      }
    case .organization:
      fit = isInstitution || isShortForm ? 1 : 0.6
    case .thing:
      fit = 0.6
    }
    if words.allSatisfy({ $0.classes.contains(.role) }) { fit -= 0.5 }
    return max(0, isWeak ? fit - 0.4 : fit)
  }
}
