/// The part that a person plays in a sentence, compared with the part that the question asks for.
extension MatchedSentence {
  /// Returns the evidence from roles beside a name: `the architect, Jo Tan`, `Ann Poe (chair)`,
  /// `Inge Holm, the mayor`.
  ///
  /// If the question asks for a role, only that role counts for the name, and another one counts
  /// against it.
  func roleFit(_ piece: Range<Int>) -> Double {
    let asked = question.terms.indices.contains { question.terms[$0].isRole }
    var fit = 0.0
    func consider(_ role: Int, _ bonus: Double) {
      let isAsked = term(at: role).map { question.terms[$0].isRole } ?? false
      fit = isAsked ? max(fit, 0.6) : asked ? min(fit, -0.4) : max(fit, bonus)
    }
    if let role = roleBefore(piece.lowerBound) { consider(role, 0.3) }
    if let role = roleBehind(piece.upperBound) { consider(role, 0.3) }
    return fit
  }

  /// Returns the role directly before a name, possibly with a comma in between: `mayor Eva Holm`.
  private func roleBefore(_ start: Int) -> Int? {
    guard start > 0, isRole(start - 1) else { return nil }
    switch text.words[start].gap {
    case .space, .comma: return start - 1
    // `Architect: Rosa Mey`
    case .other:
      let end = text.words[start - 1].range.upperBound
      return text.bytes[end] == UInt8(ascii: ":") ? start - 1 : nil
    default: return nil
    }
  }

  /// Returns the role within three words after a comma or a bracket that follows a name.
  private func roleBehind(_ end: Int) -> Int? {
    guard end < text.words.count, [.comma, .parenthesis].contains(text.words[end].gap) else {
      return nil
    }
    for index in end..<min(end + 3, text.words.count) {
      if index > end, text.words[index].gap != .space { return nil }
      // `the mayor, Eva Holm, thanked the architect, Jo Tan`: this role belongs to the next name.
      if isRole(index), !text.words[index].isCapitalized {
        let next = index + 1
        let belongsToNext =
          text.words[end].gap == .comma && next < text.words.count
          && text.words[next].isCapitalized && [.space, .comma].contains(text.words[next].gap)
        return belongsToNext ? nil : index
      }
    }
    return nil
  }

  private func isRole(_ index: Int) -> Bool {
    if text.word(index, is: .role) { return true }
    return term(at: index).map { question.terms[$0].isRole } ?? false
  }

  /// Returns the evidence from voice: the agent precedes an active verb or follows *by*, and the
  /// patient follows an active verb or precedes a passive one.
  func voiceFit(_ piece: Range<Int>) -> Double {
    guard expected.part != .unknown, let verb = verb(nearestTo: piece) else { return 0 }
    let isPassive = self.isPassive(verb)
    let part: ExpectedAnswer.Part
    if piece.lowerBound > verb {
      let isBehindAgentCue = (verb + 1..<piece.lowerBound).contains {
        text.word($0, is: .agentCue) && piece.lowerBound - $0 <= 4
      }
      part = isBehindAgentCue ? .agent : isPassive ? .unknown : .patient
    } else {
      part = isPassive ? .patient : .agent
    }
    if part == .unknown { return 0 }
    return part == expected.part ? 0.3 : -0.4
  }

  /// Returns the question's verb in the clause of a name, or nil if it is not there.
  private func verb(nearestTo piece: Range<Int>) -> Int? {
    let clause = self.clauseWords(around: piece)
    let verbs = clause.filter { index in
      !piece.contains(index) && (term(at: index).map { question.terms[$0].isVerb } ?? false)
        && !text.words[index].isCapitalized
    }
    return verbs.min { distance($0, piece) < distance($1, piece) }
  }

  private func distance(_ index: Int, _ piece: Range<Int>) -> Int {
    index < piece.lowerBound ? piece.lowerBound - index : index - piece.upperBound + 1
  }

  private func isPassive(_ index: Int) -> Bool {
    if text.convention == .decimalComma {
      let start = text.words[index].range.lowerBound
      return text.bytes[start...].starts(with: "di".utf8)
        || text.bytes[start...].starts(with: "ter".utf8)
    }
    return (max(0, index - 2)..<index).contains {
      Self.passiveAuxiliaries.contains(text.words[$0].key)
    }
  }

  private static let passiveAuxiliaries = [
    "was", "were", "is", "are", "been", "be", "being", "got",
  ]
  .map { WordKey($0) }
}
