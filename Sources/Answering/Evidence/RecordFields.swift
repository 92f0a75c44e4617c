import Bytes
import TextAnalysis

/// The fields of a record: its cells with the heads or labels that name them.
struct RecordFields {
  struct Field {
    /// The range of the name in the passage, or nil if the cell has none.
    var head: Range<Int>?
    var cell: Range<Int>
  }

  private(set) var fields: [Field] = []
  /// A Boolean value that indicates whether any cell has a name.
  var isNamed: Bool { fields.contains { $0.head != nil } }

  /// Reads a sentence that is a record. A list without heads has one field for each part.
  init(ofRecord sentence: Int, in passage: PassageEvidence) {
    let range = passage.sentences[sentence]
    let bytes = passage.bytes
    switch passage.records[sentence] {
    case .row:
      let heads = passage.headRow(of: sentence).map {
        Self.cells(ofRow: passage.sentences[$0], bytes)
      }
      let cells = Self.cells(ofRow: range, bytes)
      fields = cells.indices.map { index in
        Field(head: heads.flatMap { index < $0.count ? $0[index] : nil }, cell: cells[index])
      }
    case .columns: setCells(ofRecord: sentence, in: passage) { Self.cells(ofColumns: $0, bytes) }
    case .list:
      setCells(ofRecord: sentence, in: passage) { Self.parts(of: $0, bytes, Self.commaLength) }
    case .fields:
      fields = Self.parts(of: range, bytes, Self.dotLength).map { Self.labelled($0, bytes) }
    case .label:
      fields = [Self.labelled(range, bytes)]
    case .pair:
      let parts = Self.parts(of: range, bytes, Self.dashLength)
      guard let first = parts.first, parts.count > 1 else { return }
      fields = [Field(cell: first), Field(cell: parts[1].lowerBound..<range.upperBound)]
    case .entry:
      let time = Self.openingTime(of: range, bytes)
      fields = [Field(cell: time.time), Field(cell: time.rest)]
    case .amount, nil: break
    }
  }

  /// Returns the part of a sentence that states something: without the time that opens a log's entry,
  /// and without the label of a value.
  static func statement(ofSentence sentence: Int, in passage: PassageEvidence) -> Range<Int> {
    let kind = passage.records[sentence]
    guard kind == .entry || kind == .label,
      let last = RecordFields(ofRecord: sentence, in: passage).fields.last, !last.cell.isEmpty
    else { return passage.sentences[sentence] }
    return last.cell
  }

  /// Divides a record and the row that names its columns.
  private mutating func setCells(
    ofRecord sentence: Int, in passage: PassageEvidence, _ divide: (Range<Int>) -> [Range<Int>]
  ) {
    let heads = passage.headRow(of: sentence).map { divide(passage.sentences[$0]) }
    let cells = divide(passage.sentences[sentence])
    // With as many cells as there are heads, none is empty.
    fields = cells.indices.map { index in
      Field(head: heads.flatMap { $0.count == cells.count ? $0[index] : nil }, cell: cells[index])
    }
  }

  /// Returns the cells of a row between its bars, without white space. The bars at its ends are
  /// optional.
  private static func cells(ofRow row: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = bytes[row.lowerBound] == UInt8(ascii: "|") ? row.lowerBound + 1 : row.lowerBound
    for index in start..<row.upperBound where bytes[index] == UInt8(ascii: "|") {
      guard bytes[index - 1] != UInt8(ascii: "\\") else { continue }
      cells.append(bytes.withoutSpace(start..<index))
      start = index + 1
    }
    if start < row.upperBound { cells.append(bytes.withoutSpace(start..<row.upperBound)) }
    return cells
  }

