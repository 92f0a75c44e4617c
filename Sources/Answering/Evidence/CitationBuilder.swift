import Retrieval

/// Makes citations of byte ranges of passages.
enum CitationBuilder {
  /// Cites `range` of the passage's text.
  static func citation(
    of passage: PassageEvidence, range: Range<Int>, rank: Int, score: Double
  ) -> Citation {
    let firstLine = passage.passage.firstLine + newlines(passage.bytes[..<range.lowerBound])
    let offset = passage.passage.byteOffset
    return Citation(
      rank: rank, passage: passage.passage,
      snippet: String(decoding: passage.bytes[range], as: UTF8.self),
      bytes: (offset + range.lowerBound)..<(offset + range.upperBound),
      lines: firstLine...(firstLine + newlines(passage.bytes[range])),
      highlights: passage.matches(in: range).map { match in
        (match.range.lowerBound - range.lowerBound)..<(match.range.upperBound - range.lowerBound)
      },
      score: score)
  }

  private static func newlines(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }
}
