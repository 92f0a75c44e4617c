import Model

/// Reads Rich Text Format (RTF 1.9.1).
struct RichTextReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    // Some programs save the body of a document alone, without the header `{\rtf1`.
    guard input.bytes.starts(with: "{\\".utf8) else { throw ReadingError(.damaged) }
    var parser = RichTextParser(input.bytes)
    try parser.parse()
    return [ExtractedText(text: parser.writer.bytes, metadata: parser.metadata)]
  }
}

private struct RichTextParser {
  /// The greatest depth of nested groups.
  private static let maximumDepth = 100

  private enum Destination { case body, skipped, title, author, created }

  private struct Group {
    var destination = Destination.body
    /// The number of characters after `\u` that represent it in programs without Unicode.
    var fallbackLength = 1
    var charset = Charset.windows1252
    /// A Boolean value that indicates whether the group begins with `\*`.
    var isOptional = false
  }

  var writer = MarkupWriter()
  var metadata = Metadata()
  private let bytes: [UInt8]
  private var index = 0
  private var groups = [Group()]
  private var paragraph: [UInt8] = []
  private var cells: [[UInt8]] = []
  private var outline: Int?
  private var isItem = false
  /// The bytes in the current encoding that are not decoded yet.
  private var pending: [UInt8] = []
  private var toSkip = 0
  private var highSurrogate: UInt32?
  private var values: [Destination: [UInt8]] = [:]
  private var created: [Int] = [0, 0, 0]
  private var fontCharsets: [Int: Charset] = [:]
  private var font = 0
  /// A Boolean value that indicates whether a group has just begun.
  private var isGroupStart = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Complexity: O(*n*), where *n* is the number of bytes.
  mutating func parse() throws(ReadingError) {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // A line break has no meaning.
      if byte == 0x0A || byte == 0x0D { continue }
      defer { isGroupStart = byte == UInt8(ascii: "{") }
      switch byte {
      case UInt8(ascii: "{"):
        guard groups.count < Self.maximumDepth else { throw ReadingError(.nestedTooDeeply) }
        flush()
        var group = groups[groups.count - 1]
        group.isOptional = false
        groups.append(group)
      case UInt8(ascii: "}"):
        flush()
        if groups.count > 1 { groups.removeLast() }
      case UInt8(ascii: "\\"): control()
      default: append(byte)
      }
    }
    // A table that is cut off has no end of its last row.
    endParagraph(isRow: !cells.isEmpty)
    if let title = values[.title] { metadata.addTitle(String(decoding: title, as: UTF8.self)) }
    if let author = values[.author] {
      metadata.add(.author, String(decoding: author, as: UTF8.self))
    }
    if let date = CalendarDate(year: created[0], month: created[1], day: created[2]) {
      metadata.addDate(date.description)
    }
  }

  private var group: Group {
    get { groups[groups.count - 1] }
    set { groups[groups.count - 1] = newValue }
  }

  private mutating func control() {
    guard index < bytes.count else { return }
    let first = bytes[index]
    guard Self.isLetter(first) else {
      index += 1
      switch first {
      case UInt8(ascii: "'"):
        guard index + 1 < bytes.count, let high = PercentCoding.hexDigit(bytes[index]),
          let low = PercentCoding.hexDigit(bytes[index + 1])
        else { return }
        index += 2
        append(high << 4 | low)
      case UInt8(ascii: "~"): write([0xC2, 0xA0])
      case UInt8(ascii: "_"): write([UInt8(ascii: "-")])
      // Elsewhere the mark has no meaning.
      case UInt8(ascii: "*"): group.isOptional = isGroupStart
      case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): append(first)
      case 0x0A, 0x0D: endParagraph()
      default: break
      }
      return
    }
    let start = index
    while index < bytes.count, Self.isLetter(bytes[index]), index - start < 32 { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    var parameter: Int?
    let number = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - number < 10 {
      index += 1
    }
    if index > number {
      parameter = Int(String(decoding: bytes[number..<index], as: UTF8.self))
      if parameter == nil { index = number }
    }
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    execute(word, parameter)
  }

  private mutating func execute(_ word: String, _ parameter: Int?) {
    switch word {
    case "u":
      flush()
      unicode(UInt32(truncatingIfNeeded: parameter ?? 0) & 0xFFFF)
      toSkip = group.fallbackLength
      return
    case "uc": group.fallbackLength = min(max(parameter ?? 1, 0), 16)
    case "bin": index = min(index + max(parameter ?? 0, 0), bytes.count)
    case "ansicpg": setCharset(Charset(label: "windows-\(parameter ?? 1252)"))
    case "mac": setCharset(.singleByte("macintosh"))
    case "fcharset": fontCharsets[font] = Self.charset(ofFont: parameter ?? 0)
    case "f":
      flush()
      font = parameter ?? 0
      if let charset = fontCharsets[font], group.destination == .body { group.charset = charset }
    case "par", "sect", "page", "row": endParagraph(isRow: word == "row")
    case "cell":
      flush()
      cells.append(paragraph)
      paragraph = []
    case "line", "tab": write([0x20])
    case "pard":
      outline = nil
      isItem = false
    case "outlinelevel": outline = parameter
    case "ls", "pntext", "listtext":
      isItem = true
      if word != "ls" { group.destination = .skipped }
    case "emdash": write(Array("—".utf8))
    case "endash": write(Array("–".utf8))
    case "bullet": write(Array("•".utf8))
    case "lquote": write(Array("‘".utf8))
    case "rquote": write(Array("’".utf8))
    case "ldblquote": write(Array("“".utf8))
    case "rdblquote": write(Array("”".utf8))
    case "info": group.destination = .skipped
    case "title": group.destination = .title
    case "author": group.destination = .author
    case "creatim": group.destination = .created
    case "yr": if group.destination == .created { created[0] = parameter ?? 0 }
    case "mo": if group.destination == .created { created[1] = parameter ?? 0 }
    case "dy": if group.destination == .created { created[2] = parameter ?? 0 }
    case "fonttbl", "colortbl", "stylesheet", "pict", "object", "header", "headerl", "headerr",
      "headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "listtable",
      "listoverridetable", "generator", "themedata", "datastore", "rsidtbl", "xmlnstbl",
      "nonshppict",
      "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "deleted", "comment", "keywords",
      "subject", "operator", "company", "category", "manager":
      group.destination = .skipped
    // Word writes shapes with a picture in optional groups that also contain text.
    case "shptxt", "shppict", "footnote", "fldrslt": break
    default: if group.isOptional { group.destination = .skipped }
    }
    group.isOptional = false
  }

  /// Appends a UTF-16 code unit. A high surrogate is kept until its other half follows.
  private mutating func unicode(_ unit: UInt32) {
    if 0xD800...0xDBFF ~= unit {
      highSurrogate = unit
      return
    }
    var scalar = unit
    if 0xDC00...0xDFFF ~= unit, let high = highSurrogate {
      scalar = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
    }
    highSurrogate = nil
    if let scalar = Unicode.Scalar(scalar) { write(Array(String(Character(scalar)).utf8)) }
  }

  private mutating func append(_ byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    pending.append(byte)
  }

  private mutating func flush() {
    toSkip = 0
    guard !pending.isEmpty else { return }
    let text = group.charset.decode(pending)
    pending.removeAll(keepingCapacity: true)
    add(text)
  }

  private mutating func write(_ text: [UInt8]) {
    flush()
    add(text)
  }

  private mutating func add(_ text: [UInt8]) {
    switch group.destination {
    case .body: paragraph += text
    case .skipped, .created: break
    case .title, .author: values[group.destination, default: []] += text
    }
  }

  private mutating func endParagraph(isRow: Bool = false) {
    flush()
    guard group.destination == .body || index >= bytes.count else { return }
    if !cells.isEmpty {
      if isRow {
        writer.row(cells)
        cells = []
        paragraph = []
      } else {
        paragraph.append(0x20)
      }
      return
    }
    if let outline, outline < 9 {
      writer.heading(paragraph, level: outline + 1)
    } else if isItem {
      writer.item(paragraph)
    } else {
      writer.paragraph(paragraph)
    }
    paragraph = []
  }

  private mutating func setCharset(_ charset: Charset?) {
    flush()
    for index in groups.indices { groups[index].charset = charset ?? .windows1252 }
  }

  private static func charset(ofFont number: Int) -> Charset? {
    switch number {
    case 0, 1: nil
    case 77: .singleByte("macintosh")
    case 161: .singleByte("windows-1253")
    case 162: .singleByte("windows-1254")
    case 163: .singleByte("windows-1258")
    case 177: .singleByte("windows-1255")
    case 178: .singleByte("windows-1256")
    case 186: .singleByte("windows-1257")
    case 204: .singleByte("windows-1251")
    case 222: .singleByte("windows-874")
    case 238: .singleByte("windows-1250")
    default: nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
