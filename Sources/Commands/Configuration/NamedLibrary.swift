/// A library of the configuration: an index with a name, and what it is made from.
struct NamedLibrary: Sendable, Equatable {
  var name: String
  /// The folder of its index, absolute.
  var index: String
  /// Absolute paths of its sources.
  var sources: [String] = []
  /// The line that begins it, from 1.
  var line: Int

  /// Determines whether a name consists of letters, digits, `_`, `-` and `.`, and begins with one of
  /// the first two: it is part of ids and of a path.
  static func isName(_ name: String) -> Bool {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "_-.".unicodeScalars.contains($0)
    }
    let isLed = name.unicodeScalars.first.map { !"_-.".unicodeScalars.contains($0) } ?? false
    return isPlain && isLed && name.utf8.count <= 64
  }
}
