/// A number for each of a fixed list of features.
public struct FeatureVector<Feature: CaseIterable & RawRepresentable<Int> & Sendable>: Sendable,
  Equatable
{
  private var values = [Double](repeating: 0, count: Feature.allCases.count)

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
}
