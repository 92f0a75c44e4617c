import Bytes

/// The shape of a line that may be a record: a row of a table, an entry of a log, a value with its
/// label.
///
/// One line of a shape may be prose that was broken there by chance. Two such lines beside each
/// other are records, and a record ends with its line (see ``SentenceSplitter``).
public struct LineShape: Equatable, Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A date or a time of day opens the line: `2024-02-11 08:14 backup started`, `[08:14] Hello.`
    case entry
    /// Vertical bars separate cells: `Vik | 1350`.
    case row
    /// Several values with their labels, as spreadsheets are read: `town: Vik · people: 1350`.
    case fields
    /// A label of up to four words and its value: `Home port: Amble`, `copies = 77`.
    case label
    /// Tabs or at least three spaces separate cells, or two spaces the two cells of a short line.
    case columns
    /// A dash, or a row of dots, separates up to five words from the rest: `Mary Rudd – laundry`.
    case pair
    /// A short line of cells between commas: `Fay Sutton, mechanic`.
    case list
    /// A short line that begins with a number: `300 g flour`.
    case amount
  }

  public var kind: Kind
  /// The number of commas of a list; 0 for other kinds.
  var commas = 0
  /// The length of the line in bytes, as far as it is read.
  var length: Int

  /// The number of bytes of a line that are read.
  static let reach = 400
  /// The greatest length of a line that only its commas or a number identify, in bytes.
  private static let short = 72
  /// The length in bytes above which the cells of a line hold prose.
  private static let longestWhole = 300

  /// Returns whether two lines beside each other are records of one kind.
  func isLike(_ other: LineShape) -> Bool { kind == other.kind && commas == other.commas }

  /// A Boolean value that indicates whether the line ends as prose does, or goes on.
  private var isOpenEnd: Bool
  /// A Boolean value that indicates whether dots lead to the rest of the line.
  private var hasLeader: Bool

  /// A Boolean value that indicates whether the line is a record without another beside it.
  var isRecordAlone: Bool {
    kind == .fields || kind == .label && length <= Self.short && !isOpenEnd
  }

  /// A Boolean value that indicates whether an item of a list with this shape is a record.
  var isItem: Bool { isRecordAlone || kind == .pair || kind == .entry || kind == .amount }

  /// A Boolean value that indicates whether the line is what somebody says or a note of whole
  /// sentences, which is read like prose: `[08:15] Ann: It was built in 1911.`
  var isProse: Bool { (kind == .entry || kind == .label) && isOpenEnd }

  /// A Boolean value that indicates whether stops inside the line end no sentence.
  var isOneSentence: Bool {
    guard !isProse else { return false }
    return switch kind {
    case .entry, .row, .fields, .columns, .list: length <= Self.longestWhole
    case .pair: hasLeader
    case .label, .amount: false
    }
  }

  /// Determines the shape of the line whose first byte that is not white space is at `start`, or
  /// returns nil if it has none.
  ///
  /// - Complexity: O(1); at most ``reach`` bytes are read.
  init?(at start: Int, in text: ByteView) {
    var line = LineReader(at: start, in: text)
    line.read()
    guard line.length > 0, let kind = line.kind else { return nil }
    self.kind = kind
    commas = kind == .list ? line.commas : 0
    length = line.length
    isOpenEnd = line.isOpenEnd
    hasLeader = line.hasLeader
  }
}

extension LineShape {
  /// What a line holds that tells its shape.
  private struct LineReader {
    private let text: ByteView
    private let start: Int
    private(set) var length = 0
    private(set) var commas = 0
    private var bars = 0
    private var gaps = 0
    /// The number of gaps of two spaces that do not follow a stop.
    private var narrowGaps = 0
    private var fields = 0
    /// The number of words read so far, and of those of the longest part between commas.
    private var words = 0
    private var partWords = 0
    private var longestPart = 0
    /// The numbers of words before the first colon or equals sign, and before the first dash.
    private var label: Int?
    private var pair: Int?
    /// A Boolean value that indicates whether the first dash is a row of dots.
    private(set) var hasLeader = false
    /// A Boolean value that indicates whether anything but letters, digits and spaces precedes.
    private var hasMark = false
    /// The last byte that is not white space.
    private var last: UInt8 = 0

