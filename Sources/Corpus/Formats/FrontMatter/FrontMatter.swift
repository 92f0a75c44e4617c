/// The block of keys and values between two `---` lines at the top of a file.
struct FrontMatter {
  /// One key with its value.
  struct Field {
    /// In lower case, with `_` for `-`.
    var key: String
    var value: Value
    /// The lines that hold it, without white space around them.
    var range: Range<Int>
  }

  /// A value as far as metadata needs it.
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
  /// Where the text after it begins.
  var end: Int

  /// In bytes: a closing line further down closes no front matter.
  static let maximumLength = 64 << 10

  /// nil where the text has none.
  init?(in bytes: Span<UInt8>, from start: Int = 0) {
    guard start < bytes.count else { return nil }
    var line = Line(at: start, in: bytes)
    guard Self.isDelimiter(line, in: bytes) else { return nil }
    let contentStart = line.nextStart
    repeat {
      guard line.nextStart < min(bytes.count, start + Self.maximumLength) else { return nil }
      line = Line(at: line.nextStart, in: bytes)
    } while !Self.isDelimiter(line, in: bytes)
    let content = contentStart..<line.range.lowerBound
    end = min(line.nextStart, bytes.count)
    var fields = FrontMatterScanner.fields(of: content, in: bytes)
    guard !fields.isEmpty else { return nil }
    if let values = YAMLReader.values(of: bytes.extracting(content)) {
      // The last of equal keys counts, as the reader has it.
      for index in fields.indices {
        if let value = values[fields[index].key] { fields[index].value = value }
      }
    }
    self.fields = fields
  }

  private static func isDelimiter(_ line: Line, in bytes: Span<UInt8>) -> Bool {
    line.indent == 0 && line.content.count == 3 && bytes.starts(line.content, with: "---")
  }

  /// A key as it is compared: `Publish-Date` is `publish_date`.
  static func canonical(_ key: String) -> String {
    String(
      decoding: key.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? 0x5F : $0 }, as: UTF8.self)
  }
}
