/// Responses of many threads, written in the order of their questions.
struct OrderedOutput: Sendable {
  private var output: Output
  /// Finished responses whose turn has not come.
  private var waiting: [Int: BatchResponse] = [:]
  private var lastFlush = ContinuousClock.now
  /// The place of the response that is written next.
  private(set) var next = 0
  private(set) var tally = BatchTally()
  /// Why the run cannot go on.
  private(set) var failure: CommandError?
  /// Whether nothing more can be written.
  private var isBroken = false

  /// Bytes and time after which is written what else would wait for more.
  private static let enoughBytes = 1 << 15
  private static let longEnough = Duration.milliseconds(2)

  init(_ output: Output) { self.output = output }

  /// - Parameter isIdle: nobody else is at work, so nothing is gained by waiting for more.
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

/// What one line of a batch led to.
struct BatchResponse: Sendable, Equatable {
  enum Outcome: Sendable, Equatable { case found, nothing, badLine }

  /// To be written as they are.
  var bytes: [UInt8]
  var outcome: Outcome
}

/// How the questions of a batch ended.
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

  /// A bad line goes before a question without an answer.
  var exitStatus: Int32 {
    if badLines > 0 { return ExitStatus.failed }
    return nothing > 0 ? ExitStatus.nothingFound : ExitStatus.cited
  }
}
