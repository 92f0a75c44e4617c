/// Formats counts, sizes and dates for people: 1,234.5 in English is 1.234,5 in Indonesian.
enum Quantity {
  /// Returns a number with its noun, such as `1 file` or `12 files`. Indonesian nouns have no
  /// plural.
  static func count(_ number: Int, _ noun: Noun) -> Phrase {
    let number = (number, grouped(number))
    return Phrase(
      english: "\(number.1.english) \(number.0 == 1 ? noun.singular : noun.plural)",
      indonesian: "\(number.1.indonesian) \(noun.indonesian)")
  }

  /// A noun in English, in the singular and the plural, and in Indonesian.
  struct Noun: Sendable {
    var singular: String
    var plural: String
    var indonesian: String

    init(_ singular: String, plural: String? = nil, indonesian: String) {
      self.singular = singular
      self.plural = plural ?? singular + "s"
      self.indonesian = indonesian
    }

    static let answer = Noun("answer", indonesian: "jawaban")
    static let byte = Noun("byte", indonesian: "bita")
    static let document = Noun("document", indonesian: "dokumen")
    static let passage = Noun("passage", indonesian: "bagian")
    static let question = Noun("question", indonesian: "pertanyaan")
    static let source = Noun("source", indonesian: "sumber")
  }

  /// Formats a number with separators between thousands.
  static func grouped(_ number: Int) -> Phrase {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return localized(text)
  }

  /// Formats a size in decimal units (1 kB = 1000 bytes), with one decimal below ten.
  static func bytes(_ number: Int) -> Phrase {
    var value = Double(number)
    var unit: String?
    for larger in ["kB", "MB", "GB", "TB"] where value >= 999.5 {
      value /= 1000
      unit = larger
    }
    guard let unit else { return count(number, .byte) }
    let tenths = Int((value * 10).rounded())
    return localized(
      tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\(Int(value.rounded())) \(unit)")
  }

  /// Formats a duration in seconds, with two decimals.
  static func seconds(_ seconds: Double) -> Phrase {
    let number = localized(decimal(seconds))
    return Phrase(english: "\(number.english) s", indonesian: "\(number.indonesian) dtk")
  }

  /// Formats the time since an event in its largest unit.
  static func ago(_ seconds: Int) -> Phrase {
    let units: [(Int, Noun)] = [
      (86_400, .init("day", indonesian: "hari")), (3_600, .init("hour", indonesian: "jam")),
      (60, .init("minute", indonesian: "menit")),
    ]
    guard let (length, noun) = units.first(where: { seconds >= $0.0 }) else {
      return Phrase(english: "just now", indonesian: "baru saja")
    }
    let time = count(seconds / length, noun)
    return Phrase(english: "\(time.english) ago", indonesian: "\(time.indonesian) lalu")
  }

  /// Formats a number with two decimals, as in English.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let hundredths = Int((abs(value) * 100).rounded())
    let fraction = hundredths % 100
    return (value < 0 && hundredths > 0 ? "-" : "")
      + "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// Returns the day of an ISO 8601 date and time. Any other date is returned unchanged.
  static func day(_ date: String?) -> String? {
    guard let date, let time = date.utf8.firstIndex(of: UInt8(ascii: "T")) else { return date }
    let day = date[..<time]
    return day.utf8.count == 10 && day.utf8.first.map { $0 <= UInt8(ascii: "9") } == true
      ? String(day) : date
  }

  /// Swaps commas and points for Indonesian in a number that is formatted as in English.
  private static func localized(_ number: String) -> Phrase {
    let swapped = number.map { $0 == "," ? "." : $0 == "." ? "," : $0 }
    return Phrase(english: number, indonesian: String(swapped))
  }
}
