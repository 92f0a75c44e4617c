/// The beginnings of the records of a file that is read in pieces: the lines of a collection, or
/// the messages of a mailbox.
enum RecordBorders {
  case lines
  case messages

  /// A message begins with `From `, after a blank line.
  private static let from = Array("From ".utf8)
  /// The bytes of a border that may lie before its last byte.
  private static let longestBorder = 8

  /// Returns the beginning of the last record that follows a complete one; nil if there is no border.
  ///
  /// - Parameter known: bytes at the beginning that hold no border by themselves.
  /// - Complexity: O(*n*) in the number of bytes after `known`.
  func lastStart(in bytes: [UInt8], known: Int) -> Int? {
    switch self {
    case .lines: return bytes.lastIndex(of: 0x0A, from: known).map { $0 + 1 }
    case .messages:
      var start = bytes.count - Self.from.count
      while start >= max(1, known - Self.longestBorder) {
        if isMessageStart(start, in: bytes) { return start }
        start -= 1
      }
      return nil
    }
  }

  /// Returns the beginning of the second record; nil if there is only one.
  func secondStart(in bytes: [UInt8]) -> Int? {
    switch self {
    case .lines: return bytes.firstIndex(of: 0x0A).map { $0 + 1 }
    case .messages:
      guard bytes.count > Self.from.count else { return nil }
      return (1...(bytes.count - Self.from.count)).first { isMessageStart($0, in: bytes) }
    }
  }

  /// Returns the number of complete records.
  func count(in bytes: [UInt8]) -> Int {
    switch self {
    case .lines: bytes.count(of: 0x0A)
    case .messages: MailReader.messages(of: bytes).count
    }
  }

  /// Returns the bytes at the end of a discarded piece that a border may begin in.
  func end(of bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .lines: []
    case .messages: bytes.suffix(Self.longestBorder)
    }
  }

  /// Returns the report of a record that is too long.
  func tooLong(_ number: Int) -> SkippedSource.Reason {
    switch self {
    case .lines: .malformedLine(number, .tooLong)
    case .messages: .partlyRead
    }
  }

  /// Returns the records as work for a reader.
  func content(_ bytes: [UInt8], firstNumber: Int) -> ReadingUnit.Content {
    switch self {
    case .lines: .lines(bytes, firstNumber: firstNumber)
    case .messages: .messages(bytes, firstNumber: firstNumber)
    }
  }

  private func isMessageStart(_ start: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[start] == Self.from[0], start >= 2, bytes[start - 1] == 0x0A,
      bytes[start...].starts(with: Self.from)
    else { return false }
    let before = bytes[start - 2] == 0x0D ? start - 3 : start - 2
    return before >= 0 && bytes[before] == 0x0A
  }
}
