import JSON
import TestSupport
import Testing

@Suite("JSON records") struct JSONRecordTests {
  /// Reads a member of a record and lets go of the bytes.
  private func member(_ key: String, of line: String) throws -> JSONValue? {
    try Array(line.utf8).withUnsafeBufferPointer { try JSONRecord(parsing: $0)[key] }
  }

  @Test(
    "a member is found by its key",
    arguments: [
      (#"{"_id": "7", "title": "x"}"#, "title", "x"),
      (#"{"a": {"title": "inner"}, "title": "outer"}"#, "title", "outer"),
      (#"{"title": "first", "title": "last"}"#, "title", "last"),
      (#"{"t\u0069tle": "escaped key"}"#, "title", "escaped key"),
      (#" { "title" : "a\tb" } "#, "title", "a\tb"),
    ])
  func find(line: String, key: String, expected: String) throws {
    #expect(try member(key, of: line)?.string == expected)
  }

  @Test func aMissingMemberIsNil() throws {
    #expect(try member("b", of: #"{"a": 1}"#) == nil)
    #expect(try member("a", of: "{}") == nil)
  }

  @Test func nestedMembersAreDecodedOnDemand() throws {
    let value = try member("a", of: #"{"a": {"b": [1, {"c": "d"}]}}"#)
    #expect(value?["b"]?[1]?["c"]?.string == "d")
  }

  @Test("only an object is a record", arguments: ["[]", "1", "\"a\"", "null"])
  func notAnObject(line: String) {
    let error = #expect(throws: JSONError.self) { try member("a", of: line) }
    #expect(error?.kind == .notAnObject)
  }

  @Test func whatFollowsARecordIsRefused() {
    let error = #expect(throws: JSONError.self) { try member("a", of: "{\"a\":1}, {}") }
    #expect(error == JSONError(.trailingBytes, at: 7))
  }

  @Test(
    "damaged records never trap and agree with the tree reader", arguments: 0..<20 as Range<UInt64>)
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let seedText =
      #"{"_id": "a\u00e9\ud83d\ude00", "n": [-1.5e3, {"x": null}], "t": true, "é": "\n"}"#
    for _ in 0..<2000 {
      var bytes = Array(seedText.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch UInt8.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: at)
        }
      }
      bytes.withUnsafeBufferPointer { bytes in
        let tree = try? JSONValue(parsing: bytes)
        let record = try? JSONRecord(parsing: bytes)
        #expect((record != nil) == (tree?.object != nil))
        for (key, value) in tree?.object ?? [:] { #expect(record?[key] == value) }
      }
    }
  }

  @Test("random bytes never trap", arguments: 0..<20 as Range<UInt64>)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array(#"{}[]:,"\u0aed8-+.eE truefalsn"#.utf8) + [0, 0x1F, 0x80, 0xC3, 0xFF]
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<24, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      bytes.withUnsafeBufferPointer { bytes in
        let tree = try? JSONValue(parsing: bytes)
        let record = try? JSONRecord(parsing: bytes)
        #expect((record != nil) == (tree?.object != nil))
      }
    }
  }
}
