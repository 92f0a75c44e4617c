import JSON
import Testing

@Suite("JSON values") struct JSONValueTests {
  @Test(
    "scalars are read",
    arguments: [
      ("\"\"", ""), (#""a b""#, "a b"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\0"),
      ("\"é€😀\"", "é€😀"), (" \t\r\n\"x\" \n", "x"),
      ("\"123456789012345\\n6\"", "123456789012345\n6"),
    ])
  func strings(text: String, expected: String) throws {
    #expect(try JSONValue(parsing: text).string == expected)
  }

  @Test(
    "numbers keep their form",
    arguments: [
      "0", "-0", "12", "-1.5", "1e9", "1E+9", "2.50e-3", "123456789012345678901234567890",
    ])
  func numbers(text: String) throws {
    #expect(try JSONValue(parsing: text).number == text)
  }

  @Test func nestedValuesAreReachedByKeyAndIndex() throws {
    let value = try JSONValue(
      parsing: #"{"a": [1, {"b": null, "c": [true, false]}], "d": {}, "e": []}"#)
    #expect(value["a"]?[0]?.integer == 1)
    #expect(value["a"]?[1]?["b"]?.isNull == true)
    #expect(value["a"]?[1]?["c"]?.array?.map(\.bool) == [true, false])
    #expect(value["a"]?[2] == nil)
    #expect(value["d"]?.object?.isEmpty == true)
    #expect(value["e"]?.array?.isEmpty == true)
    #expect(value["a"]?.string == nil)
  }

  @Test(
    "what is no JSON is refused where it breaks",
    arguments: [
      ("", .init(.unexpectedEnd, at: 0)),
      ("  ", .init(.unexpectedEnd, at: 2)),
      ("{", .init(.unexpectedEnd, at: 1)),
      ("[1,]", .init(.unexpectedByte(UInt8(ascii: "]")), at: 3)),
      ("{\"a\":1,}", .init(.unexpectedByte(UInt8(ascii: "}")), at: 7)),
      ("{\"a\" 1}", .init(.unexpectedByte(UInt8(ascii: "1")), at: 5)),
      ("{a:1}", .init(.unexpectedByte(UInt8(ascii: "a")), at: 1)),
      ("[1 2]", .init(.unexpectedByte(UInt8(ascii: "2")), at: 3)),
      ("tru", .init(.unexpectedEnd, at: 3)),
      ("nul!", .init(.unexpectedByte(UInt8(ascii: "!")), at: 3)),
      ("01", .init(.invalidNumber, at: 0)),
      ("-", .init(.invalidNumber, at: 0)),
      ("1.", .init(.invalidNumber, at: 0)),
      (".5", .init(.unexpectedByte(UInt8(ascii: ".")), at: 0)),
      ("+1", .init(.unexpectedByte(UInt8(ascii: "+")), at: 0)),
      ("1e", .init(.invalidNumber, at: 0)),
      ("NaN", .init(.unexpectedByte(UInt8(ascii: "N")), at: 0)),
      ("\"a", .init(.unexpectedEnd, at: 2)),
      ("\"a\nb\"", .init(.controlCharacter, at: 2)),
      ("\"0123456\u{1}89\"", .init(.controlCharacter, at: 8)),
      (#""\x""#, .init(.invalidEscape, at: 1)),
      (#""\u12g4""#, .init(.invalidEscape, at: 1)),
      (#""\u12"#, .init(.unexpectedEnd, at: 5)),
      (#""\ud800""#, .init(.unpairedSurrogate, at: 1)),
      (#""\ud800\u0041""#, .init(.unpairedSurrogate, at: 1)),
      (#""\udc00""#, .init(.unpairedSurrogate, at: 1)),
      ("1 x", .init(.trailingBytes, at: 2)),
      ("{} {}", .init(.trailingBytes, at: 3)),
      ("\u{FEFF}{}", .init(.unexpectedByte(0xEF), at: 0)),
    ] as [(String, JSONError)])
  func malformed(text: String, expected: JSONError) {
    #expect(throws: expected) { try JSONValue(parsing: text) }
  }

  @Test("nesting is bounded", arguments: [("[", "]"), ("{\"a\":", "}")])
  func depth(open: String, close: String) throws {
    func nested(_ depth: Int) -> String {
      let inner = open == "[" ? "" : "1"
      return String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
    }
    _ = try JSONValue(parsing: nested(JSONValue.maximumDepth))
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: nested(JSONValue.maximumDepth + 1))
    }
    #expect(error?.kind == .tooDeep)
    let endless = String(repeating: open, count: 100_000)
    #expect(throws: JSONError.self) { try JSONValue(parsing: endless) }
  }

  @Test(
    "bytes that are no UTF-8 are refused where they stand",
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC3, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xC0, 0xAF, 0x22], 1),
    ] as [([UInt8], Int)])
  func invalidUTF8(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONError.self) {
      try bytes.withUnsafeBufferPointer { bytes in _ = try JSONValue(parsing: bytes) }
    }
    #expect(error == JSONError(.invalidUTF8, at: offset))
  }
}
