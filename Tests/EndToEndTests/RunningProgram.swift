import Glibc
import Synchronization
import TestSupport

/// The real program, started as a user or a script starts it, with pipes for its input and output.
final class RunningProgram {
  /// Keeps the folder in existence for as long as the program may read it.
  private let folder: TemporaryFolder
  private let process: pid_t
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  private var received: [UInt8] = []

  struct Result: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The path of the program, which is located beside the test bundle.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let bundle = String(
      decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return bundle.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/tanya"
  }()

  /// A lock that keeps the descriptors for one program from being inherited by another.
  private static let starting = Mutex(())

  /// - Parameter text: The whole input of the program; nil for a pipe to which `send` writes.
  init(
    _ arguments: [String], reading text: String? = nil, in folder: TemporaryFolder,
    environment: [String: String] = [:], program: String = RunningProgram.path
  ) throws {
    self.folder = folder
    let start = ProcessStart(arguments, in: folder, environment: environment, program: program)
    (process, input, output, errors) = try Self.starting.withLock { _ in
      let input = try text.map { (read: try Self.file($0), write: Int32(-1)) } ?? Self.pipe()
      let output = try Self.pipe()
      let errors = try Self.pipe()
      let process = try start.start {
        posix_spawn_file_actions_adddup2(&$0, input.read, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&$0, output.write, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&$0, errors.write, STDERR_FILENO)
      }
      for end in [input.read, output.write, errors.write] { close(end) }
      return (process, input.write, output.read, errors.read)
    }
  }

  deinit {
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
  }

  /// Runs a program to its end.
  static func run(
    _ arguments: [String], input: String = "", in folder: TemporaryFolder,
    environment: [String: String] = [:], program: String = RunningProgram.path
  ) throws -> Result {
    try RunningProgram(
      arguments, reading: input, in: folder, environment: environment, program: program
    ).finish()
  }

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  func closeInput() {
    close(input)
    input = -1
  }

  /// Returns the next line of output; nil at its end, or if none arrives within the limit of
  /// silence.
  func nextLine() -> String? {
    while true {
      if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
        defer { received.removeSubrange(...end) }
        return String(decoding: received[..<end], as: UTF8.self)
      }
      guard Self.awaitInput(output), let more = Self.read(output), !more.isEmpty else { return nil }
      received += more
    }
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Reads the rest of the output, and waits for the program to end.
  func finish() -> Result {
    var collected: [Int32: [UInt8]] = [output: received, errors: []]
    var open: Set = [output, errors]
    while let ready = Self.firstReady(open) {
      if let bytes = Self.read(ready), !bytes.isEmpty {
        collected[ready, default: []] += bytes
      } else {
        open.remove(ready)
      }
    }
    // After such a long silence, the program will not end by itself.
    if !open.isEmpty { kill(process, SIGKILL) }
    return Result(
      status: ProcessStart.wait(for: process),
      output: String(decoding: collected[output] ?? [], as: UTF8.self),
      errors: String(decoding: collected[errors] ?? [], as: UTF8.self))
  }

  /// The limit of silence in milliseconds, far longer than any command takes, since other work may
  /// use the machine at the same time.
  private static let silenceLimit: Int32 = 120_000

  private static func firstReady(_ descriptors: Set<Int32>) -> Int32? {
    var sources = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard !sources.isEmpty, poll(&sources, nfds_t(sources.count), silenceLimit) > 0 else {
      return nil
    }
    return sources.first { $0.revents != 0 }?.fd
  }

  static func awaitInput(_ descriptor: Int32) -> Bool {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, silenceLimit) > 0
  }

  static func read(_ descriptor: Int32) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    return count < 0 ? nil : Array(chunk[..<count])
  }

  /// Returns the descriptor of an unnamed file that contains `text`.
  private static func file(_ text: String) throws -> Int32 {
    var template = Array("/tmp/tanya-input-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw ProcessStart.Failure(code: errno) }
    unlink(template)
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count,
      lseek(descriptor, 0, SEEK_SET) == 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
    else { throw ProcessStart.Failure(code: errno) }
    return descriptor
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw ProcessStart.Failure(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
