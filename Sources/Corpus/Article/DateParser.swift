/// Reads dates as English and Indonesian texts write them.
struct DateParser {
  private enum Piece: Equatable {
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    case mark(UInt8)
  }

  private var pieces: ArraySlice<Piece>

  init(_ text: String) {
    pieces = Self.pieces(of: text)[...]
  }

  /// The date at the current place, which moves past it.
  mutating func date() -> CalendarDate? {
    let start = pieces
    skipWeekday()
    let date =
      numericDate() ?? monthFirst() ?? dayFirst()
    if date == nil { pieces = start }
    return date
  }

  /// Whether nothing but a time of day stands at the current place: `- 16:43`, `18:39 WIB`; a full
  /// stop ends a sentence, not a date line.
  func isAtTimeOrEnd() -> Bool {
    pieces.last != .mark(UInt8(ascii: "."))
      && pieces.allSatisfy { piece in
        switch piece {
        case .number, .mark: true
        case .word(let word): Self.timeWords.contains(Substring(word))
        }
      }
  }

  /// `2025-12-31`, `31/12/2025` and `12/31/2025`, the last two where only one reading is a date.
  private mutating func numericDate() -> CalendarDate? {
    guard case .number(let first, let firstDigits)? = pieces.first,
      case .mark(let mark)? = pieces.dropFirst().first, "-/.".utf8.contains(mark),
      case .number(let second, _)? = pieces.dropFirst(2).first,
      pieces.dropFirst(3).first == .mark(mark),
      case .number(let third, let thirdDigits)? = pieces.dropFirst(4).first
    else { return nil }
    let date: CalendarDate?
    if firstDigits == 4 {
      date = CalendarDate(year: first, month: second, day: third)
    } else if thirdDigits == 4 {
      let dayFirst = CalendarDate(year: third, month: second, day: first)
      let monthFirst = CalendarDate(year: third, month: first, day: second)
      date =
        dayFirst == nil || monthFirst == nil || dayFirst == monthFirst
        ? dayFirst ?? monthFirst : nil
    } else {
      date = nil
    }
    if date != nil { pieces.removeFirst(5) }
    return date
  }

  /// `December 31st, 2025`.
  private mutating func monthFirst() -> CalendarDate? {
    var rest = self
    guard let month = rest.month() else { return nil }
    rest.skip(.mark(UInt8(ascii: ".")))
    guard let day = rest.day() else { return nil }
    rest.skip(.mark(UInt8(ascii: ",")))
    return take(rest, day: day, month: month)
  }

  /// `31 Desember 2025`, `31st of December, 2025`.
  private mutating func dayFirst() -> CalendarDate? {
    var rest = self
    guard let day = rest.day() else { return nil }
    rest.skip(.word("of"))
    rest.skip(.mark(UInt8(ascii: "-")))
    guard let month = rest.month() else { return nil }
    rest.skip(.mark(UInt8(ascii: ".")))
    rest.skip(.mark(UInt8(ascii: ",")))
    rest.skip(.mark(UInt8(ascii: "-")))
    return take(rest, day: day, month: month)
  }

  private mutating func take(_ rest: DateParser, day: Int, month: Int) -> CalendarDate? {
    var rest = rest
    guard case .number(let year, digits: 4)? = rest.pieces.popFirst(),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self = rest
    return date
  }

  private mutating func month() -> Int? {
    guard case .word(let word)? = pieces.first, let month = Self.months[Substring(word)] else {
      return nil
    }
    pieces.removeFirst()
    return month
  }

  private mutating func day() -> Int? {
    guard case .number(let day, let digits)? = pieces.first, digits <= 2 else { return nil }
    pieces.removeFirst()
    for suffix in ["st", "nd", "rd", "th"] { skip(.word(suffix)) }
    return day
  }

  private mutating func skip(_ piece: Piece) {
    if pieces.first == piece { pieces.removeFirst() }
  }

  private mutating func skipWeekday() {
    guard case .word(let word)? = pieces.first, Self.weekdays.contains(Substring(word)) else {
      return
    }
    pieces.removeFirst()
    skip(.mark(UInt8(ascii: ".")))
    skip(.mark(UInt8(ascii: ",")))
    skip(.mark(UInt8(ascii: "(")))
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text).utf8.prefix(maximumLength)
    while let byte = rest.first {
      let run = rest.prefix { isDigit($0) == isDigit(byte) && isLetter($0) == isLetter(byte) }
      if isDigit(byte) {
        guard run.count <= 9, let number = Int(Substring(run)) else { return pieces }
        pieces.append(.number(number, digits: run.count))
        rest = rest.dropFirst(run.count)
      } else if isLetter(byte) {
        pieces.append(.word(Substring(run).lowercased()))
        rest = rest.dropFirst(run.count)
      } else {
        if byte > 0x20, byte < 0x80 { pieces.append(.mark(byte)) }
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  /// In bytes: no date is longer.
  private static let maximumLength = 64

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
