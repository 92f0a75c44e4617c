/// A date as far as a text gives it: a day, a month of a year, a year, a century.
public struct CalendarDate: Sendable, Equatable {
  public var year: Int?
  /// 1…12.
  public var month: Int?
  /// 1…31.
  public var day: Int?
  /// 20 for the 20th century.
  public var century: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, century: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.century = century
  }
}
