import Glibc
import Synchronization

/// Ends the process with a message when a mapped file turns out to be shorter than when it was
/// mapped.
///
/// Nothing can be read from beyond the end of a file: the system sends SIGBUS to whoever touches a
/// page there, at any instruction, so that no error can be thrown. Programs that rewrite a file in
/// place (`cp`, `rsync --inplace`, `git checkout`) do that to an index.
public enum TruncationGuard {
  /// A mapped file; free if `start` is 0.
  private struct Slot: ~Copyable {
    let start = Atomic<UInt>(0)
    let end = Atomic<UInt>(0)
    /// The file's path with a NUL behind it, or 0; freed when the next file takes the slot.
    let path = Atomic<UInt>(0)
  }

  private static let slotCount = 1024
  // Unsafe: the slots are atomic, and never go away.
  nonisolated(unsafe) private static let slots: UnsafeMutablePointer<Slot> = {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: slotCount)
    for index in 0..<slotCount { (slots + index).initialize(to: Slot()) }
    return slots
  }()
  private static let behindPath = Atomic<UInt>(0)

  /// Installs the handler.
  ///
  /// - Parameter message: The words behind the path of the file.
  public static func install(message: String) {
    _ = slots
    behindPath.store(UInt(bitPattern: strdup(message)), ordering: .releasing)
    var action = sigaction()
    action.sa_flags = SA_SIGINFO | Int32(bitPattern: UInt32(SA_RESETHAND))
    action.__sigaction_handler.sa_sigaction = { _, info, _ in
      if let address = info?.pointee._sifields._sigfault.si_addr {
        TruncationGuard.end(at: UInt(bitPattern: address))
      }
      // The instruction runs again, and now ends the process.
    }
    sigaction(SIGBUS, &action, nil)
  }

  /// Notes a mapping. If all slots are taken, it goes without a message.
  ///
  /// - Returns: the slot, for ``forget(_:)``.
  static func note(_ bytes: UnsafeRawBufferPointer, path: String) -> Int? {
    let start = UInt(bitPattern: bytes.baseAddress)
    for index in 0..<slotCount {
      let slot = slots + index
      guard slot.pointee.start.load(ordering: .relaxed) == 0 else { continue }
      // The end of an earlier file must not go with the start of this one.
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

  /// Loads, write(2) and _exit(2): nothing that is unsafe in a signal handler.
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
