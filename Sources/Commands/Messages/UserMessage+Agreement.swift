import Answering
import Model
import Retrieval

extension UserMessage {
  /// The words of a value, and who gives it: `[1] (2025-12-31)`.
  struct SourcedWords: Sendable, Equatable {
    var words: String
    var sources: [String]
  }

  /// What the sources of an answer say together; nil where they cannot be compared.
  init?(agreementOf answer: Answer) {
    guard let agreement = answer.agreement else { return nil }
    let values = agreement.values.map { value in
      let citations = value.citations.map { answer.citations[$0] }
      var words: [String] = []
      for text in citations.compactMap(\.answerText) where !words.contains(text) {
        words.append(text)
      }
      return (
        words,
        citations.map { citation in
          let date = CitationText.day(citation.passage.document.date?.value)
          return "[\(citation.rank)]" + (date.map { " (\($0))" } ?? "")
        }
      )
    }
    if agreement.isConflict {
      self = .sourcesDiffer(
        values.map { SourcedWords(words: $0.0.joined(separator: " = "), sources: $0.1) })
    } else {
      self = .sourcesAgree(values[0].1.count, words: values[0].0)
    }
  }
}

extension Answer {
  /// The words of a snippet that are marked as the answer: those asked for in the first, and in
  /// the others those that are compared with them.
  func markedRange(ofCitationAt index: Int) -> Range<Int>? {
    if index == 0 { return isCertain ? answerRange : nil }
    let isCompared = agreement?.values.contains { $0.citations.contains(index) } ?? false
    return isCompared ? citations[index].answer : nil
  }
}
