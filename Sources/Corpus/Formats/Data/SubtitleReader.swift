import Model

/// Reads subtitles (SubRip, WebVTT, SubStation Alpha). The cues are joined into sentences, each
/// with the time at which it begins.
struct SubtitleReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let bytes = try TextDecoder.utf8(input.bytes)
    var writer = MarkupWriter()
    var sentence: [UInt8] = []
    var start = 0
    var last: [UInt8] = []
    func flush(_ writer: inout MarkupWriter) {
      guard !sentence.isEmpty else { return }
      writer.place(Place(.time, start))
      writer.paragraph(sentence)
      sentence = []
    }
    for cue in Self.cues(of: bytes) {
      // Roll-up captions repeat the previous line.
      guard !cue.text.isEmpty, cue.text != last else { continue }
      last = cue.text
      if sentence.isEmpty { start = cue.seconds } else { sentence.append(0x20) }
      sentence += cue.text
      if Self.endsSentence(cue.text) || sentence.count > 600 { flush(&writer) }
    }
    flush(&writer)
    return [ExtractedText(text: writer.bytes, places: writer.places)]
  }

  struct Cue: Equatable {
    /// The time from the beginning, in seconds.
    var seconds: Int
    var text: [UInt8]
  }

  static func cues(of bytes: [UInt8]) -> [Cue] {
    var cues: [Cue] = []
    var open: Cue?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.starts(with: "Dialogue:".utf8) {
        // The fields are layer, start, end, style, name, three margins, effect and text.
        let fields = line.split(separator: 0x2C, maxSplits: 9, omittingEmptySubsequences: false)
        if fields.count == 10, let seconds = seconds(fields[1]) {
          cues.append(Cue(seconds: seconds, text: plain(fields[9])))
        }
      } else if let arrow = line.firstRange(of: "-->".utf8),
        let seconds = seconds(line[..<arrow.lowerBound])
      {
        if let open { cues.append(open) }
        open = Cue(seconds: seconds, text: [])
      } else if line.allSatisfy({ $0 <= 0x20 }) {
        if let open { cues.append(open) }
        open = nil
      } else if open != nil {
        let text = plain(line)
        if open?.text.isEmpty == false, !text.isEmpty { open?.text.append(0x20) }
        open?.text += text
      }
    }
    if let open { cues.append(open) }
    return cues
  }

  /// Returns the number of seconds in a time such as `01:02:03,456` or `02:03.456`.
  private static func seconds(_ text: ArraySlice<UInt8>) -> Int? {
    let parts = String(decoding: text, as: UTF8.self).split(separator: ":")
    guard (2...3).contains(parts.count) else { return nil }
    var seconds = 0
    for part in parts {
      let digits = part.filter { !$0.isWhitespace }.prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(digits), value < 100_000 else { return nil }
      seconds = seconds * 60 + value
    }
    return seconds
  }

  /// Returns a text without tags (`<i>`, `{\an8}`) and forced line breaks (`\N`).
  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var closing: UInt8?
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      if let end = closing {
        if byte == end { closing = nil }
      } else if byte == UInt8(ascii: "<"), text[index...].contains(UInt8(ascii: ">")) {
        closing = UInt8(ascii: ">")
      } else if byte == UInt8(ascii: "{"), index < text.endIndex,
        text[index] == UInt8(ascii: "\\"), text[index...].contains(UInt8(ascii: "}"))
      {
        closing = UInt8(ascii: "}")
      } else if byte == UInt8(ascii: "\\"), index < text.endIndex,
        text[index] | 0x20 == UInt8(ascii: "n") || text[index] == UInt8(ascii: "h")
      {
        plain.append(0x20)
        index += 1
      } else {
        plain.append(byte)
      }
    }
    let start = plain.firstIndex { $0 > 0x20 } ?? plain.count
    let end = plain.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Array(plain[start..<end])
  }

  private static func endsSentence(_ text: [UInt8]) -> Bool {
    let end = text.last { ![0x22, 0x27, 0x29, 0x5D].contains($0) }
    return end == UInt8(ascii: ".") || end == UInt8(ascii: "?") || end == UInt8(ascii: "!")
      || text.suffix(3) == [0xE2, 0x80, 0xA6] || text.suffix(3) == [0xE3, 0x80, 0x82]
  }
}
