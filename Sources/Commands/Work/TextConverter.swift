import Corpus
import Glibc

/// A program that converts documents of an unsupported format to text.
struct TextConverter: Sendable, Hashable {
  /// File name extensions.
  var formats: [String]
  var command: String
  /// The Debian package that provides it.
  var package: String
  /// The command line, with `FILE` for the file's path and `NAME` for its part before the dot.
  var usage: String

  /// Those of the table of formats.
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

  /// - Parameter path: The folders of programs, separated by colons.
  func isInstalled(path: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(command)", X_OK) == 0 }
  }
}
