import Bytes

/// The part of a passage that a quotation needs beside it to be understood: the header of a table's
/// row, the lead-in of a list's item, or the question that it answers.
struct RecordContext {
  let passage: PassageEvidence

  /// Returns the sentences that introduce a range of the passage and are not part of it, in order.
  func sentences(introducing range: Range<Int>) -> [Int] {
    guard let first = passage.sentences.firstIndex(where: { $0.overlaps(range) }),
      let introducing = passage.leadIns[first], introducing < first
    else { return [] }
    // A question is answered by the sentence after it; what follows is prose.
    let end = passage.bytes[passage.sentences[introducing].upperBound - 1]
    guard end != UInt8(ascii: "?") || introducing == first - 1 else { return [] }
    return [introducing]
  }

  /// Returns the strongest match for each term in the quotation and in what is shown above it.
  func support(around range: Range<Int>) -> [Double] {
    var support = passage.support(in: range)
    for sentence in sentences(introducing: range) {
      for term in support.indices {
        support[term] = max(support[term], passage.support(ofTerm: term, inSentence: sentence))
      }
    }
    return support
  }

  /// Returns the cell of a table's row, as a range of the passage, whose column head holds most of
  /// what the row itself lacks of the question. The result is nil if the sentence is not a row or no
  /// head helps.
  func askedCell(ofRow sentence: Int, _ question: QuestionTerms) -> Range<Int>? {
    guard passage.isRow(sentence), let head = passage.leadIns[sentence], passage.isRow(head) else {
      return nil
    }
    let heads = cells(of: passage.sentences[head])
    let cells = cells(of: passage.sentences[sentence])
    var best: (cell: Range<Int>, weight: Double)?
    for (head, cell) in zip(heads, cells) where passage.matches(in: cell).isEmpty {
      var weight = 0.0
      for match in passage.matches(in: head) {
        let isInRow = passage.support(ofTerm: match.term, inSentence: sentence) > 0
        if !isInRow { weight += match.strength * question.terms[match.term].weight }
      }
      if !cell.isEmpty, weight > best?.weight ?? 0 { best = (cell, weight) }
    }
    return best?.cell
  }

  /// Returns the cells of a row between its bars, without white space.
  private func cells(of row: Range<Int>) -> [Range<Int>] {
    let bytes = passage.bytes
    var cells: [Range<Int>] = []
    var start = row.lowerBound + 1
    for index in row.dropFirst() where bytes[index] == UInt8(ascii: "|") {
      guard bytes[index - 1] != UInt8(ascii: "\\") else { continue }
      cells.append(trimmed(start..<index))
      start = index + 1
    }
    if start < row.upperBound { cells.append(trimmed(start..<row.upperBound)) }
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, passage.bytes[start].isASCIIWhiteSpace { start += 1 }
    while end > start, passage.bytes[end - 1].isASCIIWhiteSpace { end -= 1 }
    return start..<end
  }
}

extension PassageEvidence {
  /// Returns whether a sentence is a row of a table.
  func isRow(_ sentence: Int) -> Bool {
    bytes[sentences[sentence].lowerBound] == UInt8(ascii: "|")
  }

  /// Returns whether a sentence is the line below a table's heads: `|---|---:|`.
  func isRuleOfTable(_ sentence: Int) -> Bool {
    isRow(sentence)
      && bytes[sentences[sentence]].allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
          || $0.isASCIIWhiteSpace
      }
  }
}
