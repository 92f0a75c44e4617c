import Answering
import Evaluation
import Library
import Retrieval

/// The examples of a collection for learning ranking, support and certainty.
struct CollectionLessons {
  let name: String
  let collection: JudgedCollection
  /// The number of documents that are scored.
  private static let documents = 20

  func ranking(depth: Int) throws(IndexError) -> ExampleSet {
    let judged = collection.questions.filter { !$0.relevantDocuments.isEmpty }
    let examples = try QuestionReader(collection: collection).read(judged) {
      question, reader throws(IndexError) in
      let candidates = try reader.candidates(
        for: question.text, depth: depth, documents: Self.documents)
      return RankingExample(
        inputs: candidates.passages.flatMap { passage in
          [passage.score] + PassageFeature.allCases.map { passage.features[$0] }
        }, documents: candidates.passages.map(\.document), others: candidates.documents,
        relevant: question.relevantDocuments)
    }
    return ExampleSet(name: name, examples: examples)
  }

  /// Returns questions that the documents answer together with questions that they do not: those of
  /// which the collection says so, and the same questions with the documents that answer them left
  /// out.
  func support() throws(IndexError) -> [SupportSet] {
    let answerable = collection.questions.filter { !$0.relevantDocuments.isEmpty }
    let others = collection.questions.filter { $0.isAnswerable == false }
    let answered = try examples(answerable, isAnswerable: true)
    let removed = try examples(answerable, isAnswerable: false)
    var sets = [SupportSet(name: name, kind: .removed, examples: answered + removed)]
    if !others.isEmpty {
      // Questions without published answers may never have been examined.
      let known = zip(answerable, answered).filter { $0.0.expectation != .unknown }.map(\.1)
      let unanswered = try examples(others, isAnswerable: false)
      sets.append(SupportSet(name: name, kind: .adversarial, examples: known + unanswered))
    }
    return sets
  }

  /// Returns the questions with expected answers whose likeliest words can be shown.
  func certainty() throws(IndexError) -> CertaintySet {
    let known = collection.questions.filter {
      !($0.answers ?? []).isEmpty && $0.isAnswerable != false
    }
    let examples = try QuestionReader(collection: collection).read(known) {
      question, reader throws(IndexError) -> CertaintyExample? in
      let answer = try reader.ask(question.text).answer
      guard answer.verdict == .answered, let features = answer.certaintyFeatures,
        let text = answer.text
      else { return nil }
      let words = NormalizedText(text)
      return CertaintyExample(
        inputs: CertaintyFeature.allCases.map { features[$0] }, type: answer.type,
        isRight: (question.answers ?? []).contains { NormalizedText($0).fits(words) })
    }
    return CertaintySet(name: name, examples: examples.compactMap(\.self))
  }

  /// - Parameter isAnswerable: A Boolean value that indicates whether the documents that answer may
  ///   be found.
  private func examples(
    _ questions: [EvaluationQuestion], isAnswerable: Bool
  ) throws(IndexError) -> [SupportExample] {
    try QuestionReader(collection: collection).read(questions) {
      question, reader throws(IndexError) in
      let answer = try reader.answer(
        question.text, top: 1, without: isAnswerable ? [] : Set(question.relevantDocuments.keys))
      let features = answer.evidence ?? SupportFeatures()
      return SupportExample(
        inputs: SupportFeature.allCases.map { features[$0] }, isAnswerable: isAnswerable,
        support: answer.support)
    }
  }
}
