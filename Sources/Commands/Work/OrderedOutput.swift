/// The responses of several threads, written in the order of their questions.
struct OrderedOutput: Sendable {
  private var output: Output
  /// The finished responses that wait for an earlier one, by place.
  private var waiting: [Int: BatchResponse] = [:]
  private var lastFlush = ContinuousClock.now
  /// The place of the next response to write.
  private(set) var next = 0
  private(set) var tally = BatchTally()
  /// The reason why the run cannot continue; nil if it can.
  private(set) var failure: CommandError?
  /// A Boolean value that indicates whether writing has failed.
  private var isBroken = false

  /// The number of pending bytes, and the time since the last write, that trigger a write.
  private static let enoughBytes = 1 << 15
  private static let longEnough = Duration.milliseconds(2)

  init(_ output: Output) { self.output = output }

  /// Adds a response, and writes all responses whose turn has come if that is due.
  ///
  /// - Parameter isIdle: `true` if a thread is waiting for input or the input has ended. More
  ///   responses may not come soon, so pending ones are written at once.
  mutating func add(_ response: BatchResponse, at place: Int, isIdle: Bool) {
    if place == next {
      append(response)
      while !waiting.isEmpty, let response = waiting.removeValue(forKey: next) {
        append(response)
      }
    } else {
      waiting[place] = response
    }
    if isIdle || output.pending.count >= Self.enoughBytes || isOld { flush() }
  }

  mutating func flush() {
    guard !output.pending.isEmpty, !isBroken else { return }
    do throws(CommandError) {
      try output.flush()
    } catch {
      failure = error
      isBroken = true
    }
    lastFlush = .now
  }

  mutating func fail(_ error: CommandError) { failure = failure ?? error }

  private var isOld: Bool { lastFlush.duration(to: .now) > Self.longEnough }

  private mutating func append(_ response: BatchResponse) {
    output.append(response.bytes)
    tally.add(response.outcome)
    next += 1
  }
}

/// The result of one line of a batch.
struct BatchResponse: Sendable, Equatable {
  enum Outcome: Sendable, Equatable { case found, nothing, badLine }

  /// The bytes to write.
  var bytes: [UInt8]
  var outcome: Outcome
}

/// The number of questions for each outcome.
struct BatchTally: Sendable, Equatable {
  private(set) var found = 0
  private(set) var nothing = 0
  private(set) var badLines = 0

  mutating func add(_ outcome: BatchResponse.Outcome) {
    switch outcome {
    case .found: found += 1
    case .nothing: nothing += 1
    case .badLine: badLines += 1
    }
  }

  /// The exit status; a bad line outweighs a question without an answer.
  var exitStatus: Int32 {
    if badLines > 0 { return ExitStatus.failed }
    return nothing > 0 ? ExitStatus.nothingFound : ExitStatus.cited
  }
}
