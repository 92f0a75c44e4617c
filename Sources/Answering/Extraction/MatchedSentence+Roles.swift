/// The part that a person plays in a sentence, compared with the part that the question asks for.
extension MatchedSentence {
  /// Returns the evidence from voice: the agent precedes an active verb or follows *by*, and the
  /// patient follows an active verb or precedes a passive one.
  func voiceFit(_ piece: Range<Int>) -> Double {
    guard let verb = verb(nearestTo: piece) else { return 0 }
    let slot = converseSlot(of: verb)
    // *Who was taught by X?* asks for the other one.
    guard slot == nil || expected.part != .patient else { return 0 }
    if case .behind(let prepositions) = slot {
      return isBehind(prepositions, piece) ? 0.5 : -0.4
    }
    guard expected.part != .unknown || slot != nil else { return 0 }
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
    let wanted =
      slot.map { $0 == .agent ? ExpectedAnswer.Part.agent : .patient } ?? expected.part
    return part == wanted ? 0.3 : -0.4
  }

  /// Returns the place of the one asked for if a verb is the converse of the question's.
  func converseSlot(of verb: Int) -> ConverseVerbs.Slot? {
    guard let term = term(at: verb) else { return nil }
    return ConverseVerbs.slot(
      asked: question.terms[term].surface, stated: text.words[verb].key)
  }

  /// Returns whether a preposition is before a name, with at most its titles in between.
  private func isBehind(_ prepositions: [WordKey], _ name: Range<Int>) -> Bool {
    var index = name.lowerBound - 1
    while index > 0,
      text.word(index, is: [.role, .honorific]) || Self.articles.contains(text.words[index].key)
    {
      index -= 1
    }
    return index >= 0 && prepositions.contains(text.words[index].key)
  }

  /// Returns the question's verb in the clause of a name, or nil if it is not there.
  private func verb(nearestTo piece: Range<Int>) -> Int? {
    let clause = self.clauseWords(around: piece)
    let verbs = clause.filter { index in
      !piece.contains(index)
        && (term(at: index).map { question.terms[$0].isVerb } ?? false
          || converseSlot(of: index) != nil)
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
