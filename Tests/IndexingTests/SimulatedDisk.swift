import Platform
import TestSupport

/// A folder on a simulated disk, of which only synced data survives a power failure: the bytes of
/// files up to their last sync, and the names as of the last sync of the folder.
struct SimulatedDisk {
  /// The data that a power failure destroys.
  enum Loss: CaseIterable {
    /// All data that was not synced.
    case everything
    /// The contents that were not synced, but no names.
    case contents
    /// The contents that were not synced, which then read as zeros, but no names.
    case contentsAsZeros
    /// The changes of names after a random point, and the contents after a random point, unless
    /// they were synced.
    case some
  }

  private struct File {
    var bytes: [UInt8]
    var synced: Int
  }

  private enum Change {
    case set(String, Int)
    case remove(String)
  }

  private let folder: String
  private var files: [File] = []
  private var names: [String: Int] = [:]
  /// The names as of the last sync of the folder.
  private var syncedNames: [String: Int] = [:]
  /// The changes of names since the last sync of the folder.
  private var changes: [Change] = []

  init(holding content: [String: [UInt8]], in folder: String) {
    self.folder = folder
    for (name, bytes) in content {
      names[name] = files.count
      files.append(File(bytes: bytes, synced: bytes.count))
    }
    syncedNames = names
  }

  mutating func apply(_ operation: FaultPlan.Operation) {
    switch operation {
    case .create(let path):
      change(.set(name(path), files.count))
      files.append(File(bytes: [], synced: 0))
    case .write(let path, let bytes):
      if let file = names[name(path)] { files[file].bytes += bytes }
    case .syncFile(let path):
      if let file = names[name(path)] { files[file].synced = files[file].bytes.count }
    case .rename(let path, let new):
      guard let file = names[name(path)] else { return }
      change(.remove(name(path)))
      change(.set(name(new), file))
    case .remove(let path): change(.remove(name(path)))
    case .syncFolder:
      syncedNames = names
      changes = []
    }
  }

  private func name(_ path: String) -> String { String(path.dropFirst(folder.count + 1)) }

  private mutating func change(_ change: Change) {
    SimulatedDisk.apply(change, to: &names)
    changes.append(change)
  }

  private static func apply(_ change: Change, to names: inout [String: Int]) {
    switch change {
    case .set(let name, let file): names[name] = file
    case .remove(let name): names[name] = nil
    }
  }

  /// Returns the files that remain after a power failure.
  func afterPowerCut(_ loss: Loss, _ random: inout SplitMix64) -> [String: [UInt8]] {
    var found = loss == .everything ? syncedNames : names
    if loss == .some {
      found = syncedNames
      for change in changes.prefix(random.below(changes.count + 1)) {
        SimulatedDisk.apply(change, to: &found)
      }
    }
    var content: [String: [UInt8]] = [:]
    // A scratch file has no name on a real disk.
    for (name, number) in found where name != "scratch" {
      let file = files[number]
      let lost = file.bytes.count - file.synced
      switch loss {
      case .everything, .contents: content[name] = Array(file.bytes[..<file.synced])
      case .contentsAsZeros:
        content[name] = file.bytes[..<file.synced] + Array(repeating: 0, count: lost)
      case .some: content[name] = Array(file.bytes[..<(file.synced + random.below(lost + 1))])
      }
    }
    return content
  }
}
