/// Something of a known kind that a sentence mentions: an amount, a date, a name.
public struct Mention: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    case number, money, percentage, duration, date, time, name, acronym
  }

  /// The value of a mention, independent of language and notation.
  public enum Value: Sendable, Equatable {
    /// `12 million` and `12 juta` are both 12,000,000; percentages count in per cent, durations
    /// in days, money in its own currency.
    case quantity(Double)
    case date(PartialDate)
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
  /// The unit or currency, the same for `km` and `kilometer`, for `Rp` and `rupiah`; 0
  /// if unknown.
  public var unit = 0
  /// The dimension of `unit`; empty if unknown.
  var dimension: Dimension = []
  /// `Pasal 21`, `version 3.11`: identifies something and counts nothing.
  public var isReference = false
  /// Whether a sentence's first capital is the only evidence for it.
  public var isWeak = false

  public init(kind: Kind, range: Range<Int>, value: Value) {
    self.kind = kind
    self.range = range
    self.value = value
  }
}

/// A date as far as a text gives it: a day, a month of a year, a year, a century.
public struct PartialDate: Sendable, Equatable {
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
