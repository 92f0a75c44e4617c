/// The code of a Swift file, read by its words: without comments and the text of string literals.
struct SwiftSource {
  /// The types that other files can name: declared at the top level, and not private.
  private(set) var declaredTypes: Set<String> = []
  /// The capitalised words of the code that may name a type: those that do not follow a point.
  private(set) var names: Set<String> = []

  init(_ text: String) {
    var isMultilineText = false
    for line in text.split(separator: "\n") {
      let quotes = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
      defer { if !quotes.isMultiple(of: 2) { isMultilineText.toggle() } }
      guard !isMultilineText else { continue }
      let code = Self.code(of: line)
      if !code.hasPrefix(" ") { declare(code) }
      addNames(of: code)
    }
  }

  private mutating func addNames(of code: String) {
    var word = ""
    var before: Character = " "
    for character in code + " " {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      if word.first?.isUppercase == true, before != "." { names.insert(word) }
      word = ""
      before = character
    }
  }

  private mutating func declare(_ code: String) {
    let words = code.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
    guard let kind = words.firstIndex(where: { Self.kinds.contains($0) }), kind + 1 < words.count,
      words[..<kind].allSatisfy({ Self.modifiers.contains($0) || $0.hasPrefix("@") })
    else { return }
    declaredTypes.insert(String(words[kind + 1]))
  }

  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]
  private static let modifiers: Set<Substring> = ["public", "package", "internal", "final"]

  /// A line without its comment and string literals. Code that a literal interpolates remains.
  private static func code(of line: Substring) -> String {
    var code = ""
    var isText = false
    /// For each interpolation that is open, the number of its open parentheses.
    var interpolations: [Int] = []
    var rest = line[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\" where isText:
        if rest.popFirst() == "(" {
          interpolations.append(1)
          isText = false
        }
      case "\"": isText.toggle()
      case _ where isText: break
      case "/" where rest.first == "/": return code
      case "(" where !interpolations.isEmpty:
        interpolations[interpolations.count - 1] += 1
        code.append(character)
      case ")" where !interpolations.isEmpty:
        interpolations[interpolations.count - 1] -= 1
        if interpolations.last == 0 {
          interpolations.removeLast()
          isText = true
        }
        code.append(" ")
      default: code.append(character)
      }
    }
    return code
  }
}
