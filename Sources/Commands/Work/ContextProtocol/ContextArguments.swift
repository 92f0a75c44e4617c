import JSON
import Library
import Model
import TextAnalysis

/// The arguments of a tool.
struct ContextArguments {
  private let members: [String: JSONValue]

  init(_ members: [String: JSONValue]) { self.members = members.filter { !$0.value.isNull } }

  /// Checks that all arguments that the tool's schema requires are present, and no unknown ones.
  func check(_ schema: String) throws(ContextFailure) {
    guard let schema = try? JSONValue(parsing: schema) else { return }
    let known = schema["properties"]?.object ?? [:]
    if let name = members.keys.sorted().first(where: { known[$0] == nil }) {
      let names = known.keys.sorted().joined(separator: ", ")
      throw ContextFailure("unknown argument \(name); the arguments are: \(names)")
    }
    for name in (schema["required"]?.array ?? []).compactMap(\.string) where members[name] == nil {
      throw ContextFailure("the argument \(name) is required")
    }
  }

  func string(_ name: String) throws(ContextFailure) -> String? {
    guard let value = members[name] else { return nil }
    guard let text = value.string else { throw ContextFailure("\(name) must be a string") }
    return text
  }

  /// Returns a text that is not blank.
  func text(_ name: String) throws(ContextFailure) -> String {
    let text = try string(name) ?? ""
    guard !text.utf8.allSatisfy(\.isBlank) else { throw ContextFailure("\(name) is empty") }
    return text
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(ContextFailure) -> Int? {
    guard let value = members[name] else { return nil }
    guard let number = value.integer, range.contains(number) else {
      throw ContextFailure(
        "\(name) must be an integer from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func strings(_ name: String) throws(ContextFailure) -> [String] {
    guard let value = members[name] else { return [] }
    let strings = value.array?.compactMap(\.string) ?? []
    guard let array = value.array, strings.count == array.count else {
      throw ContextFailure("\(name) must be an array of strings")
    }
    return strings
  }

  /// Returns the conditions on documents.
  func narrowing() throws(ContextFailure) -> Narrowing {
    var narrowing = Narrowing(patterns: try strings("in").map { DocumentPattern($0) })
    narrowing.authors = try string("author").map { [$0] } ?? []
    narrowing.titles = try string("title").map { [$0] } ?? []
    narrowing.tags = try string("tag").map { [$0] } ?? []
    narrowing.libraries = try string("library").map { [$0] } ?? []
    narrowing.since = try date("since")
    narrowing.before = try date("before")
    return narrowing
  }

  private func date(_ name: String) throws(ContextFailure) -> DateBorder? {
    guard let text = try string(name) else { return nil }
    guard let date = DateBorder(text) else {
      throw ContextFailure("\(name) must be a date such as 2026, 2026-03 or 2026-03-14")
    }
    return date
  }

  /// Returns the language of the question; nil if it is to be detected.
  func language() throws(ContextFailure) -> Language? {
    guard let tag = try string("language") else { return nil }
    guard let choice = LanguageChoice(argument: tag) else {
      throw ContextFailure("language must be auto, en, id or another two-letter code")
    }
    return choice.language
  }

  /// Returns a range of lines, given as `17` or `10-20`.
  func lines(_ name: String) throws(ContextFailure) -> ClosedRange<Int>? {
    guard let text = try string(name) else { return nil }
    guard let range = LineRange(text)?.lines else {
      throw ContextFailure("\(name) must be a line such as 17, or a range such as 10-20")
    }
    return range
  }
}
