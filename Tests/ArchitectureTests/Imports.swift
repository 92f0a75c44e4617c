/// The `import` lines of a Swift file.
enum Imports {
  /// What may stand between `import` and a module's name.
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]

  /// The modules that a file imports, by the lines that begin with `import`, with or without
  /// attributes and an access level.
  static func modules(in source: String) -> Set<String> {
    var modules: Set<String> = []
    for line in source.split(separator: "\n") {
      var words = line.split(separator: " ")[...]
      while let word = words.first, word.hasPrefix("@") || Self.levels.contains(word) {
        words.removeFirst()
      }
      guard words.popFirst() == "import" else { continue }
      if let word = words.first, kinds.contains(word) { words.removeFirst() }
      guard let path = words.first, let module = path.split(separator: ".").first else { continue }
      modules.insert(String(module))
    }
    return modules
  }

  private static let levels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
}
