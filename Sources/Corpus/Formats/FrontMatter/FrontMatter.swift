import Model

/// A block of keys and values at the top of a text: YAML between `---` lines, TOML between `+++`
/// lines, a JSON object, or the title, author and date of Pandoc's title block.
struct FrontMatter {
  /// A key with its value.
  struct Field {
    /// The key in lowercase, with `_` for `-`.
    var key: String
    var value: Value
    /// The range of the field's lines, without surrounding white space.
    var range: Range<Int>
  }

  /// A value, reduced to what metadata needs.
  enum Value: Equatable {
    case text(String)
    case list([Value])
    case map([Pair])

    struct Pair: Equatable {
      var key: String
      var value: Value
    }
  }

  var fields: [Field]
  /// The offset of the text that follows the front matter.
  var end: Int

  /// The greatest length of front matter in bytes. A delimiter after it does not close front
  /// matter.
  static let maximumLength = 64 << 10

  /// Reads the front matter at `start`. Returns nil if there is none.
  init?(in bytes: Span<UInt8>, from start: Int = 0) {
    guard start < bytes.count else { return nil }
    let found =
      switch bytes[start] {
      case UInt8(ascii: "-"): Self.yaml(in: bytes, from: start)
      case UInt8(ascii: "+"): Self.toml(in: bytes, from: start)
      case UInt8(ascii: "{"): JSONFrontMatter.read(bytes, from: start)
      case UInt8(ascii: "%"): Self.titleBlock(in: bytes, from: start)
      default: nil as (fields: [Field], end: Int)?
      }
    guard let found, !found.fields.isEmpty else { return nil }
    fields = found.fields
    end = found.end
  }

  private static func yaml(in bytes: Span<UInt8>, from start: Int) -> (fields: [Field], end: Int)? {
    guard let (content, end) = content(in: bytes, from: start, between: "---") else { return nil }
    var fields = FrontMatterScanner.fields(of: content, in: bytes)
    if let values = YAMLReader.values(of: bytes.extracting(content)) {
      // The last one of several equal keys counts, as in `YAMLReader`.
      for index in fields.indices {
        if let value = values[fields[index].key] { fields[index].value = value }
      }
    }
    return (fields, end)
  }

  private static func toml(in bytes: Span<UInt8>, from start: Int) -> (fields: [Field], end: Int)? {
    guard let (content, end) = content(in: bytes, from: start, between: "+++") else { return nil }
    return (TOMLFrontMatter.fields(of: content, in: bytes), end)
  }

  /// Reads three lines that begin with `% ` and that a blank line follows: the title, the authors,
  /// and the date, which has a digit, unlike most comments.
  private static func titleBlock(
    in bytes: Span<UInt8>, from start: Int
  ) -> (fields: [Field], end: Int)? {
    var fields: [Field] = []
    var next = start
    for key in ["title", "author", "date"] {
      guard next < bytes.count, case let line = Line(at: next, in: bytes), line.indent == 0,
        line.range.count > 1, bytes[next] == UInt8(ascii: "%"), bytes[next + 1] == UInt8(ascii: " ")
      else { return nil }
      let value = bytes.string(in: Line.content(of: line.content.dropFirst(1), in: bytes))
      if !value.isEmpty {
        fields.append(Field(key: key, value: .text(value), range: line.content))
      }
      next = line.nextStart
    }
    guard let last = fields.last, last.key == "date",
      case .text(let date) = last.value, date.utf8.contains(where: { 0x30...0x39 ~= $0 }),
      next >= bytes.count || Line(at: next, in: bytes).isBlank
    else { return nil }
    return (fields, min(next, bytes.count))
  }

  /// Returns the range between two lines that consist of `delimiter`, and the end of the second
  /// line.
  private static func content(
    in bytes: Span<UInt8>, from start: Int, between delimiter: StaticString
  ) -> (Range<Int>, end: Int)? {
    func isDelimiter(_ line: Line) -> Bool {
      line.indent == 0 && line.content.count == 3 && bytes.starts(line.content, with: delimiter)
    }
    var line = Line(at: start, in: bytes)
    guard isDelimiter(line) else { return nil }
    let contentStart = line.nextStart
    repeat {
      guard line.nextStart < min(bytes.count, start + maximumLength) else { return nil }
      line = Line(at: line.nextStart, in: bytes)
    } while !isDelimiter(line)
    return (contentStart..<line.range.lowerBound, min(line.nextStart, bytes.count))
  }

  /// Returns a key in the form in which keys are compared: `publish_date` for `Publish-Date`.
  static func canonical(_ key: String) -> String {
    String(
      decoding: key.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? 0x5F : $0 }, as: UTF8.self)
  }
}
