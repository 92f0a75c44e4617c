import TestSupport
import Testing

@testable import JSON

@Suite("Fuzzed JSON") struct FuzzTests {
  private static let inputs = [
    #"{"_id": "a\u00e9\ud83d\ude00", "n": [-1.5e+10, 0, true, false, null, {"a": {}}], "": ""}"#,
    #"[[[[]]], "\\\"\n", 12345678901234567890, 1E400]"#,
  ].map { Array($0.utf8) }

  @Test func values() {
    let outcome = Fuzzing("json-value", Self.inputs).run { bytes throws(JSONError) in
      let value = try JSONValue(parsing: bytes.bindMemory(to: UInt8.self))
      _ = (value["n"]?[0]?.double, value["n"]?[1]?.integer, value[2]?.integer)
    }
    #expect(outcome.isTelling)
  }

  @Test func records() {
    let outcome = Fuzzing("json-record", Self.inputs).run { bytes throws(JSONError) in
      let record = try JSONRecord(parsing: bytes.bindMemory(to: UInt8.self))
      _ = (record["_id"]?.string, record["n"]?.array)
    }
    #expect(outcome.isTelling)
  }
}
