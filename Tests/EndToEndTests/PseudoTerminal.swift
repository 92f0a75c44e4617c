import Glibc
import TestSupport
import Testing

/// The real program in a terminal, as a user sees it: it receives keys, and its output is the
/// screen.
final class PseudoTerminal {
  private let master: Int32
  /// Keeps the folder in existence for as long as the program may read it.
  private let folder: TemporaryFolder
  private let process: pid_t
  /// All output so far, and the number of its bytes that have been examined.
  private var bytes: [UInt8] = []
  private var seen = 0

  /// The values of `TIOCSPTLCK` and `TIOCGPTN` in <asm-generic/ioctls.h>.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init(
    _ arguments: [String] = [], in folder: TemporaryFolder, environment: [String: String] = [:],
    columns: UInt16 = 80, rows: UInt16 = 24, program: String = RunningProgram.path
  ) throws {
    self.folder = folder
    // The work of posix_openpt, unlockpt and ptsname on Linux, which Swift's Glibc module lacks.
    master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &locked) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw ProcessStart.Failure(code: errno) }
    let slave = "/dev/pts/\(number)"
    Self.setSize(of: master, columns, rows)
    process = try ProcessStart(
      arguments, in: folder, environment: environment, program: program
    )
    .start(startsSession: true) {
      posix_spawn_file_actions_addopen(&$0, STDIN_FILENO, slave, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&$0, STDIN_FILENO, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&$0, STDIN_FILENO, STDERR_FILENO)
    }
  }

  deinit { close(master) }

  private static func setSize(of master: Int32, _ columns: UInt16, _ rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Resizes the window, as a user does with the mouse. The kernel notifies the program (SIGWINCH).
  func resize(columns: UInt16, rows: UInt16 = 24) { Self.setSize(of: master, columns, rows) }

  /// Sends a text as a terminal with bracketed paste does.
  func paste(_ text: String) { type("\u{1B}[200~\(text)\u{1B}[201~") }

  /// All output so far, as text.
  var screen: String { String(decoding: bytes, as: UTF8.self) }

  func type(_ keys: String) {
    _ = Array(keys.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Waits for a prompt, and types a line after it.
  func enter(_ line: String, at prompt: String = "tanya> ") {
    expect(prompt)
    type(line + "\r")
  }

  /// Expects that `text` appears after the text that was expected before, within the limit of
  /// silence.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if !shows(text) {
      Issue.record(
        "not shown: \(text)\nscreen: \(screen.debugDescription)", sourceLocation: sourceLocation)
    }
  }

  private func shows(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    while true {
      if let place = bytes[seen...].firstRange(of: wanted) {
        seen = place.upperBound
        return true
      }
      guard RunningProgram.awaitInput(master), let more = RunningProgram.read(master) else {
        return false
      }
      bytes += more
    }
  }

  /// Waits for the program to end, and collects the rest of its output.
  func finish() -> Int32 {
    var hasEnded = false
    while !hasEnded, RunningProgram.awaitInput(master) {
      // Reading from a terminal that no process has open any more is an error.
      if let more = RunningProgram.read(master) { bytes += more } else { hasEnded = true }
    }
    if !hasEnded { kill(process, SIGKILL) }
    return ProcessStart.wait(for: process)
  }

  /// Leaves with Ctrl-D once the prompt appears, because keys typed before it are not edited.
  func leave() -> Int32 {
    guard shows("tanya> ") else { return finish() }
    type("\u{4}")
    return finish()
  }

  func signal(_ number: Int32) { kill(process, number) }
}

extension ArraySlice<UInt8> {
  fileprivate func firstRange(of bytes: [UInt8]) -> Range<Int>? {
    guard count >= bytes.count else { return nil }
    for start in startIndex...(endIndex - bytes.count)
    where self[start..<start + bytes.count].elementsEqual(bytes) {
      return start..<start + bytes.count
    }
    return nil
  }
}
