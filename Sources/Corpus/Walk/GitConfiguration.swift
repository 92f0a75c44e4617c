public import Platform

/// The part of the user's git configuration (git-config(1)) that lists the files to ignore in every
/// repository.
public enum GitConfiguration {
  /// The maximum number of bytes that are read of a configuration file.
  private static let longestFile = 1 << 20

  /// Returns the path of the user's ignore file: the value of `core.excludesFile`, or git's default
  /// path if it is not set. The result is nil if no path is known or the path is not absolute.
  ///
  /// Only the configuration files of the user are read, never that of a repository.
  public static func excludesFile(environment: Environment) -> String? {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let configuration =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? home.map { $0 + "/.config" }
    let files = [configuration.map { $0 + "/git/config" }, home.map { $0 + "/.gitconfig" }]
    var path = configuration.map { $0 + "/git/ignore" }
    // The later file takes precedence.
    for file in files.compactMap({ $0 }) {
      guard let bytes = try? readFile(file, atMost: longestFile),
        let value = excludesFile(in: String(decoding: bytes, as: UTF8.self))
      else { continue }
      path = value.hasPrefix("~/") ? home.map { $0 + value.dropFirst() } : value
    }
    return path.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// Returns the last value of `excludesFile` in the section `core`; nil if there is none.
  static func excludesFile(in text: String) -> String? {
    var section = ""
    var found: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmingBlanks
      if line.hasPrefix("[") {
        section = line.dropFirst().prefix { $0 != "]" }.trimmingBlanks.lowercased()
      } else if section == "core", let sign = line.firstIndex(of: "="),
        line[..<sign].trimmingBlanks.lowercased() == "excludesfile"
      {
        found = value(line[line.index(after: sign)...].trimmingBlanks)
      }
    }
    return found
  }

  /// Returns a value without its quotation marks, escapes and comment.
  private static func value(_ text: Substring) -> String {
    var value = ""
    var end = value.endIndex
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        value.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
        continue
      } else if character == "\"" {
        isQuoted.toggle()
        continue
      } else if !isQuoted, character == "#" || character == ";" {
        break
      } else {
        value.append(character)
        if !isQuoted, character.isWhitespace { continue }
      }
      end = value.endIndex
    }
    return String(value[..<end])
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
