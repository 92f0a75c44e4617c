import Answering
import Retrieval

/// What programs that learn from questions see.
extension LibraryReader {
  /// The first stage's passages with what the second stage sees in them, and its documents.
  func candidates(
    for question: String, depth: Int, documents count: Int
  ) throws(IndexError) -> JudgedCollection.Candidates {
    let query = query(question)
    var passages: [JudgedCollection.Candidates.Passage] = []
    var best: Double?
    var stage = reranker.rescoring(answerer.analyze(query)) { reading in
      let unit = best ?? reading.passage.score
      best = unit
      var features = reading.features
      for feature in PassageFeature.allCases { features[feature] *= reading.unit / unit }
      passages.append(
        JudgedCollection.Candidates.Passage(
          document: reading.passage.passage.document.id, score: reading.passage.score / unit,
          features: features))
    }
    (stage.depth, stage.reach) = (depth, .infinity)
    _ = try searcher.search(query, top: 1, options: options.search, rescoring: stage)
    let documents = try searcher.retrieve(query, top: count, options: options.search)
    return JudgedCollection.Candidates(passages: passages, documents: documents.map(\.id))
  }

  /// The answer as if there were no such documents: their passages are passed over by both stages.
  /// How telling words are is left as it is.
  func answer(
    _ question: String, top: Int, without documents: Set<String>
  ) throws(IndexError) -> Answer {
    let question = answerer.analyze(query(question))
    guard var stage = readingOn(question), !documents.isEmpty else {
      return answerer.answer(question, from: try ranked(question, top: top), top: top)
    }
    let score = stage.score
    let depth = stage.depth
    var best: Double?
    var bestLeft: Double?
    var read = 0
    stage.depth = Self.passagesRead * 2
    stage.score = { ranked, unit in
      best = best ?? ranked.score
      guard !documents.contains(ranked.passage.document.id), read < depth else {
        return ranked.score
      }
      read += 1
      bestLeft = bestLeft ?? ranked.score
      return score(ranked, unit * (bestLeft ?? 1) / (best ?? 1))
    }
    let ranked = try searcher.search(
      question.query, top: Self.passagesRead * 2, options: options.search, rescoring: stage)
    let left = ranked.filter { !documents.contains($0.passage.document.id) }
    return answerer.answer(question, from: Array(left.prefix(Self.passagesRead)), top: top)
  }
}
