import Glibc
import Platform

/// The choice of coloured output.
enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never

  /// Returns whether output is coloured. `--color` takes precedence over `NO_COLOR` (no-color.org:
  /// any value that is not empty), which takes precedence over the properties of the terminal.
  func isColored(onTerminal: Bool, environment: Environment) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      onTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }
}

/// The choice of links that a terminal can open (OSC 8).
enum LinkChoice: String, Sendable, CaseIterable {
  case auto, always, never

  /// Returns whether links are shown.
  ///
  /// Terminals cannot be asked whether they support links, and some print the sequence as text, so
  /// `auto` relies on the names of terminals that are known to support them. `FORCE_HYPERLINK` (0
  /// or 1), which other programs use too, overrides these names.
  func areShown(onTerminal: Bool, isColored: Bool, environment: Environment) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      guard onTerminal, isColored else { return false }
      if let forced = environment["FORCE_HYPERLINK"] { return forced != "0" && !forced.isEmpty }
      if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5000 }
      if Self.variables.contains(where: { environment[$0] != nil }) { return true }
      let names = [environment["TERM_PROGRAM"], environment["TERM"]].compactMap(\.self)
      return names.contains { name in Self.names.contains { name.hasPrefix($0) } }
    }
  }

  private static let variables = ["WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM"]
  private static let names = [
    "iTerm", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "xterm-kitty", "xterm-ghostty",
    "alacritty", "foot", "contour",
  ]
}

/// Links to files.
enum FileLink {
  /// Returns the URL of a file on this machine (RFC 8089). Its host lets a terminal on another
  /// machine know that it has no such file.
  ///
  /// - Parameters:
  ///   - path: An absolute path.
  ///   - page: The page of a PDF document to show (RFC 8118).
  static func url(path: String, page: Int? = nil) -> String {
    "file://\(host)" + encoded(path) + (page.map { "#page=\($0)" } ?? "")
  }

  /// Percent-encodes everything but unreserved characters and slashes (RFC 3986).
  static func encoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }()

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
      || "/-._~".utf8.contains(byte)
  }
}
