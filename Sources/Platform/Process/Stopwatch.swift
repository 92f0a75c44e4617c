/// Measures the time since its creation.
public struct Stopwatch: Sendable {
  private let start = ContinuousClock.now

  public init() {}

  /// The elapsed time in microseconds.
  public var microseconds: Int { Int(start.duration(to: .now) / .microseconds(1)) }

  /// The elapsed time in seconds.
  public var seconds: Double { start.duration(to: .now) / .seconds(1) }
}
