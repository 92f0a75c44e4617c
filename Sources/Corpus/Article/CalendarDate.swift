/// A day of the Gregorian calendar.
struct CalendarDate: Hashable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Creates a date. Returns nil if there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1 else { return nil }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the date at the beginning of a text, which a weekday may precede. Returns nil if there
  /// is no date, or if its form does not reveal which number is the month.
  init?(in text: String) {
    var parser = DateParser(text)
    guard let date = parser.date() ?? Self(basic: text) else { return nil }
    self = date
  }

  /// Creates the date at the beginning of a text in the basic form of ISO 8601, `20251231`.
  private init?(basic text: String) {
    let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }
    guard digits.count == 8, let number = Int(Substring(digits)), 1500...2999 ~= number / 10_000
    else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The date in ISO 8601: `2025-12-31`.
  var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// Reads dates as they are written in English and Indonesian.
struct DateParser {
  private enum Piece: Equatable {
    case number(Int, digits: Int)
    /// A word in lowercase.
    case word(String)
    case mark(UInt8)
  }

  private var pieces: ArraySlice<Piece>

  init(_ text: String) {
    pieces = Self.pieces(of: text)[...]
  }

  /// Returns the date at the current position and moves past it, or nil if there is none.
  mutating func date() -> CalendarDate? {
    let start = pieces
    skipWeekday()
    let date =
      numericDate() ?? monthFirst() ?? dayFirst()
    if date == nil { pieces = start }
    return date
  }

  /// Returns whether only a time of day follows: `- 16:43`, `18:39 WIB`. Text that ends with a full
  /// stop is a sentence instead.
  func isAtTimeOrEnd() -> Bool {
    pieces.last != .mark(UInt8(ascii: "."))
      && pieces.allSatisfy { piece in
        switch piece {
        case .number, .mark: true
        case .word(let word): Self.timeWords.contains(Substring(word))
        }
      }
  }

  /// Reads `2025-12-31`, and `31/12/2025` or `12/31/2025` if only one reading is a date.
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

  /// Reads `December 31st, 2025`.
  private mutating func monthFirst() -> CalendarDate? {
    var rest = self
    guard let month = rest.month() else { return nil }
    rest.skip(.mark(UInt8(ascii: ".")))
    guard let day = rest.day() else { return nil }
    rest.skip(.mark(UInt8(ascii: ",")))
    return take(rest, day: day, month: month)
  }

  /// Reads `31 Desember 2025` and `31st of December, 2025`.
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

  /// The greatest length of a date in bytes.
  private static let maximumLength = 64

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
