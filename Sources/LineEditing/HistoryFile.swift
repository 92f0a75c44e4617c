import Glibc

/// Where lines are remembered from one session to the next.
public struct HistoryFile: Sendable, Equatable {
  public var path: String
  /// The lines that are kept.
  public static let capacity = 5_000

  public init(path: String) { self.path = path }

  /// `TANYA_HISTFILE` (empty turns history off), else `tanya/history` in the state folder of the
  /// XDG base directory specification, where a relative path counts as unset.
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

  /// Makes the file and the folders above it where they are missing, for the owner's eyes only.
  ///
  /// - Returns: whether the file can be written to.
  func prepare() -> Bool {
    let folders = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }
    for end in folders.dropFirst() { mkdir(String(path[..<end]), 0o700) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// Does something while no other shell writes to the file.
  func whileAlone(_ body: () -> Void) {
    let descriptor = lock()
    body()
    if descriptor >= 0 { close(descriptor) }
  }

  /// Waits for the file, and holds it until the descriptor is closed; -1 where that cannot be done.
  private func lock() -> Int32 {
    while true {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return -1 }
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      // A shell that cuts the file puts another one in its place.
      var held = stat()
      var present = stat()
      guard fstat(descriptor, &held) == 0, stat(path, &present) == 0,
        held.st_ino != present.st_ino || held.st_dev != present.st_dev
      else { return descriptor }
      close(descriptor)
    }
  }
}