    init(at start: Int, in text: ByteView) {
      self.text = text
      self.start = start
    }

    /// The number of words within which a colon or a dash ends a label or the first of a pair.
    private static let mostWords = 5

    mutating func read() {
      var index = start
      let end = min(text.count, start + LineShape.reach)
      var isInWord = false
      while index < end, text[index] != 0x0A {
        let byte = text[index]
        if isSpace(byte) {
          // Most gaps are single spaces before letters, which are no marks.
          let isPlain = byte == 0x20 && text[index + 1].isASCIILetterOrDigit
          index = isPlain ? index + 1 : readSpace(from: index)
          isInWord = false
          continue
        }
        if !isInWord {
          words += 1
          partWords += 1
          isInWord = true
        }
        if byte.isASCIILetterOrDigit {
          take(index..<min(text.alphanumericEnd(from: index), end))
        } else {
          readMark(byte, at: index)
          take(index..<index + 1)
        }
        index = start + length
        if words > Self.mostWords, length > LineShape.short {
          readRest(from: index, before: end)
          break
        }
      }
      longestPart = max(longestPart, partWords)
    }

    /// Reads the rest of a line that is too long for a list or an amount, and in which no label and
    /// no first part of a pair ends: only bars and wide gaps count, and the dots between fields.
    private mutating func readRest(from first: Int, before end: Int) {
      var index = first
      while index < end {
        let plain = text.wordsEnd(from: index, before: end)
        let content = text.contentEnd(from: index, before: plain)
        if content > index { take(index..<content) }
        index = plain
        guard index < end else { break }
        let byte = text[index]
        if byte == 0x0A { return }
        if isSpace(byte) {
          index = readSpace(from: spaceStart(before: index))
          continue
        }
        if byte == UInt8(ascii: "|") { readMark(byte, at: index) }
        if isSpace(text[index - 1]), isDot(at: index) { fields += 1 }
        take(index..<index + 1)
        index += 1
      }
      // The gap may reach beyond what is read.
      if index == end, isSpace(text[end - 1]) { _ = readSpace(from: spaceStart(before: end)) }
    }

    /// Reads bytes that are no white space.
    private mutating func take(_ range: Range<Int>) {
      last = text[range.upperBound - 1]
      length = range.upperBound - start
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Returns the start of the white space before an index.
    private func spaceStart(before end: Int) -> Int {
      var index = end
      while index > start, isSpace(text[index - 1]) { index -= 1 }
      return index
    }

    /// Returns whether ` · ` continues at an index.
    private func isDot(at index: Int) -> Bool {
      text[index] == 0xC2 && text[index + 1] == 0xB7 && text[index + 2] == 0x20
    }

    private mutating func readMark(_ byte: UInt8, at index: Int) {
      switch byte {
      case UInt8(ascii: "|"):
        if index == start || text[index - 1] != UInt8(ascii: "\\") { bars += 1 }
      case UInt8(ascii: ","):
        if !text[index + 1].isASCIIDigit || !text[max(start, index - 1)].isASCIIDigit {
          commas += 1
          longestPart = max(longestPart, partWords - 1)
          partWords = 1
        }
      case UInt8(ascii: ":"), UInt8(ascii: "="):
        if label == nil, !hasMark, text[index + 1] == 0x20 || byte == UInt8(ascii: "=") {
          label = words
        }
        hasMark = true
      case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "\""),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        hasMark = true
      default: break
      }
      if byte == UInt8(ascii: ",") { hasMark = true }
    }

    /// Reads white space with a dash or a dot in the middle of the line that it surrounds.
    private mutating func readSpace(from first: Int) -> Int {
      var index = first
      var hasTab = false
      while isSpace(text[index]) {
        if text[index] == 0x09 { hasTab = true }
        index += 1
      }
      guard text[index] != 0x0A, text[index] != 0, length > 0 else { return index }
      if hasTab || index - first >= 3 {
        gaps += 1
      } else if index - first == 2, !isStop(last) {
        narrowGaps += 1
      }
      if let dash = dashLength(at: index), text[index + dash] == 0x20 || text[index + dash] == 0x09
      {
        if pair == nil, !hasMark {
          pair = words
          hasLeader = text[index] == UInt8(ascii: ".")
        }
      } else if isDot(at: index) {
        fields += 1
      }
      return index
    }

