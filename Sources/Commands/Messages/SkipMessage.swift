import Corpus

/// Why something was not indexed, in a few words; what has the same words is reported together.
enum SkipMessage {
  static func text(_ reason: SkippedSource.Reason) -> String {
    switch reason {
    case .binary: "binary"
    case .notUTF8: "not UTF-8"
    case .unreadable(let code): "unreadable (\(ErrorMessage.reason(code)))"
    case .empty: "without words"
    case .tooLarge: "too large"
    case .unsupportedFormat(let name): "in a format that is not read (\(VisibleText.line(name)))"
    case .nestedTooDeeply: "nested too deeply"
    case .special: "no regular file"
    case .symbolicLinkLoop: "in a loop of symbolic links"
    case .changedWhileRead: "changing while it was read"
    case .damagedCompression: "with damaged compression"
    case .malformedLine(_, .json): "a line that is no JSON object"
    case .malformedLine(_, .missingID): "a line without an _id"
    case .malformedLine(_, .missingContent): "a line with neither title nor text"
    case .malformedLine(_, .tooLong): "a line that is too long"
    }
  }

  /// Where, as far as the reason tells it: the line or the byte behind the path.
  static func place(_ skipped: SkippedSource) -> String {
    switch skipped.reason {
    case .malformedLine(let line, _): "\(skipped.path):\(line)"
    case .notUTF8(let offset): "\(skipped.path) (byte \(offset))"
    default: skipped.path
    }
  }
}
