/// A day of the Gregorian calendar.
struct CalendarDate: Hashable, CustomStringConvertible {
  var year: Int
  var month: Int
  var day: Int

  init?(in text: String) { return nil }

  /// ISO 8601: `2025-12-31`.
  var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
