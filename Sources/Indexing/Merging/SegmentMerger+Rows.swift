import SegmentFormat

/// Writes the columns of a segment: one value for each passage or document.
extension SegmentMerger {
  /// Returns the result of `value` for each passage of the merged segment.
  func codes(_ value: (_ file: SegmentFile, _ passage: Int) -> UInt8) -> [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(order.passageCount)
    for run in order.runs {
      let file = inputs[run.input].file
      for passage in run.passages { codes.append(value(file, passage)) }
      pages.trim()
    }
    return codes
  }

  func writeColumns(_ writer: inout SegmentWriter) throws {
    try writer.appendColumn(.passageDocument) { add in
      for run in order.runs {
        let file = inputs[run.input].file
        let distance = run.firstDocument - run.documents.lowerBound
        for passage in run.passages {
          try add(UInt64(file.document(ofPassage: passage) + distance))
        }
        pages.trim()
      }
    }
    try writeColumn(.passageOffset, &writer) { UInt64($0.byteOffset) }
    try writeColumn(.passageLine, &writer) { UInt64($0.firstLine) }
    try writeColumn(.passageFlags, &writer) { UInt64($0.flags) }
    try pause()
  }

  private func writeColumn(
    _ section: SegmentLayout.Section, _ writer: inout SegmentWriter,
    _ value: (PassageRow) -> UInt64
  ) throws {
    try writer.appendColumn(section) { add in
      for run in order.runs {
        let file = inputs[run.input].file
        for passage in run.passages { try add(value(try file.passage(passage))) }
        pages.trim()
      }
    }
  }

  /// Writes the ids, sources and lines of documents.
  func writeDocuments(_ writer: inout SegmentWriter, _ sources: UsedSources) throws {
    try writer.appendStrings(.documentID) { add in
      var readers = inputs.map { (reader: $0.file.documentIDs.makeReader(), next: 0) }
      for run in order.runs {
        while readers[run.input].next < run.documents.upperBound {
          let id = try readers[run.input].reader.next()
          if readers[run.input].next >= run.documents.lowerBound { try add(id) }
          readers[run.input].next += 1
        }
        pages.trim()
      }
    }
    try writePlaces(.documentSource, &writer) { sources.numbers[$0][$1.source] }
    try writePlaces(.documentLine, &writer) { $1.line }
    try pause()
  }

  private func writePlaces(
    _ section: SegmentLayout.Section, _ writer: inout SegmentWriter,
    _ value: (_ input: Int, _ place: (source: Int, line: Int)) -> Int
  ) throws {
    try writer.appendColumn(section) { add in
      for run in order.runs {
        for document in run.documents {
          try add(UInt64(value(run.input, try inputs[run.input].place(ofDocument: document))))
        }
        pages.trim()
      }
    }
  }

  /// The sources of the documents that are left, in the order of their first documents, and the new
  /// numbers of each input's sources.
  typealias UsedSources = (records: [SourceRecord], numbers: [[Int]])

  func usedSources() throws -> UsedSources {
    var records: [SourceRecord] = []
    var known: [SourceRecord: Int] = [:]
    var numbers = inputs.map { Array(repeating: -1, count: $0.sources.count) }
    for run in order.runs {
      let input = inputs[run.input]
      for document in run.documents {
        let source = try input.place(ofDocument: document).source
        guard numbers[run.input][source] < 0 else { continue }
        // A large collection may be spread over several inputs.
        let record = input.sources[source]
        let number = known[record] ?? records.count
        if number == records.count {
          known[record] = number
          records.append(record)
        }
        numbers[run.input][source] = number
      }
      pages.trim()
    }
    return (records, numbers)
  }
}
