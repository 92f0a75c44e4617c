import Answering
import Retrieval

extension Session {
  /// The dates or amounts about a topic, that of the last question where none is given. Later
  /// commands go back to the sentences by their numbers.
  mutating func showFacts(_ kind: FactKind, about topic: String) throws(CommandError) {
    guard let topic = topic.isEmpty ? last?.answer.question : topic else {
      return say(.noAnswerYet)
    }
    let reader = currentReader()
    let table = try asking { () throws(IndexError) in try reader.facts(kind, about: topic) }
    if isInteractive, isInterrupted { throw .interrupted }
    guard !table.facts.isEmpty else {
      if let phrase = FactMessage.nothing(kind, topic: topic).phrase { say(phrase) }
      return
    }
    let check = SourceCheck(library: library.current)
    let states = table.citations.map { check.state(of: $0) }
    remember(
      AnsweredQuestion(
        answer: Answer(
          question: topic, language: table.language, type: .other, verdict: .related,
          citations: table.citations), sourceStates: states, isWhole: true))
    output.append(FactText(typesetter: writer.typesetter).text(table, states: states) + "\n")
  }
}