    /// Returns the length of `-`, `--`, `–`, `—` or of at least three dots, or nil if none is at
    /// `index`.
    private func dashLength(at index: Int) -> Int? {
      if text[index] == UInt8(ascii: ".") {
        var end = index
        while text[end] == UInt8(ascii: "."), end - index < LineShape.reach { end += 1 }
        return end - index >= 3 ? end - index : nil
      }
      if text[index] == UInt8(ascii: "-") {
        return text[index + 1] == UInt8(ascii: "-") ? 2 : 1
      }
      let isDash =
        text[index] == 0xE2 && text[index + 1] == 0x80
        && (text[index + 2] == 0x93 || text[index + 2] == 0x94)
      return isDash ? 3 : nil
    }

    var kind: Kind? {
      let first = text[start]
      if bars == 0, beginsWithTime { return .entry }
      if bars > 0 { return .row }
      let beginsName =
        first.isASCIIUpper || first.isASCIIDigit || first >= 0x80 || first == UInt8(ascii: "\"")
      if let label, label <= 4, first.isASCIILetterOrDigit || first >= 0x80 {
        return fields > 0 ? .fields : .label
      }
      if gaps > 0 || narrowGaps == 1 && length <= LineShape.short { return .columns }
      if let pair, pair <= (beginsName ? 5 : 2) { return .pair }
      guard length <= LineShape.short, !isOpenEnd else { return nil }
      if commas > 0, longestPart <= 4, beginsName || commas > 1 && longestPart == 1 {
        return .list
      }
      if first.isASCIIDigit, beginsWithNumber { return .amount }
      return nil
    }

    /// A Boolean value that indicates whether the line ends as prose does, or goes on.
    var isOpenEnd: Bool { isStop(last) || last == UInt8(ascii: ",") || last == UInt8(ascii: "-") }

    private func isStop(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"),
        UInt8(ascii: "!"):
        true
      default: false
      }
    }

    private var beginsWithNumber: Bool {
      var index = start
      while text[index].isASCIIDigit || text[index] == UInt8(ascii: ".")
        || text[index] == UInt8(ascii: ",") || text[index] == UInt8(ascii: "/")
      {
        index += 1
      }
      return text[index] == 0x20 && (text[index + 1].isASCIILetter || text[index + 1] >= 0x80)
    }

    /// A Boolean value that indicates whether the line begins with a date in digits, a time of day,
    /// or the name of a month, a day and a time, as in a system's log.
    private var beginsWithTime: Bool {
      let first = text[start]
      let open = first == UInt8(ascii: "[") || first == UInt8(ascii: "(") ? start + 1 : start
      if text[open].isASCIIDigit { return digitsEnd(from: open) != nil }
      guard open == start, text.letterEnd(from: start) == start + 3, text[start + 3] == 0x20 else {
        return false
      }
      var index = start + 4
      while text[index] == 0x20 || text[index].isASCIIDigit { index += 1 }
      return text[index] == UInt8(ascii: ":") && text[index + 1].isASCIIDigit
    }

    /// Returns the end of two or three groups of digits (`2024-02-11`, `08:14`, `7.30`), or nil if
    /// they are not a date or a time.
    private func digitsEnd(from first: Int) -> Int? {
      var index = first
      var groups = 0
      var mark: UInt8 = 0
      while groups < 3 {
        let digits = index
        while index - digits < 5, text[index].isASCIIDigit { index += 1 }
        guard 1...4 ~= index - digits else { return nil }
        groups += 1
        let next = text[index]
        guard groups < 3, text[index + 1].isASCIIDigit, mark == 0 || next == mark,
          [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":")]
            .contains(next)
        else { break }
        mark = next
        index += 1
      }
      let isTime = groups == 2 && (mark == UInt8(ascii: ":") || mark == UInt8(ascii: "."))
      guard groups == 3 || isTime, !text[index].isASCIIDigit else { return nil }
      return text[index] == 0x20 || text[index] == 0x09 || text[index] == UInt8(ascii: "]")
        || text[index] == UInt8(ascii: ")") || text[index] == UInt8(ascii: "T")
        || text[index] == UInt8(ascii: ",") ? index : nil
    }
  }
}
