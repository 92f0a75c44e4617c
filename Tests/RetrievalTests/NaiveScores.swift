import Corpus
import Glibc
import Model
import SegmentFormat
import TextAnalysis

@testable import Retrieval

/// Scores that are computed word by word from the texts with the formulas of a textbook.
struct NaiveScores {
  /// The terms of one passage.
  struct PassageTerms {
    var document: String
    var stems: [String: Int] = [:]
    var surfaces: [String: Int] = [:]
    var titleStems: [String: Int] = [:]
    var length = 0
  }

  private(set) var passages: [PassageTerms] = []

  init(_ documents: [Document]) {
    for document in documents {
      let analyzer = Analyzer(language: document.passages[0].language)
      for passage in document.passages {
        var terms = PassageTerms(document: document.id)
        let text = String(decoding: Array(document.text.utf8)[passage.range], as: UTF8.self)
        let context = [document.metadata[.title]?.value ?? ""] + passage.headings
        for (line, isContext) in context.map({ ($0, true) }) + [(text, false)] {
          for token in analyzer.analyze(line) where !token.isStopWord {
            terms.stems[token.stem, default: 0] += 1
            terms.surfaces[token.surface, default: 0] += 1
            if isContext { terms.titleStems[token.stem, default: 0] += 1 }
            terms.length += 1
          }
        }
        passages.append(terms)
      }
    }
  }

  private func documentFrequency(_ term: String, _ form: KeyPath<PassageTerms, [String: Int]>)
    -> Int
  {
    passages.count { $0[keyPath: form][term] != nil }
  }

  /// Returns the BM25 score of every passage, and the tolerance for scores in integers of 2⁻¹⁶. For
  /// each list, it allows for the rounding of the saturation and of the weight, and for the
  /// truncation of their product.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - options: The weighting.
  ///   - length: A closure that returns the length to assume for the length of a passage.
  func bm25(
    _ query: Query, _ options: SearchOptions, length: (Int) -> Double
  ) -> [(score: Double, tolerance: Double)] {
    let mean = Double(passages.reduce(0) { $0 + $1.length }) / Double(passages.count)
    var lists: [(form: KeyPath<PassageTerms, [String: Int]>, term: String, weight: Double)] = []
    for term in query.terms where !term.isStopWord {
      lists.append((\.stems, term.stem, 1))
      if options.weighting == .default { lists.append((\.surfaces, term.surface, 0.25)) }
      if options.fields == .weighted { lists.append((\.titleStems, term.stem, 0.3)) }
    }
    for index in lists.indices {
      let df = Double(documentFrequency(lists[index].term, lists[index].form))
      let idf = log(1 + (Double(passages.count) - df + 0.5) / (df + 0.5))
      lists[index].weight *= idf * (options.k1 + 1)
    }
    return passages.map { passage in
      var score = 0.0
      var tolerance = 0.0
      let norm = options.k1 * (1 - options.b + options.b * length(passage.length) / mean)
      for list in lists {
        guard let tf = passage[keyPath: list.form][list.term] else { continue }
        score += list.weight * Double(tf) / (Double(tf) + norm)
        tolerance += (list.weight + 2) / 65535
      }
      return (score, tolerance)
    }
  }

  /// Returns the cosine of every passage, lnc.ltc in the notation of SMART.
  func cosine(_ query: Query) -> [Double] {
    var question: [String: Int] = [:]
    for term in query.terms where !term.isStopWord { question[term.stem, default: 0] += 1 }
    var weights: [String: Double] = [:]
    for (stem, tf) in question {
      let df = documentFrequency(stem, \.stems)
      guard df > 0 else { continue }
      weights[stem] = (1 + log(Double(tf))) * log(Double(passages.count) / Double(df))
    }
    let questionLength = weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return passages.map { passage in
      let squares = passage.stems.values.reduce(0) {
        $0 + (1 + log(Double($1))) * (1 + log(Double($1)))
      }
      var sum = 0.0
      for (stem, weight) in weights {
        if let tf = passage.stems[stem] { sum += (1 + log(Double(tf))) * weight }
      }
      return questionLength > 0 ? sum / questionLength / squares.squareRoot() : 0
    }
  }
}
