import Glibc

/// A file in which lines are kept from one session to the next.
public struct HistoryFile: Sendable, Equatable {
  public var path: String
  /// The greatest number of lines to keep.
  public static let capacity = 5_000

  public init(path: String) { self.path = path }

  /// Creates the history file for an environment: `TANYA_HISTFILE`, or else `tanya/history` in the
  /// state folder of the XDG Base Directory Specification, in which a relative path counts as
  /// unset. Returns nil if `TANYA_HISTFILE` is empty, which disables history, or if there is no
  /// state folder.
  public init?(environment: (String) -> String?) {
    if let path = environment("TANYA_HISTFILE") {
      guard !path.isEmpty else { return nil }
      self.init(path: path)
    } else if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      self.init(path: "\(state)/tanya/history")
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      self.init(path: "\(home)/.local/state/tanya/history")
    } else {
      return nil
    }
  }

  /// Creates the file and its parent folders if they are missing. Only the owner can access them.
  ///
  /// - Returns: `true` if the file can be written.
  func prepare() -> Bool {
    let folders = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }
    for end in folders.dropFirst() { mkdir(String(path[..<end]), 0o700) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// Calls `body` while no other session writes to the file.
  func whileAlone(_ body: () -> Void) {
    let descriptor = lock()
    body()
    if descriptor >= 0 { close(descriptor) }
  }

  /// Waits for a lock on the file. Returns a descriptor that holds the lock until it is closed, or
  /// −1 if the file cannot be opened.
  private func lock() -> Int32 {
    while true {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return -1 }
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      // A session that truncates the file replaces it with another one.
      var held = stat()
      var present = stat()
      guard fstat(descriptor, &held) == 0, stat(path, &present) == 0,
        held.st_ino != present.st_ino || held.st_dev != present.st_dev
      else { return descriptor }
      close(descriptor)
    }
  }
}
