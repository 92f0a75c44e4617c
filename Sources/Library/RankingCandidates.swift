package import Answering
package import Retrieval

/// The passages from which the second stage of ranking chooses, for one question.
package struct RankingCandidates: Sendable {
  /// The passages of the first stage, best first.
  package var passages: [Passage]
  /// The ids of the documents of the first stage, best first.
  package var documents: [String]

  package struct Passage: Sendable {
    package var document: String
    /// The score of the first stage, as a share of the best score.
    package var score: Double
    package var features: PassageFeatures
  }
}

/// Access for programs that train the ranking.
extension LibraryReader {
  /// Returns the passages of the first stage, with their features in the second stage.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - depth: The greatest number of passages.
  ///   - count: The greatest number of documents.
  package func candidates(
    for question: String, depth: Int, documents count: Int
  ) throws(IndexError) -> RankingCandidates {
    let query = analyze(question)
    var passages: [RankingCandidates.Passage] = []
    var best: Double?
    var stage = reranker.rescoring(answerer.analyze(query)) { reading in
      let unit = best ?? reading.passage.score
      best = unit
      var features = reading.features
      for feature in PassageFeature.allCases { features[feature] *= reading.unit / unit }
      passages.append(
        RankingCandidates.Passage(
          document: reading.passage.passage.document.id, score: reading.passage.score / unit,
          features: features))
    }
    (stage.depth, stage.reach) = (depth, .infinity)
    _ = try searcher.search(query, top: 1, options: options.search, rescoring: stage)
    let documents = try searcher.retrieve(query, top: count, options: options.search)
    return RankingCandidates(passages: passages, documents: documents.map(\.id))
  }

  /// Answers a question as if the index did not contain some documents: both stages skip their
  /// passages. The weights of words remain those of the whole index.
  package func answer(
    _ question: String, top: Int, without documents: Set<String>
  ) throws(IndexError) -> Answer {
    let question = answerer.analyze(analyze(question))
    guard var stage = readingOn(question), !documents.isEmpty else {
      return try ask(question.query, top: top).answer
    }
    let score = stage.score
    let depth = stage.depth
    var best: Double?
    var bestLeft: Double?
    var read = 0
    stage.depth = Self.passagesRead * 2
    stage.score = { ranked, unit, lead in
      best = best ?? ranked.score
      guard !documents.contains(ranked.passage.document.id), read < depth else {
        return ranked.score
      }
      read += 1
      bestLeft = bestLeft ?? ranked.score
      return score(ranked, unit * (bestLeft ?? 1) / (best ?? 1), lead)
    }
    let ranked = try searcher.search(
      question.query, top: Self.passagesRead * 2, options: options.search, rescoring: stage)
    let left = ranked.filter { !documents.contains($0.passage.document.id) }
    return answerer.answer(question, from: Array(left.prefix(Self.passagesRead)), top: top)
  }
}
