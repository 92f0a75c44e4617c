import Retrieval

/// Makes citations of byte ranges of passages.
enum CitationBuilder {
  /// Cites `range` of the passage's text; `answer` lies in it.
  static func citation(
    of passage: PassageEvidence, range: Range<Int>, rank: Int, answer: Range<Int>? = nil,
    evidence: SentenceEvidence? = nil, score: Double, question: QuestionTerms
  ) -> Citation {
    let matches = passage.matches(in: range)
    let firstLine = passage.passage.firstLine + newlines(passage.bytes[..<range.lowerBound])
    let offset = passage.passage.byteOffset
    return Citation(
      rank: rank, passage: passage.passage,
      snippet: String(decoding: passage.bytes[range], as: UTF8.self),
      bytes: (offset + range.lowerBound)..<(offset + range.upperBound),
      lines: firstLine...(firstLine + newlines(passage.bytes[range])),
      highlights: highlights(of: matches, from: range.lowerBound),
      translations: translations(of: matches, in: passage, question),
      answer: answer.map {
        ($0.lowerBound - range.lowerBound)..<($0.upperBound - range.lowerBound)
      }, evidence: evidence, score: score)
  }

  /// Each matched word once, also where it stands for several words of the question.
  private static func highlights(
    of matches: ArraySlice<TermMatch>, from start: Int
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for match in matches {
      let range = (match.range.lowerBound - start)..<(match.range.upperBound - start)
      if ranges.last != range { ranges.append(range) }
    }
    return ranges
  }

  /// What of the question each word in the other language stands for, each pair once; for a word of
  /// the question, only what translates it best.
  private static func translations(
    of matches: ArraySlice<TermMatch>, in passage: PassageEvidence, _ question: QuestionTerms
  ) -> [Citation.Translation] {
    let best = Dictionary(
      matches.filter(\.isTranslation).map { ($0.term, $0.strength) }, uniquingKeysWith: max)
    var found: [Citation.Translation] = []
    var last: Range<Int>?
    for match in matches where match.isTranslation && match.strength == best[match.term] {
      let word = question.terms[match.term].text
      if last == match.range, let known = found.popLast() {
        found.append(
          Citation.Translation(question: "\(known.question) \(word)", passage: known.passage))
      } else {
        let text = String(decoding: passage.bytes[match.range], as: UTF8.self)
        found.append(Citation.Translation(question: word, passage: text))
      }
      last = match.range
    }
    var unique: [Citation.Translation] = []
    for translation in found {
      let passage = translation.passage.lowercased()
      let isKnown = unique.contains {
        $0.question == translation.question && $0.passage.lowercased() == passage
      }
      if !isKnown { unique.append(translation) }
    }
    return unique
  }

  private static func newlines(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }
}
