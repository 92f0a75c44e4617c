/// What a table of facts lists.
public enum FactKind: Sendable, CaseIterable { case dates, quantities }

/// The dates of a sentence, or its amounts of one unit.
public struct Fact: Sendable, Equatable {
  /// Facts whose values can be compared. Groups are in the order in which a table shows them.
  public enum Group: Sendable, Hashable, Comparable {
    /// A century, a year, a month or a day of a year.
    case date
    /// A day or month of no stated year.
    case dayOfYear
    /// The currency as it is mostly written: `US$`, `rupiah`.
    case money(String)
    case percentage
    case duration
    /// The unit as it is mostly written, in lower case: `km²`.
    case measure(String)
    /// Without a unit.
    case number
  }

  public var group: Group
  /// The smallest value: the amount (durations in days), or 10,000 times the year plus 100 times
  /// the month plus the day; a year before Christ is negative.
  public var value: Double
  /// The unit or currency, the same however it is written; 0 where it has no other spelling.
  var unit = 0
  /// Where the dates or amounts stand, in order, in UTF-8 bytes of the citation's snippet.
  public var mentions: [Range<Int>]
  /// Index in `FactTable.citations`.
  public var citation: Int

  /// Whether values of both can be compared.
  func isLike(_ group: Group, unit: Int) -> Bool {
    self.group == group || unit != 0 && self.unit == unit
  }

  public init(group: Group, value: Double, mentions: [Range<Int>], citation: Int) {
    self.group = group
    self.value = value
    self.mentions = mentions
    self.citation = citation
  }
}
