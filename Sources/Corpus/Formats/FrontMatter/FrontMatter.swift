import Model

/// The block of keys and values between two `---` lines at the top of a text.
struct FrontMatter {
  /// A key with its value.
  struct Field {
    /// In lower case, with `_` for `-`.
    var key: String
    var value: Value
    /// The lines that contain it, without surrounding white space.
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
  /// The offset of the text that follows it.
  var end: Int

  /// In bytes: a delimiter further down does not close front matter.
  static let maximumLength = 64 << 10

  /// Returns nil if there is no front matter at `start`.
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
      // The last of equal keys counts, as it does for the reader.
      for index in fields.indices {
        if let value = values[fields[index].key] { fields[index].value = value }
      }
    }
    self.fields = fields
  }

  private static func isDelimiter(_ line: Line, in bytes: Span<UInt8>) -> Bool {
    line.indent == 0 && line.content.count == 3 && bytes.starts(line.content, with: "---")
  }

  /// Returns a key in the form in which keys are compared: `publish_date` for `Publish-Date`.
  static func canonical(_ key: String) -> String {
    String(
      decoding: key.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? 0x5F : $0 }, as: UTF8.self)
  }
}
