import Answering
import Platform
import Retrieval

/// An answer on its way out, with what is known about it beyond its words.
struct AnsweredQuestion: Sendable, Equatable {
  /// Which question of a batch it was.
  var id: String?
  var answer: Answer
  /// Of each citation; nil where the source is not known.
  var sourceStates: [SourceState?]
  var microseconds: Int
  /// Of each citation, where it was asked for.
  var explanations: [Explanation?] = []
  /// Whether it cites all there is, so that asking for more finds no more.
  var isWhole = false
  /// What may have been meant by words that nothing supports, where it was asked for.
  var corrections: [SpellingCorrection] = []

  init(
    id: String? = nil, answer: Answer, sourceStates: [SourceState?] = [], microseconds: Int = 0,
    isWhole: Bool = false
  ) {
    self.id = id
    self.answer = answer
    self.sourceStates = sourceStates
    self.microseconds = microseconds
    self.isWhole = isWhole
  }

  /// Asks, and compares what is cited with its sources.
  static func ask(
    _ question: String, id: String? = nil, top: Int, reader: LibraryReader,
    check: SourceCheck
  ) throws(IndexError) -> Self {
    let clock = Stopwatch()
    let answer = try reader.answer(question, top: top)
    let states = answer.citations.map { check.state(of: $0) }
    return Self(
      id: id, answer: answer, sourceStates: states, microseconds: clock.microseconds)
  }

  func sourceState(ofCitationAt index: Int) -> SourceState? {
    sourceStates.indices.contains(index) ? sourceStates[index] : nil
  }

  /// Adds what may have been meant, unless the question was answered.
  mutating func correct(with reader: LibraryReader) throws(IndexError) {
    guard answer.verdict != .answered else { return }
    corrections = try reader.corrections(of: answer.missing, in: answer.question)
  }

  /// Adds why each cited passage scores as it does.
  mutating func explain(with reader: LibraryReader) throws(IndexError) {
    for citation in answer.citations {
      explanations.append(try reader.explain(answer.question, citation))
    }
  }
}
