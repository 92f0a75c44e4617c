import Glibc
import Synchronization

/// Ends the process with a message if a file has become shorter since it was mapped.
///
/// Pages beyond the end of a file cannot be read: the system sends SIGBUS to a process that touches
/// one, at any instruction, so that no error can be thrown. Programs that rewrite the files of an
/// index in place (`cp`, `rsync --inplace`, `git checkout`) can cause this.
public enum TruncationGuard {
  /// A mapped file. The slot is free if `start` is 0.
  private struct Slot: ~Copyable {
    let start = Atomic<UInt>(0)
    let end = Atomic<UInt>(0)
    /// The address of the file's path, which is NUL-terminated, or 0. The path is freed when the
    /// next file takes the slot.
    let path = Atomic<UInt>(0)
  }

  private static let slotCount = 1024
  // Unsafe, because the slots are atomic and never deallocated.
  nonisolated(unsafe) private static let slots: UnsafeMutablePointer<Slot> = {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: slotCount)
    for index in 0..<slotCount { (slots + index).initialize(to: Slot()) }
    return slots
  }()
  private static let behindPath = Atomic<UInt>(0)

  /// Installs the signal handler.
  ///
  /// - Parameter message: The text that follows the path of the file in the message.
  public static func install(message: String) {
    _ = slots
    behindPath.store(UInt(bitPattern: strdup(message)), ordering: .releasing)
    var action = sigaction()
    action.sa_flags = SA_SIGINFO | Int32(bitPattern: UInt32(SA_RESETHAND))
    action.__sigaction_handler.sa_sigaction = { _, info, _ in
      if let address = info?.pointee._sifields._sigfault.si_addr {
        TruncationGuard.end(at: UInt(bitPattern: address))
      }
      // The instruction runs again, and now the signal ends the process.
    }
    sigaction(SIGBUS, &action, nil)
  }

  /// Registers a mapping.
  ///
  /// - Returns: The slot to pass to ``forget(_:)``, or nil if all slots are taken. The mapping then
  ///   has no message.
  static func note(_ bytes: UnsafeRawBufferPointer, path: String) -> Int? {
    let start = UInt(bitPattern: bytes.baseAddress)
    for index in 0..<slotCount {
      let slot = slots + index
      guard slot.pointee.start.load(ordering: .relaxed) == 0 else { continue }
      // The end of an earlier file must not be combined with the start of this one.
      let claimed = slot.pointee.start.compareExchange(
        expected: 0, desired: .max, ordering: .acquiringAndReleasing)
      guard claimed.exchanged else { continue }
      let old = slot.pointee.path.exchange(
        UInt(bitPattern: strdup(path)), ordering: .acquiringAndReleasing)
      if let old = UnsafeMutableRawPointer(bitPattern: old) { free(old) }
      slot.pointee.end.store(start + UInt(bytes.count), ordering: .releasing)
      slot.pointee.start.store(start, ordering: .releasing)
      return index
    }
    return nil
  }

  static func forget(_ slot: Int) { slots[slot].start.store(0, ordering: .releasing) }

  /// Writes the message and ends the process. It only uses loads, write(2) and _exit(2), which are
  /// safe in a signal handler.
  private static func end(at address: UInt) {
    for index in 0..<slotCount {
      let slot = slots + index
      let start = slot.pointee.start.load(ordering: .acquiring)
      guard start != 0, start != .max, start <= address,
        address < slot.pointee.end.load(ordering: .acquiring)
      else { continue }
      say(slot.pointee.path.load(ordering: .acquiring))
      say(behindPath.load(ordering: .acquiring))
      _exit(2)
    }
  }

  private static func say(_ text: UInt) {
    guard let text = UnsafePointer<CChar>(bitPattern: text) else { return }
    write(STDERR_FILENO, text, strlen(text))
  }
}
