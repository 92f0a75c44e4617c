import JSON
import Testing

struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("values are separated, whatever they are nested in")
  func separates() {
    let text = written { writer in
      writer.object { writer in
        writer.key("a")
        writer.integer(-1)
        writer.key("b")
        writer.array(of: [1, 2]) { writer, value in writer.array { $0.integer(value) } }
        writer.key("c")
        writer.object { _ in }
        writer.key("d")
        writer.boolean(true)
        writer.key("e")
        writer.null()
        writer.key("f")
        writer.range(3..<5)
      }
      writer.newline()
      writer.string("next line")
      writer.newline()
    }
    #expect(
      text
        == #"{"a":-1,"b":[[1],[2]],"c":{},"d":true,"e":null,"f":[3,5]}"# + "\n\"next line\"\n")
  }

  @Test(
    "what JSON or a terminal would stumble over is escaped",
    arguments: [
      ("\"\\/", #""\"\\/""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\u{0}\u{1B}[31m\u{7F}", #""\u0000\u001b[31m\u007f""#),
      ("\u{85}\u{9B}é", #""\u0085\u009bé""#),
      ("\u{202E}\u{2028}\u{2067}\u{2027}", #""\u202e\u2028\u2067"# + "\u{2027}\""),
      ("\u{200E}\u{200F}\u{61C}\u{61B}", #""\u200e\u200f\u061c"# + "\u{61B}\""),
      ("中😀", "\"中😀\""), ("", "\"\""),
    ])
  func escapes(text: String, json: String) {
    #expect(written { $0.string(text) } == json)
  }

  @Test("every string reads back as it was", arguments: 0..<64)
  func stringsRoundTrip(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bound: UInt32 = [0x100, 0x2100, 0x11_0000][Int(state >> 61) % 3]
      text.unicodeScalars.append(Unicode.Scalar(UInt32(state >> 33) % bound) ?? " ")
    }
    #expect(try JSONValue(parsing: written { $0.string(text) }).string == text)
  }

  @Test(
    "a double reads back as the same double",
    arguments: [0, -0.0, 0.1, 1e-7, 11.93, 1e21, .pi, .leastNonzeroMagnitude, 5e300])
  func doublesRoundTrip(value: Double) throws {
    #expect(try JSONValue(parsing: written { $0.double(value) }).double == value)
  }

  @Test("a double that JSON does not have is null", arguments: [Double.nan, .infinity, -.infinity])
  func writesNull(value: Double) {
    #expect(written { $0.double(value) } == "null")
  }
}
