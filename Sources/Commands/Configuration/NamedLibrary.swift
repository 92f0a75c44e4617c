/// A library of the configuration: an index with a name, and its sources.
struct NamedLibrary: Sendable, Equatable {
  var name: String
  /// The absolute path of the folder of its index.
  var index: String
  /// The absolute paths of its sources.
  var sources: [String] = []
  /// The line on which its table begins, from 1.
  var line: Int

  /// Returns whether a name consists of letters, digits, `_`, `-` and `.`, and begins with a letter
  /// or digit. Names are part of ids and of paths.
  static func isName(_ name: String) -> Bool {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "_-.".unicodeScalars.contains($0)
    }
    let isLed = name.unicodeScalars.first.map { !"_-.".unicodeScalars.contains($0) } ?? false
    return isPlain && isLed && name.utf8.count <= 64
  }
}
