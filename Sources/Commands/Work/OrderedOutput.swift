/// Responses of many threads, written in the order of their questions.
struct OrderedOutput: Sendable {
  private var output: Output
  /// Finished responses that wait for their turn.
  private var waiting: [Int: BatchResponse] = [:]
  private var lastFlush = ContinuousClock.now
  /// The place of the next response to write.
  private(set) var next = 0
  private(set) var tally = BatchTally()
  /// The reason why the run cannot continue.
  private(set) var failure: CommandError?
  /// Whether writing has failed.
  private var isBroken = false

  /// Pending bytes, and the time since the last write, that cause a write.
  private static let enoughBytes = 1 << 15
  private static let longEnough = Duration.milliseconds(2)

  init(_ output: Output) { self.output = output }

  /// - Parameter isIdle: Whether no other thread is at work, so that waiting for more gains nothing.
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

  /// The output.
  var bytes: [UInt8]
  var outcome: Outcome
}

/// The number of questions by their outcome.
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
