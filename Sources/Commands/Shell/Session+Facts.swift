import Answering
import Library
import Retrieval

extension Session {
  /// The dates or amounts about a topic, that of the last question where none is given. Later
  /// commands go back to the sentences by their numbers.
  mutating func showFacts(_ kind: FactKind, about topic: String) throws(CommandError) {
    guard let topic = topic.isEmpty ? last?.answer.question : topic else {
      return say(.noAnswerYet)
    }
    let reader = currentReader()
    let found = try asking { () throws(IndexError) in try reader.facts(kind, about: topic) }
    if isInteractive, isInterrupted { throw .interrupted }
    guard !found.table.facts.isEmpty else {
      if let phrase = FactMessage.nothing(kind, topic: topic).phrase { say(phrase) }
      return
    }
    remember(found.sentences)
    let text = FactText(typesetter: writer.typesetter)
      .text(found.table, states: found.sentences.sourceStates)
    output.append(text + "\n")
  }
}
