/// The cues of a file with subtitles, in its order.
struct SubtitleFile {
  struct Cue: Equatable {
    /// The time at which the cue appears, in milliseconds from the beginning.
    var start: Int
    /// The time at which the cue disappears, in milliseconds from the beginning.
    var end: Int
    /// The lines of the cue joined by spaces, without marks. Empty for a cue that only ends the one
    /// before it.
    var text: [UInt8]
  }

  private(set) var title: String?
  private(set) var cues: [Cue] = []
  private var open: (start: Int, end: Int, lines: [[UInt8]])?
  /// The last line of the last cue. Roll-up captions repeat it.
  private var lastLine: [UInt8] = []

  /// - Parameter bytes: The text of the file in UTF-8.
  init(_ bytes: [UInt8]) {
    var isFirst = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if isFirst { readTitle(line, after: "WEBVTT") }
      isFirst = false
      if line.starts(with: "Dialogue:".utf8) {
        // The fields are layer, start, end, style, name, three margins, effect and text.
        let fields = line.split(separator: 0x2C, maxSplits: 9, omittingEmptySubsequences: false)
        guard fields.count == 10, let start = Self.milliseconds(fields[1]) else { continue }
        open = (start, Self.milliseconds(fields[2]) ?? start, [Self.plain(fields[9])])
        close()
      } else if let arrow = bytes.span.firstRange(of: "-->", in: line.indices),
        let start = Self.milliseconds(line[..<arrow.lowerBound])
      {
        close()
        open = (start, Self.milliseconds(line[arrow.upperBound...]) ?? start, [])
      } else if line.allSatisfy({ $0 <= 0x20 }) {
        // The first line of a cue may be blank, but not empty.
        if line.isEmpty || open?.lines.isEmpty == false { close() }
      } else if open != nil {
        let text = Self.plain(line)
        if !text.isEmpty { open?.lines.append(text) }
      } else {
        readTitle(line, after: "Title:")
      }
    }
    close()
  }

  private mutating func close() {
    guard let (start, end, lines) = open else { return }
    open = nil
    let isBlank = lines.allSatisfy(\.isEmpty)
    let new = !isBlank && lines.first == lastLine ? lines.dropFirst() : lines[...]
    lastLine = lines.last ?? []
    if isBlank || !new.isEmpty {
      cues.append(Cue(start: start, end: end, text: Array(new.joined(separator: [0x20]))))
    } else if !cues.isEmpty {
      cues[cues.count - 1].end = max(cues[cues.count - 1].end, end)
    }
  }

  private mutating func readTitle(_ line: ArraySlice<UInt8>, after label: String) {
    guard title == nil, line.starts(with: label.utf8) else { return }
    let value = line.dropFirst(label.utf8.count).drop { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
    if !value.isEmpty { title = String(decoding: value, as: UTF8.self) }
  }

  /// Returns the number of milliseconds in a time such as `01:02:03,456`, `02:03.456` or
  /// `0:02:03.45`. Settings may follow after a space.
  static func milliseconds(_ text: ArraySlice<UInt8>) -> Int? {
    let text = text.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last else { return nil }
    var total = 0
    for part in parts {
      let digits = part.prefix { (0x30...0x39).contains($0) }
      guard let value = Int(String(decoding: digits, as: UTF8.self)), value < 100_000 else {
        return nil
      }
      total = total * 60 + value
    }
    var thousandths = 0
    var unit = 100
    let fraction = last.drop { (0x30...0x39).contains($0) }.dropFirst()
    for digit in fraction.prefix(3) where (0x30...0x39).contains(digit) {
      thousandths += Int(digit - 0x30) * unit
      unit /= 10
    }
    return total * 1000 + thousandths
  }

  /// Returns a text without tags (`<i>`, `{\an8}`) and forced line breaks (`\N`).
  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    // A mark is closed by a byte after it; the last one of each kind is looked for only once.
    let lastAngle = text.lastIndex(of: UInt8(ascii: ">")) ?? -1
    let lastBrace = text.lastIndex(of: UInt8(ascii: "}")) ?? -1
    var closing: UInt8?
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      if let end = closing {
        if byte == end { closing = nil }
      } else if byte == UInt8(ascii: "<"), index <= lastAngle {
        closing = UInt8(ascii: ">")
      } else if byte == UInt8(ascii: "{"), index < text.endIndex,
        text[index] == UInt8(ascii: "\\"), index <= lastBrace
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
}
