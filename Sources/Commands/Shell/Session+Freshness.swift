import Library
import Platform
import Retrieval

/// What a session knows of changes of its sources.
struct SessionFreshness: Sendable {
  /// The earliest time of the next look.
  fileprivate var next = ContinuousClock.now
  /// The changes that were reported last.
  fileprivate var reported: SourceChanges?

  /// The least time between two looks, and the share of time that looks may take.
  fileprivate static let interval = Duration.seconds(3)
  fileprivate static let share = 20
}

extension Session {
  /// Takes up few changes of the sources, or reports more of them once; every few seconds at most.
  mutating func refresh() throws(CommandError) {
    let start = ContinuousClock.now
    guard isInteractive, settings.isRefreshed, freshness.next <= start else { return }
    let library = library.current
    let patience = settings.patience
    let refreshment = try asking { () throws(IndexError) in
      try library.refresh(environment: .process, patience: patience)
    }
    switch refreshment {
    case .takenUp(let changes):
      try self.library.move(to: self.library.location)
      try renewScope()
      say(IndexMessage.takenUp(changes))
    case .pending(let changes):
      if freshness.reported != changes {
        say(IndexMessage.changes(changes) + SessionMessage.takeUp)
      }
      freshness.reported = changes
    case .current, .notLooked: freshness.reported = nil
    }
    let now = ContinuousClock.now
    let pause = start.duration(to: now) * SessionFreshness.share
    freshness.next = now.advanced(by: max(SessionFreshness.interval, pause))
  }

  /// Finds the documents of the scope in a new state of the library, where they may be gone.
  mutating func renewScope() throws(CommandError) {
    forgetReader()
    do throws(CommandError) {
      try setNarrowing(narrowing)
    } catch {
      try narrow(to: Narrowing())
    }
  }
}
