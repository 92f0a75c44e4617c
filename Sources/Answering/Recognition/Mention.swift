/// Something of a known kind that a sentence mentions: an amount, a date, a name.
public struct Mention: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    case number, money, percentage, duration, date, name, acronym
  }

  /// What a mention says, in a form that two texts in two languages share.
  public enum Value: Sendable, Equatable {
    /// `12 million` and `12 juta` are both 12,000,000; percentages count in per cent, durations
    /// in days, money in its own currency.
    case quantity(Double)
    case date(CalendarDate)
    case text
  }

  public var kind: Kind
  /// UTF-8 bytes of the text that was read.
  public var range: Range<Int>
  public var value: Value
  /// `fourth`, `ke-20`.
  public var isOrdinal = false
  /// Measured in something: `35 km²`.
  public var hasUnit = false
  /// What it is measured or paid in, the same for `km` and `kilometer`, for `Rp` and `rupiah`; 0
  /// where that is not known.
  public var unit = 0
  /// Nothing but a sentence's first capital speaks for it.
  public var isWeak = false

  public init(kind: Kind, range: Range<Int>, value: Value) {
    self.kind = kind
    self.range = range
    self.value = value
  }
}
