/// Where a session's lines come from: a person at a terminal, or a pipe.
public protocol LineSource {
  /// The next line, without its line end.
  ///
  /// - Parameter prompt: shown where someone is there to see it.
  /// - Throws: `LineError`; the source can be asked on after `.invalidUTF8`.
  mutating func nextLine(prompt: Prompt) throws(LineError) -> LineEvent

  /// Remembers a line that was accepted, where the source has a memory.
  mutating func remember(_ line: String)

  /// Whether more has arrived behind the line that was returned last, as when lines are pasted.
  var isFollowed: Bool { get }
}

extension LineSource {
  public mutating func remember(_ line: String) {}

  public var isFollowed: Bool { false }
}

/// The result of reading a line.
public enum LineEvent: Sendable, Equatable {
  case line(String)
  /// Ctrl-C: what was typed so far is discarded.
  case interrupted
  case endOfInput
}

/// Why a line could not be read.
public enum LineError: Error, Sendable, Equatable {
  /// Line number from 1, and the byte of that line (from 0) at which it stops being UTF-8.
  case invalidUTF8(line: Int, offset: Int)
  /// Line number from 1: it has more bytes than `PlainLineSource.longestLine`. What follows it cannot
  /// be found.
  case tooLong(line: Int)
  /// `read` failed with this `errno`.
  case unreadable(code: Int32)
}
