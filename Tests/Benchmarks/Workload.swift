/// An inner loop of the engine, which runs on a generated index.
struct Workload: Sendable {
  let name: String
  /// The unit of work.
  let unit: String
  /// A closure that does the work once. It returns the number of units, and a number that depends
  /// on all of the work, so that the compiler cannot remove any of it.
  let run: @Sendable (GeneratedIndex) throws -> (units: Int, result: Int)

  /// Runs the workload, and returns a line of the report with the time of the fastest run.
  func measure(on index: GeneratedIndex, repetitions: Int) throws -> String {
    var least = Duration.seconds(1_000_000)
    var units = 0
    var results: Set<Int> = []
    for _ in 0..<repetitions {
      let start = ContinuousClock.now
      let outcome = try run(index)
      least = min(least, ContinuousClock.now - start)
      units = outcome.units
      results.insert(outcome.result)
    }
    precondition(results.count == 1, "\(name) gave \(results.count) results")
    let (seconds, attoseconds) = least.components
    let nanoseconds = Double(seconds) * 1e9 + Double(attoseconds) * 1e-9
    let each = (nanoseconds / Double(units) * 100).rounded() / 100
    return "\(name)\t\(units)\t\(unit)\t\(each)"
  }
}
