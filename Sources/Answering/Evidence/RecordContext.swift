import Bytes
import TextAnalysis

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

  /// Returns the strongest match for each term in the quotation, in what is shown above it, and, if
  /// it is a label with its value, in the other lines of the same list of labels.
  func support(around range: Range<Int>) -> [Double] {
    var support = passage.support(in: range)
    for sentence in sentences(introducing: range) {
      for term in support.indices {
        support[term] = max(support[term], passage.support(ofTerm: term, inSentence: sentence))
      }
    }
    guard let first = passage.sentences.firstIndex(where: { $0.overlaps(range) }),
      let beside = passage.labelSupport(of: first)
    else { return support }
    for term in support.indices {
      support[term] = max(support[term], Self.sameLabels * beside[term])
    }
    return support
  }

  /// The strength of a question word in another line of the same list of labels.
  static let sameLabels = 0.9
}

extension PassageEvidence {
  /// Returns whether a sentence ends with a question mark.
  func asks(_ sentence: Int) -> Bool {
    bytes[sentences[sentence].upperBound - 1] == UInt8(ascii: "?")
  }

  /// Returns whether a sentence is a row of a table.
  func isRow(_ sentence: Int) -> Bool { records[sentence] == .row }

  /// Returns whether a sentence is the line below a table's heads: `|---|---:|`.
  func isRuleOfTable(_ sentence: Int) -> Bool {
    isRow(sentence)
      && bytes[sentences[sentence]].allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
          || $0.isASCIIWhiteSpace
      }
  }

  /// Returns the row that names the columns of a record, or nil if there is none.
  func headRow(of sentence: Int) -> Int? {
    guard let head = leadIns[sentence], records[head] == records[sentence] else { return nil }
    return head
  }

  /// Returns whether a record without digits names the columns of the next, which has some.
  func isHead(_ sentence: Int, of next: Int) -> Bool {
    !bytes[sentences[sentence]].contains(where: \.isASCIIDigit)
      && bytes[sentences[next]].contains(where: \.isASCIIDigit)
  }

  /// Returns whether a sentence is a label with its value, or goes on in the line of one.
  func isOfLabels(_ sentence: Int) -> Bool {
    if let record = records[sentence] { return record == .label }
    return sentence > 0
      && !bytes[sentences[sentence - 1].upperBound..<sentences[sentence].lowerBound]
        .contains(UInt8(ascii: "\n"))
  }
}
