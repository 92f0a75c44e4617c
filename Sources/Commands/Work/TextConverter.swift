import Corpus
import Glibc

/// A program that converts documents of an unsupported format to text.
struct TextConverter: Sendable, Hashable {
  /// The file name extensions of the formats.
  var formats: [String]
  var command: String
  /// The Debian package that provides it.
  var package: String
  /// The command line, in which `FILE` represents the path of the file and `NAME` the path without
  /// its extension.
  var usage: String

  /// The converters that the table of unread formats lists.
  static let all = UnreadFormat.all.compactMap { format in
    format.helper.map {
      TextConverter(
        formats: format.endings, command: $0.command, package: $0.package, usage: $0.usage)
    }
  }

  /// Returns the command line for a file.
  func command(for path: String) -> String {
    let name = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    return usage.split(separator: " ").map { word in
      switch word {
      case "FILE": ShellWord.quoted(path)
      case _ where word.hasPrefix("NAME"): ShellWord.quoted(name + word.dropFirst(4))
      default: String(word)
      }
    }.joined(separator: " ")
  }

  /// Returns whether the program is installed and executable.
  ///
  /// - Parameter path: The folders of programs, separated by colons.
  func isInstalled(path: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(command)", X_OK) == 0 }
  }
}
