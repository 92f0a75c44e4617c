import TestSupport

/// Measures the engine's inner loops on generated text, which is the same in every run:
///
///     swift run -c release Benchmarks [name …]
///
/// For each workload, it prints a line of tab-separated columns: the name, the number of units of
/// work in a run, the unit, and the time of a unit in the fastest run, in nanoseconds.
///
/// `--repetitions n` runs each workload exactly `n` times; `--folder f` keeps text and index for
/// the next call. `Tests/Benchmarks/instructions` uses both to count instructions.
///
/// `--compare index questions` compares rankings of an index with those of an exhaustive search
/// instead: see `ExhaustiveComparison`.
@main
struct Benchmarks {
  struct UnknownName: Error {
    var name: String
  }

  static func main() throws {
    var names: [String] = []
    var repetitions = 20
    var folder: String?
    var arguments = CommandLine.arguments.dropFirst().makeIterator()
    while let argument = arguments.next() {
      switch argument {
      case "--repetitions": repetitions = arguments.next().flatMap { Int($0) } ?? repetitions
      case "--folder": folder = arguments.next()
      case "--compare":
        guard let index = arguments.next(), let questions = arguments.next() else {
          throw UnknownName(name: argument)
        }
        return try ExhaustiveComparison(index: index, questions: questions).run()
      default: names.append(argument)
      }
    }
    if let unknown = names.first(where: { name in !Workload.all.contains { $0.name == name } }) {
      throw UnknownName(name: unknown)
    }
    let temporary = try folder == nil ? TemporaryFolder() : nil
    let index = try GeneratedIndex(in: folder ?? temporary?.path ?? ".")
    for workload in Workload.all where names.isEmpty || names.contains(workload.name) {
      try print(workload.measure(on: index, repetitions: repetitions))
    }
  }
}
