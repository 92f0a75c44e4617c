/// A number for each of a fixed list of features.
public struct FeatureVector<Feature: CaseIterable & RawRepresentable<Int> & Sendable>: Sendable,
  Equatable
{
  /// The values by raw value, and 0 for all other places. There are no more features than places.
  private var values = InlineArray<16, Double>(repeating: 0)

  public init() {}

  public init(_ value: (Feature) -> Double) {
    for feature in Feature.allCases { self[feature] = value(feature) }
  }

  public subscript(feature: Feature) -> Double {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  /// Returns the dot product of two vectors.
  public func dot(_ other: Self) -> Double {
    var sum = 0.0
    for index in values.indices { sum += values[index] * other.values[index] }
    return sum
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.values.indices.allSatisfy { a.values[$0] == b.values[$0] }
  }
}
