import Glibc

/// Runs a decoder on damaged versions of valid inputs. The decoder must return or throw its type of
/// error. A trap or a read beyond the input ends the test, and an endless loop blocks it.
///
/// Each case depends only on its number, so that it can be repeated. With `TANYA_FUZZ=n`, each
/// decoder gets `n` cases, from `TANYA_FUZZ_FIRST` on, and the file `/tmp/tanya-fuzz-‹decoder›`
/// contains the number of the current case until all cases have passed.
///
/// ```swift
/// let outcome = Fuzzing("column", [bytes]).run { bytes throws(FormatError) in
///   _ = try Column(bytes).count
/// }
/// #expect(outcome.isTelling)
/// ```
public struct Fuzzing {
  /// The numbers of cases that ended in each way.
  public struct Outcome {
    /// The number of inputs that were decoded.
    public var returned = 0
    /// The number of inputs that were rejected.
    public var threw = 0
    /// A Boolean value that indicates whether some inputs were decoded and some rejected. Otherwise
    /// the damage is too mild, or it never passes the first check.
    public var isTelling: Bool { returned > 0 && threw > 0 }
  }

  private let name: String
  private let cases: Range<Int>
  private let isLong: Bool
  private let mutator: Mutator
  private let seal: (inout [UInt8]) -> Void

  /// - Parameters:
  ///   - name: The name of the decoder.
  ///   - inputs: Valid inputs, the smaller the better.
  ///   - cases: The number of cases if the environment does not specify one.
  ///   - seal: A closure that corrects the checksums of a damaged input, so that the bytes that
  ///     they protect are decoded. It is called for every second case.
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

  /// Runs all cases.
  ///
  /// - Parameter decode: A closure that reads everything in the input. A read beyond the input ends
  ///   the process.
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

  /// Returns the processor time of this thread, in seconds.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
