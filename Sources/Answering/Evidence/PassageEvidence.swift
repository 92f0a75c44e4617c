import Retrieval
import TextAnalysis

/// A ranked passage with its sentences and the question's words in it.
struct PassageEvidence {
  let passage: StoredPassage
  /// Share of the best passage's score, 0…1.
  let relativeScore: Double
  let bytes: [UInt8]
  /// Trimmed of white space and list marks; never empty ones.
  let sentences: [Range<Int>]
  /// In order of place.
  let matches: [TermMatch]
  /// For each term how strongly title and headings support it.
  let context: [Double]
  /// For each term the strongest match in the passage.
  let support: [Double]

  init(
    _ passage: StoredPassage, relativeScore: Double, matcher: TermMatcher, analyzer: Analyzer
  ) {
    self.passage = passage
    self.relativeScore = relativeScore
    let bytes = Array(passage.text.utf8)
    self.bytes = bytes
    sentences = SentenceSplitter.sentences(in: bytes.span).compactMap { bytes.span.trimmed($0) }
    var support = [Double](repeating: 0, count: matcher.terms.count)
    var context = support
    matches = Self.matches(bytes.span, matcher, analyzer, &support)
    for heading in passage.headings {
      _ = Self.matches(heading.utf8.span, matcher, analyzer, &context)
    }
    if let title = passage.document.title {
      _ = Self.matches(title.value.utf8.span, matcher, analyzer, &context)
    }
    self.support = support
    self.context = context
  }

  static func matches(
    _ bytes: Span<UInt8>, _ matcher: TermMatcher, _ analyzer: Analyzer, _ support: inout [Double]
  ) -> [TermMatch] {
    var found: [TermMatch] = []
    var tokenizer = Tokenizer()
    // Indonesian has prefixes: what a stem begins with is not what the word begins with.
    let keepsBeginning = analyzer.language != .indonesian
    tokenizer.forEachToken(in: bytes) { token, surface in
      let stem =
        keepsBeginning && !matcher.mayMatch(surface)
        ? WordKey(surface) : analyzer.withStem(of: surface) { WordKey($0) }
      if let (term, strength) = matcher.match(surface: surface, stem: stem) {
        found.append(TermMatch(term: term, range: token.range, strength: strength))
        support[term] = max(support[term], strength)
      } else if let translated = matcher.translated(surface: surface, stem: stem) {
        for term in translated.terms {
          found.append(
            TermMatch(
              term: term, range: token.range, strength: translated.strength, isTranslation: true))
          support[term] = max(support[term], translated.strength)
        }
      }
    }
    return found
  }

  /// Whether the passage, its title or its headings support a word of the question.
  func supports(_ term: Int) -> Bool { support[term] > 0 || context[term] > 0 }

  /// The matches inside a byte range.
  func matches(in range: Range<Int>) -> ArraySlice<TermMatch> {
    let first = matches.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = matches.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return matches[first..<max(first, end)]
  }

  /// For each term the strongest match inside a byte range.
  func support(in range: Range<Int>) -> [Double] {
    var strengths = [Double](repeating: 0, count: support.count)
    for match in matches(in: range) {
      strengths[match.term] = max(strengths[match.term], match.strength)
    }
    return strengths
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that holds from some place on.
  fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
