import JSON
import Model

/// Reads front matter that is a JSON object.
///
/// Only an object that states metadata and is followed by text is front matter: a file that
/// consists of JSON is a text itself.
enum JSONFrontMatter {
  static func read(
    _ bytes: Span<UInt8>, from start: Int
  ) -> (fields: [FrontMatter.Field], end: Int)? {
    guard let end = objectEnd(in: bytes, from: start) else { return nil }
    let line = Line(at: end, in: bytes)
    let rest = min(line.nextStart, bytes.count)
    guard line.isBlank, bytes.extracting(rest..<bytes.count).hasWord,
      let members = try? bytes.extracting(start..<end).withUnsafeBufferPointer({
        try JSONValue(parsing: $0).object
      })
    else { return nil }
    let fields = memberRanges(in: bytes, from: start, to: end).compactMap {
      key, range -> FrontMatter.Field? in
      guard let value = members[key].flatMap(value) else { return nil }
      return .init(key: FrontMatter.canonical(key), value: value, range: range)
    }
    let isKnown = fields.contains { ["title", "date", "author", "authors"].contains($0.key) }
    return isKnown ? (fields, rest) : nil
  }

  private static func value(_ value: JSONValue) -> FrontMatter.Value? {
    if let text = value.string ?? value.number { return .text(text) }
    if let values = value.array { return .list(values.compactMap(self.value)) }
    return value.object.map { members in
      .map(
        members.sorted { $0.key < $1.key }.compactMap { key, member in
          self.value(member).map { .init(key: FrontMatter.canonical(key), value: $0) }
        })
    }
  }

  /// Returns the end of the object that begins at `start`, or nil if it is longer than front matter
  /// may be.
  private static func objectEnd(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var isInString = false
    var index = start
    let limit = min(bytes.count, start + FrontMatter.maximumLength)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInString: index += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Returns the keys of an object, with the ranges of its members without white space and commas.
  private static func memberRanges(
    in bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> [(key: String, range: Range<Int>)] {
    var members: [(key: String, range: Range<Int>)] = []
    var depth = 0
    var isInString = false
    var first = start + 1
    func close(at index: Int) {
      let range = Line.content(of: first..<index, in: bytes)
      guard let open = bytes.firstIndex(of: UInt8(ascii: "\""), in: range),
        let quote = bytes.firstIndex(of: UInt8(ascii: "\""), in: (open + 1)..<range.upperBound)
      else { return }
      members.append((bytes.string(in: (open + 1)..<quote), range))
    }
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInString: index += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString:
        depth -= 1
        if depth == 0 { close(at: index) }
      case UInt8(ascii: ",") where !isInString && depth == 1:
        close(at: index)
        first = index + 1
      default: break
      }
      index += 1
    }
    return members
  }
}
