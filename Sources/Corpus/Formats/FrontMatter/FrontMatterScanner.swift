import Model

/// Reads front matter line by line: the range of each field, and a value to use if the front matter
/// is not valid YAML (`'A town's school'`).
enum FrontMatterScanner {
  static func fields(of content: Range<Int>, in bytes: Span<UInt8>) -> [FrontMatter.Field] {
    var fields: [FrontMatter.Field] = []
    var start = content.lowerBound
    while start < content.upperBound {
      let line = Line(at: start, in: bytes)
      start = line.nextStart
      if line.isBlank || bytes[line.content.lowerBound] == UInt8(ascii: "#") { continue }
      let isItem = bytes[line.content.lowerBound] == UInt8(ascii: "-")
      if line.indent == 0, !isItem, let (key, value) = pair(in: line.content, of: bytes) {
        fields.append(
          FrontMatter.Field(
            key: FrontMatter.canonical(key), value: .text(value), range: line.content))
      } else if var field = fields.popLast() {
        continueField(&field, with: line.content, in: bytes)
        fields.append(field)
      }
    }
    return fields
  }

  /// Adds a line to a field: an item of a list, a member of a map, or another line of a text.
  private static func continueField(
    _ field: inout FrontMatter.Field, with content: Range<Int>, in bytes: Span<UInt8>
  ) {
    field.range = field.range.lowerBound..<content.upperBound
    if bytes[content.lowerBound] == UInt8(ascii: "-") {
      let item = unquoted(bytes.string(in: Line.content(of: content.dropFirst(1), in: bytes)))
      if case .list(let items) = field.value {
        field.value = .list(items + [.text(item)])
      } else if field.value == .text("") {
        field.value = .list([.text(item)])
      }
    } else if let (key, value) = pair(in: content, of: bytes) {
      let member = FrontMatter.Value.Pair(key: FrontMatter.canonical(key), value: .text(value))
      if case .map(let members) = field.value {
        field.value = .map(members + [member])
      } else if field.value == .text("") {
        field.value = .map([member])
      }
    } else if case .text(let text) = field.value {
      let isMark = text.isEmpty || [">", "|", ">-", "|-", ">+", "|+"].contains(text)
      field.value = .text((isMark ? "" : text + " ") + bytes.string(in: content))
    }
  }

  /// Returns the parts of `key: value` if the key is one word.
  private static func pair(
    in content: Range<Int>, of bytes: Span<UInt8>
  ) -> (key: String, value: String)? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: content),
      colon > content.lowerBound, colon - content.lowerBound <= 64,
      colon + 1 == content.upperBound || bytes[colon + 1] <= 0x20
    else { return nil }
    for index in content.lowerBound..<colon {
      let byte = bytes[index]
      let isWord = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      guard isWord || bytes.isDigit(at: index) || byte == 0x5F || byte == 0x2D else { return nil }
    }
    let value = Line.content(of: (colon + 1)..<content.upperBound, in: bytes)
    return (bytes.string(in: content.lowerBound..<colon), unquoted(bytes.string(in: value)))
  }

  /// Returns `text` without surrounding quotation marks. Quotation marks inside are unchanged.
  private static func unquoted(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.count >= 2, let first = bytes.first, first == bytes.last,
      first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
