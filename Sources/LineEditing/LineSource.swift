/// A source of the lines of a session: a person at a terminal, or a pipe.
public protocol LineSource {
  /// Returns the next line, without its end.
  ///
  /// - Parameter prompt: The prompt, which is shown only on a terminal.
  /// - Throws: `LineError`. After `.invalidUTF8`, more lines can be read.
  mutating func nextLine(prompt: Prompt) throws(LineError) -> LineEvent

  /// Adds a line to the history, if the source has one.
  mutating func remember(_ line: String)

  /// A Boolean value that indicates whether more has arrived behind the line that was returned
  /// last, as when lines are pasted.
  var isFollowed: Bool { get }
}

extension LineSource {
  public mutating func remember(_ line: String) {}

  public var isFollowed: Bool { false }
}

/// The result of reading a line.
public enum LineEvent: Sendable, Equatable {
  case line(String)
  /// The user pressed Ctrl-C, so the text typed so far is discarded.
  case interrupted
  case endOfInput
}

/// The reason that a line could not be read.
public enum LineError: Error, Sendable, Equatable {
  /// The line is not UTF-8. Lines are counted from 1; the offset is that of the first invalid byte
  /// in the line.
  case invalidUTF8(line: Int, offset: Int)
  /// The line, counted from 1, has more bytes than `PlainLineSource.longestLine`. No more lines can
  /// be read.
  case tooLong(line: Int)
  /// `read` failed with this `errno`.
  case unreadable(code: Int32)
}
