import Glibc

/// Runs a decoder on damaged versions of valid inputs. What it has to show is that it returns or
/// throws its error; a trap, a read beyond the input or an endless loop ends or holds the test.
///
/// Each case is made of its number alone, so that a case can be repeated.
/// With `TANYA_FUZZ=n` each decoder gets `n` cases, from `TANYA_FUZZ_FIRST` on, and the number of
/// the case under way stands in `/tmp/tanya-fuzz-‹decoder›` until all have passed.
public struct Fuzzing {
  /// How the cases ended.
  public struct Outcome {
    public var returned = 0
    public var threw = 0
    /// Whether the damage let some inputs through and had some refused: else it is too mild, or
    /// never gets behind the first check.
    public var isTelling: Bool { returned > 0 && threw > 0 }
  }

  private let name: String
  private let cases: Range<Int>
  private let isLong: Bool
  private let mutator: Mutator
  private let seal: (inout [UInt8]) -> Void

  /// - Parameters:
  ///   - inputs: valid ones, the smaller the better.
  ///   - cases: how many where the environment asks for no number.
  ///   - seal: makes the checksums of a damaged input right again, so that what they guard is
  ///     reached; used on every second case.
  public init(
    _ name: String, _ inputs: [[UInt8]], cases: Int = 400,
    seal: @escaping (inout [UInt8]) -> Void = { _ in }
  ) {
    let asked = environmentNumber("TANYA_FUZZ")
    let first = environmentNumber("TANYA_FUZZ_FIRST") ?? 0
    self.name = name
    self.cases = first..<(first + (asked ?? cases))
    isLong = asked != nil
    mutator = Mutator(inputs: inputs)
    self.seal = seal
  }

  /// - Parameter decode: reads everything that there is to read; its bytes end where memory does.
  public func run<Failure: Error>(
    _ decode: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) -> Outcome {
    let record = isLong ? CaseRecord("/tmp/tanya-fuzz-\(name)") : nil
    let longest = mutator.inputs.map(\.count).max() ?? 0
    let memory = GuardedBytes(capacity: 16 * longest + 4096)
    ErrorBacktraces.stop()
    let start = processorTime()
    var outcome = Outcome()
    var bytes: [UInt8] = []
    for number in cases {
      record?.note(number)
      var random = SplitMix64(seed: UInt64(number))
      mutator.fill(&bytes, &random)
      if number % 2 == 1 { seal(&bytes) }
      guard let held = memory.hold(bytes) else { continue }
      do throws(Failure) {
        try decode(held)
        outcome.returned += 1
      } catch {
        outcome.threw += 1
      }
    }
    if let record {
      record.remove()
      report(outcome, in: processorTime() - start)
    }
    return outcome
  }

  private func report(_ outcome: Outcome, in time: Double) {
    let count = outcome.returned + outcome.threw
    let each = Int(time / Double(max(count, 1)) * 1e9)
    print("fuzzed \(name): \(count) executions, \(outcome.threw) refused, \(each) ns each")
  }

  /// Seconds that this thread has worked.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
