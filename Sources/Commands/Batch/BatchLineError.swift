/// Why a line of a batch is no question.
enum BatchLineError: Error, Sendable, Equatable {
  /// From the first byte of the line.
  case invalidUTF8(offset: Int)
  case malformedJSON(offset: Int)
  /// No `question` or `text`, or one that is no string.
  case noQuestion
  case invalidIdentifier
  case emptyQuestion
  /// It has more bytes than are read of a line. What follows it cannot be found.
  case tooLong(limit: Int)
}
