/// Something of a known kind that a sentence mentions: an amount, a date, a name.
public struct Mention: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    case number, money, percentage, duration, date, time, name, acronym
  }

  /// The value of a mention, independent of language and notation.
  public enum Value: Sendable, Equatable {
    /// The value of an amount: `12 million` and `12 juta` are both 12,000,000. Percentages are in
    /// per cent, durations in days, and money in its own currency.
    case quantity(Double)
    case date(PartialDate)
    case text
  }

  public var kind: Kind
  /// The range of the mention, in UTF-8 bytes of the text.
  public var range: Range<Int>
  public var value: Value
  /// A Boolean value that indicates whether it is an ordinal: `fourth`, `ke-20`.
  public var isOrdinal = false
  /// A Boolean value that indicates whether it is measured in a unit: `35 km²`.
  public var hasUnit = false
  /// The number of the unit or currency, the same for `km` and `kilometer`, or for `Rp` and
  /// `rupiah`; 0 if it is unknown.
  public var unit = 0
  /// The dimension of `unit`; empty if unknown.
  var dimension: Dimension = []
  /// A Boolean value that indicates whether it identifies something rather than counts it: `Pasal
  /// 21`, `version 3.11`.
  public var isReference = false
  /// A Boolean value that indicates whether the first capital of a sentence is the only evidence
  /// for it.
  public var isWeak = false

  public init(kind: Kind, range: Range<Int>, value: Value) {
    self.kind = kind
    self.range = range
    self.value = value
  }
}

/// A date with the precision that a text gives: a day, a month of a year, a year, a century.
public struct PartialDate: Sendable, Equatable {
  public var year: Int?
  /// The month, from 1 to 12.
  public var month: Int?
  /// The day of the month, from 1 to 31.
  public var day: Int?
  /// The century: 20 for the 20th century.
  public var century: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, century: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.century = century
  }
}