  /// Returns the parts of a range between separators, without white space.
  ///
  /// - Parameters:
  ///   - range: The range to be divided.
  ///   - bytes: The text.
  ///   - separator: Returns the length of the separator at an index, or 0 if there is none.
  private static func parts(
    of range: Range<Int>, _ bytes: [UInt8], _ separator: (Int, Range<Int>, [UInt8]) -> Int
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let length = separator(index, range, bytes)
      if length > 0 {
        parts.append(bytes.withoutSpace(start..<index))
        start = index + length
      }
      index += max(1, length)
    }
    parts.append(bytes.withoutSpace(start..<range.upperBound))
    return parts
  }

  /// Returns the cells between tabs or at least three spaces, or else between two spaces.
  private static func cells(ofColumns range: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    let cells = parts(of: range, bytes) { gapLength($0, $1, $2, least: 3) }
    return cells.count > 1 ? cells : parts(of: range, bytes) { gapLength($0, $1, $2, least: 2) }
  }

  /// The length of a tab, or of some spaces, with white space around it.
  private static func gapLength(
    _ index: Int, _ range: Range<Int>, _ bytes: [UInt8], least: Int
  ) -> Int {
    var end = index
    var hasTab = false
    while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 {
      if bytes[end] == 0x09 { hasTab = true }
      end += 1
    }
    return hasTab || end - index >= least ? end - index : 0
  }

  /// The length of a comma that is not within a number.
  private static func commaLength(_ index: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard bytes[index] == UInt8(ascii: ",") else { return 0 }
    let isInNumber =
      index > range.lowerBound && bytes[index - 1].isASCIIDigit && index + 1 < range.upperBound
      && bytes[index + 1].isASCIIDigit
    return isInNumber ? 0 : 1
  }

  /// The length of ` · `.
  private static func dotLength(_ index: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    let isDot =
      index + 3 < range.upperBound && bytes[index] == 0x20 && bytes[index + 1] == 0xC2
      && bytes[index + 2] == 0xB7 && bytes[index + 3] == 0x20
    return isDot ? 4 : 0
  }

  /// The length of a dash between spaces.
  private static func dashLength(_ index: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard bytes[index] == 0x20 else { return 0 }
    var end = index + 1
    if end < range.upperBound, bytes[end] == UInt8(ascii: "-") {
      while end < range.upperBound, bytes[end] == UInt8(ascii: "-") { end += 1 }
    } else if bytes[index...].starts(with: " ...".utf8) {
      while end < range.upperBound, bytes[end] == UInt8(ascii: ".") { end += 1 }
    } else if end + 2 < range.upperBound, bytes[end] == 0xE2, bytes[end + 1] == 0x80,
      bytes[end + 2] == 0x93 || bytes[end + 2] == 0x94
    {
      end += 3
    } else {
      return 0
    }
    return end < range.upperBound && bytes[end] == 0x20 ? end + 1 - index : 0
  }

  /// Returns a value with the label before its first colon or equals sign.
  private static func labelled(_ range: Range<Int>, _ bytes: [UInt8]) -> Field {
    for index in range {
      let isColon =
        bytes[index] == UInt8(ascii: ":")
        && (index + 1 == range.upperBound || bytes[index + 1].isASCIIWhiteSpace)
      guard isColon || bytes[index] == UInt8(ascii: "=") else { continue }
      return Field(
        head: bytes.withoutSpace(range.lowerBound..<index),
        cell: bytes.withoutSpace(index + 1..<range.upperBound))
    }
    return Field(cell: range)
  }

  /// Returns the date and time at the beginning of an entry, and what follows.
  private static func openingTime(
    of range: Range<Int>, _ bytes: [UInt8]
  ) -> (time: Range<Int>, rest: Range<Int>) {
    var start = range.lowerBound
    if bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "(") { start += 1 }
    var index = start
    // `Feb 11 08:14:02`
    while index < range.upperBound, bytes[index].isASCIILetter || bytes[index] == 0x20 {
      index += 1
    }
    var end = index
    while index < range.upperBound {
      let token = index
      while index < range.upperBound, isOfTime(bytes[index]) { index += 1 }
      // A number after the time is not a part of it.
      let isTime = token == start || (token..<index).contains { bytes[$0] == UInt8(ascii: ":") }
      guard index > token, isTime || token > start && end == token else { break }
      end = index
      guard index + 1 < range.upperBound, bytes[index] == 0x20, bytes[index + 1].isASCIIDigit else {
        break
      }
      index += 1
    }
    while end > start, !bytes[end - 1].isASCIILetterOrDigit { end -= 1 }
    var rest = end
    while rest < range.upperBound, [0x20, 0x5D, 0x29, 0x3A, 0x2C, 0x2D, 0x09].contains(bytes[rest])
    {
      rest += 1
    }
    return (start..<end, skippingLevel(from: rest, range, bytes)..<range.upperBound)
  }

  /// Returns the offset after the level of an entry: `INFO`, `[WARN]`.
  private static func skippingLevel(
    from start: Int, _ range: Range<Int>, _ bytes: [UInt8]
  ) -> Int {
    var end = start
    while end < range.upperBound, bytes[end].isASCIIUpper || bytes[end] == UInt8(ascii: "[") {
      end += 1
    }
    let level = bytes[start..<end].drop { $0 == UInt8(ascii: "[") }
    guard levels.contains(where: { level.elementsEqual($0.utf8) }) else { return start }
    while end < range.upperBound, [0x20, 0x09, 0x3A, 0x5D].contains(bytes[end]) { end += 1 }
    return end
  }

  private static let levels = [
    "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL",
  ]

  private static func isOfTime(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "+"),
      UInt8(ascii: "T"), UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Returns `range` without white space at its ends.
  func withoutSpace(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isASCIIWhiteSpace { start += 1 }
    while end > start, self[end - 1].isASCIIWhiteSpace { end -= 1 }
    return start..<end
  }
}
