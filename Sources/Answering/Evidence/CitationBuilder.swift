import Retrieval
import TextAnalysis

/// Creates citations of byte ranges of passages.
enum CitationBuilder {
  /// Returns a citation of `range` of the passage's readable text, which contains `answer`.
  static func citation(
    of passage: PassageEvidence, range: Range<Int>, rank: Int, answer: Range<Int>? = nil,
    evidence: SentenceEvidence? = nil, score: Double, question: QuestionTerms
  ) -> Citation {
    let matches = passage.matches(in: range)
    let text = Array(passage.passage.text.utf8)
    let source = passage.readable.sourceRange(of: range, withMarks: true)
    let firstLine = passage.passage.firstLine + newlines(text[..<source.lowerBound])
    let offset = passage.passage.byteOffset
    func inSnippet(_ part: Range<Int>) -> Range<Int> { passage.snippetRange(of: part, in: range) }
    var citation = Citation(
      rank: rank, passage: passage.passage,
      snippet: String(decoding: text[source], as: UTF8.self),
      bytes: (offset + source.lowerBound)..<(offset + source.upperBound),
      lines: firstLine...(firstLine + newlines(text[source])),
      highlights: highlights(of: matches, inSnippet),
      translations: translations(
        of: passage.matchesOrRelated(in: range), in: passage, question),
      answer: answer.map(inSnippet), evidence: evidence, score: score)
    citation.context = RecordContext(passage: passage).sentences(introducing: range).map {
      let source = passage.readable.sourceRange(of: passage.sentences[$0], withMarks: true)
      return Citation.Excerpt(
        bytes: (offset + source.lowerBound)..<(offset + source.upperBound),
        text: String(decoding: text[source], as: UTF8.self))
    }
    return citation
  }

  /// Returns the ranges of matched words, each once even if it matches several words of the
  /// question.
  private static func highlights(
    of matches: ArraySlice<TermMatch>, _ inSnippet: (Range<Int>) -> Range<Int>
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for match in matches {
      let range = inSnippet(match.range)
      if ranges.last != range { ranges.append(range) }
    }
    return ranges
  }

  /// Returns the pairs of question words and their translations, each once, with only the best
  /// match for each word. Consecutive words that translate the same terms form one phrase: `UKM →
  /// usaha kecil dan menengah`.
  private static func translations(
    of matches: [TermMatch], in passage: PassageEvidence, _ question: QuestionTerms
  ) -> [Citation.Translation] {
    let best = Dictionary(
      matches.filter(\.isTranslation).map { ($0.term, $0.strength) }, uniquingKeysWith: max)
    var found: [(terms: [Int], range: Range<Int>)] = []
    for match in matches
    where match.isTranslation && match.strength == best[match.term]
      && !matches.contains(where: { $0.term == match.term && !$0.isTranslation })
    {
      if found.last?.range == match.range {
        found[found.count - 1].terms.append(match.term)
      } else {
        found.append(([match.term], match.range))
      }
    }
    var phrases: [(terms: [Int], range: Range<Int>)] = []
    for item in found {
      if let last = phrases.last, last.terms == item.terms,
        joins(passage.bytes[last.range.upperBound..<item.range.lowerBound])
      {
        phrases[phrases.count - 1].range = last.range.lowerBound..<item.range.upperBound
      } else {
        phrases.append(item)
      }
    }
    var unique: [Citation.Translation] = []
    for (terms, range) in phrases {
      let translation = Citation.Translation(
        question: terms.map { question.terms[$0].text }.joined(separator: " "),
        passage: String(decoding: passage.bytes[range], as: UTF8.self))
      let passage = translation.passage.lowercased()
      let isKnown = unique.contains {
        $0.question == translation.question && $0.passage.lowercased() == passage
      }
      if !isKnown { unique.append(translation) }
    }
    return unique
  }

  /// Returns whether a gap between two words may occur within a phrase, such as `, dan `, unlike a
  /// bracket or the end of a sentence.
  private static func joins(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.count <= 6 && gap.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0.isASCIILetter }
  }

  private static func newlines(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }
}

extension PassageEvidence {
  /// Returns the range of a part of the readable text in the snippet that cites `range`.
  func snippetRange(of part: Range<Int>, in range: Range<Int>) -> Range<Int> {
    let start = readable.sourceRange(of: range, withMarks: true).lowerBound
    let source = readable.sourceRange(of: part)
    return (source.lowerBound - start)..<(source.upperBound - start)
  }
}
