/// Time that passed since it was made.
struct Stopwatch: Sendable {
  private let start = ContinuousClock.now

  var microseconds: Int { Int(start.duration(to: .now) / .microseconds(1)) }

  var seconds: Double { start.duration(to: .now) / .seconds(1) }
}
