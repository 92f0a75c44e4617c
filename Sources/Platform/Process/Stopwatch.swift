/// Measures the time since its creation.
public struct Stopwatch: Sendable {
  private let start = ContinuousClock.now

  public init() {}

  public var microseconds: Int { Int(start.duration(to: .now) / .microseconds(1)) }

  public var seconds: Double { start.duration(to: .now) / .seconds(1) }
}
