/// A loop of the engine's, run over a generated index.
struct Workload: Sendable {
  let name: String
  /// What it is measured by.
  let unit: String
  /// Does the work once; returns how many units it was, and a number that depends on all of it, so
  /// that nothing can be left out.
  let run: @Sendable (GeneratedIndex) throws -> (units: Int, result: Int)

  /// A line of the report.
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
