import Model

/// Reads tables of values separated by commas, semicolons or tabs (RFC 4180), each row as a record.
struct CSVReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let bytes = try TextDecoder.utf8(input.bytes)
    let separator = Self.separator(of: bytes)
    var table = RecordWriter()
    var parser = CSVParser(bytes, separator: separator)
    var number = 0
    while !table.isFull, let cells = parser.nextRow() {
      number += 1
      table.row(cells, number: number)
    }
    table.leavesOutColumns = parser.leavesOutCells
    return [table.text()]
  }

  /// Returns the separator that is the most frequent in the first 4 KB.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    let head = bytes.prefix(4096)
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    let counts = candidates.map { candidate in head.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}

/// Splits rows into cells, one row after the other.
struct CSVParser {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  /// A Boolean value that indicates whether a row had more cells than columns are read.
  private(set) var leavesOutCells = false

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// Returns the cells of the next row, or nil after the last.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the row in bytes.
  mutating func nextRow() -> [[UInt8]]? {
    guard index < bytes.count else { return nil }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          cell.append(0x22)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22, cell.isEmpty {
        isQuoted = true
      } else if byte == separator {
        add(cell, to: &cells)
        cell = []
      } else if byte == 0x0A {
        break
      } else if byte != 0x0D {
        cell.append(byte)
      }
    }
    add(cell, to: &cells)
    return cells
  }

  private mutating func add(_ cell: [UInt8], to cells: inout [[UInt8]]) {
    if cells.count < RecordWriter.maximumColumns {
      cells.append(cell)
    } else if !cell.isEmpty {
      leavesOutCells = true
    }
  }
}
