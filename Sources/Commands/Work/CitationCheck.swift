import Answering
import Bytes
import JSON
import Library
import Model
import Platform
import Retrieval

/// A check of the citations of saved answers against the documents that a cluster holds now.
struct CitationCheck {
  var file: String
  var choice: IndexChoice

  /// The number of documents that are asked for at once.
  private static let documentsAtOnce = 32
  private static let longestLine = 16 << 20

  /// A citation of a saved answer.
  private struct Saved {
    var line: Int
    var document: String
    var isTitle: Bool
    var bytes: Range<Int>
    var snippet: [UInt8]
  }

  /// Reads the answers, and reports each citation that has changed.
  ///
  /// - Returns: The exit status.
  func perform() throws(CommandError) -> Int32 {
    Interrupt.note(endingAfter: 1)
    let location = try choice.location(choice.configuration(), announcing: nil)
    let library = try asking { () throws(IndexError) in try Library(location) }
    var lines = ByteLines(try Input(file), longest: Self.longestLine)
    var states: [SourceState: Int] = [:]
    var output = Output()
    var number = 0
    var pending: [Saved] = []
    while let line = try lines.next() {
      number += 1
      guard case .line(let bytes) = line else {
        throw .line(number, .tooLong(limit: Self.longestLine))
      }
      pending += try citations(in: bytes, line: number)
      if pending.count >= Self.documentsAtOnce {
        try compare(pending, library, &states, &output)
        pending = []
      }
    }
    try compare(pending, library, &states, &output)
    if !choice.isQuiet { output.append(ClusterMessage.verified(states).text(in: .spoken) + "\n") }
    try output.flush()
    let isSame = states.keys.allSatisfy { $0 == .unchanged }
    return isSame ? ExitStatus.cited : ExitStatus.nothingFound
  }

  private func compare(
    _ saved: [Saved], _ library: Library, _ states: inout [SourceState: Int],
    _ output: inout Output
  ) throws(CommandError) {
    let texts = try asking { () throws(IndexError) in
      try library.texts(of: saved.map { ($0.document, $0.isTitle ? Field.title : .text) })
    }
    for (citation, text) in zip(saved, texts) {
      let state = SourceState(of: citation.snippet, at: citation.bytes.lowerBound, in: text)
      states[state, default: 0] += 1
      guard state != .unchanged else { continue }
      let message = ClusterMessage.state(state, of: citation.document, line: citation.line)
      output.append(message.text(in: .spoken) + "\n")
    }
  }

  private func citations(in line: [UInt8], line number: Int) throws(CommandError) -> [Saved] {
    guard line.contains(where: { !$0.isBlank }) else { return [] }
    let answer: JSONValue
    do throws(JSONError) {
      answer = try line.withUnsafeBufferPointer { bytes in
        Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
      }.get()
    } catch {
      throw .line(number, .malformedJSON(offset: error.offset))
    }
    return (answer["citations"]?.array ?? []).compactMap { citation in
      guard let document = citation["document"]?.string,
        let start = citation["bytes"]?[0]?.integer, let end = citation["bytes"]?[1]?.integer,
        start >= 0, end >= start, let snippet = citation["snippet"]?.string
      else { return nil }
      return Saved(
        line: number, document: document, isTitle: citation["field"]?.string == "title",
        bytes: start..<end, snippet: Array(snippet.utf8))
    }
  }
}
