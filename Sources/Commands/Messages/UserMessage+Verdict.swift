import Answering

extension UserMessage {
  /// What is said of an answer before anything is quoted; nothing where it answers. `words` makes
  /// what is shown of each unsupported word.
  static func verdict(of answer: Answer, words shown: (String) -> String = { $0 }) -> [UserMessage]
  {
    guard answer.verdict != .answered else { return [] }
    var messages: [UserMessage] = []
    if !answer.missing.isEmpty {
      messages.append(.unsupported(words: answer.missing.map(shown), answer.verdict))
    } else if answer.verdict == .none {
      // Nothing was looked for, so nothing is missing.
      messages.append(.onlyCommonWords)
    }
    if answer.verdict == .related { messages.append(.onlyRelated) }
    return messages
  }
}
