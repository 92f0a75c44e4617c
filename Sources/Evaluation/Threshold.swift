/// A value that a measure has to meet, such as `snippet@1>=0.9`.
///
/// ```swift
/// let threshold = Threshold("snippet@1 >= 0.9")  // Threshold(.snippet1, .atLeast, 0.9)
/// ```
public struct Threshold: Sendable, Equatable {
  public enum Relation: String, Sendable, CaseIterable {
    // The longer signs come first: `>=` also begins with `>`.
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
  }

  public var measure: Measure
  public var relation: Relation
  public var value: Double

  public init(_ measure: Measure, _ relation: Relation, _ value: Double) {
    self.measure = measure
    self.relation = relation
    self.value = value
  }

  /// Reads the name of a measure, a relation and a number, which may have spaces around them, or
  /// returns nil for other texts.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(where: { $0 == ">" || $0 == "<" }),
      let relation = Relation.allCases.first(where: { text[sign...].hasPrefix($0.rawValue) }),
      let measure = Measure(rawValue: Self.trimmed(text[..<sign])),
      let value = Double(Self.trimmed(text[sign...].dropFirst(relation.rawValue.count))),
      value.isFinite
    else { return nil }
    self.init(measure, relation, value)
  }

  /// Returns whether the figures meet the threshold, or nil if they do not have the measure.
  public func isMet(by figures: Figures) -> Bool? {
    figures[measure].map { found in
      switch relation {
      case .atLeast: found >= value
      case .atMost: found <= value
      case .above: found > value
      case .below: found < value
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(String(text.drop { $0 == " " }.reversed()).drop { $0 == " " }.reversed())
  }
}

extension Threshold: CustomStringConvertible {
  public var description: String { "\(measure.rawValue)\(relation.rawValue)\(value)" }
}
