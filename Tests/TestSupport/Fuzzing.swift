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
  private let seal: ([UInt8]) -> [UInt8]

  /// - Parameters:
  ///   - inputs: valid ones, the smaller the better.
  ///   - cases: how many where the environment asks for no number.
  ///   - seal: makes the checksums of a damaged input right again, so that what they guard is
  ///     reached; used on every second case.
  public init(
    _ name: String, _ inputs: [[UInt8]], cases: Int = 400,
    seal: @escaping ([UInt8]) -> [UInt8] = { $0 }
  ) {
    let asked = Self.number("TANYA_FUZZ")
    let first = Self.number("TANYA_FUZZ_FIRST") ?? 0
    self.name = name
    self.cases = first..<(first + (asked ?? cases))
    isLong = asked != nil
    mutator = Mutator(inputs: inputs)
    self.seal = seal
  }

  private static func number(_ variable: String) -> Int? {
    getenv(variable).flatMap { Int(String(cString: $0)) }
  }

  /// - Parameter decode: reads everything that there is to read; its bytes end where memory does.
  public func run<Failure: Error>(
    _ decode: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) -> Outcome {
    let record = isLong ? open("/tmp/tanya-fuzz-\(name)", O_WRONLY | O_CREAT, 0o600) : -1
    let longest = mutator.inputs.map(\.count).max() ?? 0
    let memory = GuardedBytes(capacity: 16 * longest + 4096)
    var outcome = Outcome()
    for number in cases {
      if isLong { note(number, in: record) }
      var random = SplitMix64(seed: UInt64(number))
      var bytes = mutator.bytes(&random)
      if number % 2 == 1 { bytes = seal(bytes) }
      guard let held = memory.hold(bytes) else { continue }
      do throws(Failure) {
        try decode(held)
        outcome.returned += 1
      } catch {
        outcome.threw += 1
      }
    }
    if isLong { finish(record, outcome) }
    return outcome
  }

  private func note(_ number: Int, in file: Int32) {
    var line = Array("\(number)\n".utf8)
    pwrite(file, &line, line.count, 0)
  }

  private func finish(_ file: Int32, _ outcome: Outcome) {
    close(file)
    unlink("/tmp/tanya-fuzz-\(name)")
    print(
      "fuzzed \(name): \(outcome.returned + outcome.threw) executions, \(outcome.threw) refused")
  }
}
