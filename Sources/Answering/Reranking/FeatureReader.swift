import Model
import Retrieval

/// Reads the features of passages for one question.
struct FeatureReader {
  private let analyzed: AnalyzedQuestion
  private let question: QuestionTerms
  /// The question in UTF-8.
  private let bytes: [UInt8]
  /// The ranges of its terms.
  private let places: [Range<Int>]
  /// The weight of its names, years and numbers.
  private let entityWeight: Double

  /// The number of sentences of a passage that are searched for an answer.
  private static let sentencesRead = 3

  init(_ analyzed: AnalyzedQuestion) {
    self.analyzed = analyzed
    question = analyzed.terms
    bytes = Array(analyzed.query.text.utf8)
    places = question.terms.map { analyzed.query.terms[$0.place].range }
    entityWeight = question.terms.reduce(0) { $1.isEntity ? $0 + $1.weight : $0 }
  }

  /// Returns the features of a passage.
  ///
  /// - Parameters:
  ///   - passage: The passage.
  ///   - isAnswerRead: A closure that returns whether to look for an answer, given the other
  ///     features.
  func features(
    of passage: PassageEvidence,
    readingAnswerIf isAnswerRead: (PassageFeatures) -> Bool = { _ in true }
  ) -> PassageFeatures {
    var features = PassageFeatures()
    guard question.totalWeight > 0 else { return features }
    features[.title] = question.share { passage.context[$0] }
    features[.entities] = entities(in: passage)
    features[.verbatim] = longestRun(in: passage)
    readSentences(of: passage, into: &features, readingAnswerIf: isAnswerRead)
    return features
  }

  private func entities(in passage: PassageEvidence) -> Double {
    guard entityWeight > 0 else { return 1 }
    var held = 0.0
    for (index, term) in question.terms.enumerated() where term.isEntity {
      held += term.weight * max(passage.support[index], passage.context[index])
    }
    return held / entityWeight
  }

  private func readSentences(
    of passage: PassageEvidence, into features: inout PassageFeatures,
    readingAnswerIf isAnswerRead: (PassageFeatures) -> Bool
  ) {
    var covered = passage.sentences.indices.map { index in
      (
        index: index,
        share: question.share {
          max(passage.coverage(ofTerm: $0, inSentence: index), passage.context[$0])
        }
      )
    }
    covered.sort { $0.share != $1.share ? $0.share > $1.share : $0.index < $1.index }
    guard let best = covered.first else { return }
    features[.sentence] = best.share
    features[.lead] = 1 / Double(1 + best.index)
    guard isAnswerRead(features) else { return }
    for (index, share) in covered.prefix(Self.sentencesRead) where share > features[.answer] {
      let answer = passage.answer(inSentence: index, by: analyzed.extractor)
      features[.answer] = max(features[.answer], share * (answer?.confidence ?? 0))
    }
  }

  /// Returns the length of the longest text that question and passage share around a common word,
  /// as a share of the question.
  private func longestRun(in passage: PassageEvidence) -> Double {
    var longest = 0
    for match in passage.matches where !match.isTranslation {
      let asked = places[match.term]
      let found = match.range
      var before = 0
      while before < min(asked.lowerBound, found.lowerBound),
        bytes[asked.lowerBound - before - 1]
          .isSameLetter(passage.bytes[found.lowerBound - before - 1])
      { before += 1 }
      var after = 0
      while after < min(bytes.count - asked.upperBound, passage.bytes.count - found.upperBound),
        bytes[asked.upperBound + after].isSameLetter(passage.bytes[found.upperBound + after])
      { after += 1 }
      longest = max(longest, before + found.count + after)
    }
    return min(1, Double(longest) / Double(bytes.count))
  }
}

extension UInt8 {
  /// Returns whether two letters are equal, ignoring ASCII case.
  @inline(__always)
  fileprivate func isSameLetter(_ other: UInt8) -> Bool {
    if self == other { return true }
    let lower = self | 0x20
    return lower == other | 0x20 && lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }
}
