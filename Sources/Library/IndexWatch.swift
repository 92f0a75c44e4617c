import Corpus
import Glibc
public import Indexing
public import Platform
import Retrieval
import SegmentFormat

/// An index that follows its sources: it is brought up to date soon after they change.
///
/// The kernel reports changes folder by folder (inotify). An update compares all sources with the
/// index anyway, so that a report says only that it is time for one: nothing is lost if reports
/// are lost, or if a folder moves.
public final class IndexWatch {
  /// A report of a watch.
  public enum Event: Sendable {
    /// All folders are watched.
    case watching(folders: Int)
    /// Changes are looked for now and then as well, because the kernel does not report all of them.
    case polling(path: String, Reason)
    case published(IndexSummary)
    /// An update failed, and will be tried again. The index is as it was.
    case failed(IndexingError)
  }

  public enum Reason: Sendable {
    /// Other machines may change files there.
    case network
    /// The system watches no more folders.
    case watchLimit
    /// The folder does not exist, or may not be listed.
    case unreadable
  }

  private let request: IndexRequest
  private let events: FolderEvents
  private let report: (Event) -> Void
  private var roots: [String] = []
  /// Files that were given by themselves, by the folders that hold them.
  private var files: [String: Set<String>] = [:]
  /// Watched folders below the roots, all of whose names count.
  private var folders: Set<String> = []
  private var polled: Set<String> = []

  /// The least time between two publications.
  static let interval = Duration.seconds(1)
  /// The time without changes that an update waits for, and how long it waits at most.
  private static let quiet = Duration.milliseconds(100)
  private static let patience = Duration.seconds(2)
  /// The time between two looks where the kernel does not report all changes, and before an update
  /// that failed is tried again.
  private static let pollInterval = Duration.seconds(10)

  /// - Parameters:
  ///   - request: The first update. The later ones take up changes of all that the index knows.
  ///   - report: Called for each event, on the thread that runs the watch.
  public init(
    _ request: IndexRequest, report: @escaping (Event) -> Void
  ) throws(FileError) {
    self.request = request
    self.report = report
    events = try FolderEvents()
  }

  /// Updates the index, and again after each change, until the watch is interrupted.
  ///
  /// - Throws: If the first update fails; later failures are reported, and tried again.
  public func run() throws(IndexingError) {
    var next = request
    let summary = try Library.update(next, isCancelled: { Interrupt.isRequested })
    report(.published(summary))
    (next.adding, next.removing, next.rebuilds) = ([], [], false)
    // Changes made since the update are taken up at once.
    watchFolders()
    report(.watching(folders: events.count))
    var dirty: ContinuousClock.Instant? = .now
    var lastChange = ContinuousClock.now
    var earliest = ContinuousClock.now + Self.interval
    while !Interrupt.isRequested {
      if let since = dirty {
        let due = max(earliest, min(lastChange + Self.quiet, since + Self.patience))
        if due <= .now {
          dirty = update(next, &earliest) ? nil : since
          continue
        }
        wait(until: due)
      } else {
        wait(until: polled.isEmpty ? nil : .now + Self.pollInterval)
      }
      let changes = events.take()
      if changes.concernsFolders || changes.isIncomplete { watchFolders() }
      if concerns(changes) || dirty == nil && !polled.isEmpty {
        lastChange = .now
        dirty = dirty ?? lastChange
      }
    }
  }

  /// - Returns: Whether the index is up to date.
  private func update(_ request: IndexRequest, _ earliest: inout ContinuousClock.Instant) -> Bool {
    do throws(IndexingError) {
      let summary = try Library.update(request, isCancelled: { Interrupt.isRequested })
      earliest = .now + Self.interval
      if !summary.isUnchanged { report(.published(summary)) }
      return true
    } catch .interrupted {
      return true
    } catch .locked {
      earliest = .now + Self.interval
      return false
    } catch {
      report(.failed(error))
      earliest = .now + Self.pollInterval
      return false
    }
  }

  private func wait(until time: ContinuousClock.Instant?) {
    let milliseconds = time.map { time -> Int in
      let left = ContinuousClock.now.duration(to: time).components
      return max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000) + 1)
    }
    _ = Interrupt.awaitInput(on: events.descriptor, milliseconds: milliseconds)
  }

  /// Returns whether changes may change the index.
  private func concerns(_ changes: FolderEvents.Changes) -> Bool {
    if changes.isIncomplete || changes.concernsFolders { return true }
    return changes.names.contains { folder, names in
      if folders.contains(folder) {
        return names.contains { !$0.hasPrefix(".") || $0 == ".gitignore" || $0 == ".ignore" }
      }
      return !names.isDisjoint(with: files[folder] ?? [])
    }
  }

  // MARK: Folders

  /// Watches all folders that hold sources. A folder may be made while others are listed, so they are
  /// listed until there is no new one.
  private func watchFolders() {
    do throws(IndexError) {
      roots = try IndexReader(opening: request.folder).catalog()?.roots ?? roots
    } catch {
      // The roots of the last time; the update reports what is wrong.
    }
    polled = []
    var isNew = true
    while isNew, !Interrupt.isRequested {
      isNew = false
      folders = []
      for root in roots { watch(root, &isNew) }
    }
  }

  private func watch(_ root: String, _ isNew: inout Bool) {
    if FileSystemKind(of: root) == .network { poll(root, .network) }
    do throws(FileError) {
      if try FileInfo(path: root).kind != .directory {
        let slash = root.lastIndex(of: "/") ?? root.startIndex
        let folder = slash == root.startIndex ? "/" : String(root[..<slash])
        files[folder, default: []].insert(String(root[root.index(after: slash)...]))
        if try events.watch(folder) { isNew = true }
        return
      }
      let found = try SourceWalk(paths: [root], around: request.folder).sources().folders
      for folder in found {
        folders.insert(folder)
        if try events.watch(folder) { isNew = true }
      }
    } catch {
      // A folder that is gone by now is no longer listed the next time.
      if error.code == ENOSPC { poll(root, .watchLimit) }
      if error.path == root { poll(root, .unreadable) }
    }
  }

  private var reported: Set<String> = []

  private func poll(_ path: String, _ reason: Reason) {
    polled.insert(path)
    if reported.insert("\(reason) \(path)").inserted { report(.polling(path: path, reason)) }
  }
}
