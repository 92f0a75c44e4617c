internal import CCage
import Glibc

/// Runs helper programs where they can do no harm: with a file on their standard input, limits of time,
/// memory and output, and without any other file or the network.
///
///     let text = try Cage.run("/usr/bin/pdftotext", ["-", "-"], input: file)
///
/// A helper that hangs, crashes or floods is ended, and costs an error.
public enum Cage {
  /// The resources that a helper may use.
  public struct Limits: Sendable {
    /// Seconds of processor time.
    public var processorSeconds = 60
    /// Seconds until the helper is ended in any case.
    public var seconds = 120
    /// Bytes of address space.
    public var memory = 1 << 30
    /// Bytes of its output.
    public var output = 64 << 20

    public init() {}
  }

  /// The reason why a helper gave no result.
  public enum Failure: Error, Hashable, Sendable {
    /// The helper could not be started; the value of `errno`.
    case notStarted(code: Int32)
    /// The helper ended with a status other than 0.
    case failed(status: Int32, message: String)
    /// The helper was ended by a signal of its own, such as a crash.
    case crashed(signal: Int32)
    case timedOut
    case tooMuchOutput
  }

  /// Parts of the cage that depend on the kernel.
  public struct Support: OptionSet, Hashable, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// Landlock takes files away (Linux 5.13).
    public static let files = Support(rawValue: 1)
    /// A namespace of its own, or Landlock's version 4, takes the network away.
    public static let network = Support(rawValue: 2)
  }

  /// The parts of the cage that this kernel has.
  public static var support: Support { Support(rawValue: tanya_cage_check()) }

  /// The files that programs read to start, and the data of poppler and of fonts.
  private static let readable = [
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/libexec", "/etc/ld.so.cache", "/etc/fonts",
    "/usr/share/fonts", "/usr/share/poppler", "/usr/share/locale", "/dev/null", "/dev/urandom",
  ]

  /// Bytes of the error output that are kept.
  private static let messageLength = 4 << 10

  /// Runs a program to its end and returns its output.
  ///
  /// - Parameters:
  ///   - program: An absolute path.
  ///   - input: An open file, which becomes its standard input.
  public static func run(
    _ program: String, _ arguments: [String], input: Int32, limits: Limits = Limits()
  ) throws(Failure) -> [UInt8] {
    var output = try Pipe()
    defer { output.close() }
    var errors = try Pipe()
    defer { errors.close() }
    let child = try start(program, arguments, input, output.write, errors.write, limits)
    output.closeWrite()
    errors.closeWrite()
    var streams = [Stream(output.read, limit: limits.output), Stream(errors.read, limit: .max)]
    streams[1].kept = messageLength
    var failure: Failure?
    do throws(Failure) {
      try read(&streams, seconds: limits.seconds)
    } catch {
      failure = error
      kill(-child, SIGKILL)
      kill(child, SIGKILL)
    }
    let status = wait(for: child, seconds: failure == nil ? limits.seconds : .max)
    // Processes that the helper started end with it.
    kill(-child, SIGKILL)
    if let failure { throw failure }
    guard let status else { throw .timedOut }
    let signal = status & 0x7F
    if signal == SIGXCPU || signal == SIGKILL { throw .timedOut }
    guard signal == 0 else { throw .crashed(signal: signal) }
    let code = status >> 8 & 0xFF
    guard code == 0 else {
      throw .failed(status: code, message: String(decoding: streams[1].bytes, as: UTF8.self))
    }
    return streams[0].bytes
  }

  /// Runs a program on bytes in memory, as ``run(_:_:input:limits:)`` does on a file.
  public static func run(
    _ program: String, _ arguments: [String], on bytes: [UInt8], limits: Limits = Limits()
  ) throws(Failure) -> [UInt8] {
    let file = tanya_cage_memory()
    guard file >= 0 else { throw .notStarted(code: errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .notStarted(code: errno) }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return try run(program, arguments, input: file, limits: limits)
  }

  private static func start(
    _ program: String, _ arguments: [String], _ input: Int32, _ output: Int32, _ errors: Int32,
    _ limits: Limits
  ) throws(Failure) -> pid_t {
    let words = CStrings([program] + arguments)
    let environment = CStrings(["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/"])
    let readable = CStrings(readable + [program])
    var child: pid_t = -1
    var code: Int32 = 0
    readable.pointers.withMemoryRebound(to: UnsafePointer<CChar>?.self) { paths in
      var cage = tanya_cage_limits(
        seconds: UInt(limits.processorSeconds), memory: UInt(limits.memory),
        readable: paths.baseAddress)
      child = tanya_cage_start(
        program, words.pointers.baseAddress, environment.pointers.baseAddress, input, output,
        errors, &cage)
      code = errno
    }
    guard child > 0 else { throw .notStarted(code: code) }
    return child
  }

  private struct Stream {
    var descriptor: Int32
    var limit: Int
    /// Bytes that are kept; further ones are read and dropped.
    var kept = Int.max
    var bytes: [UInt8] = []
    var isOpen = true

    init(_ descriptor: Int32, limit: Int) {
      self.descriptor = descriptor
      self.limit = limit
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Reads both streams to their ends.
  private static func read(_ streams: inout [Stream], seconds: Int) throws(Failure) {
    let deadline = now() + seconds * 1000
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while streams.contains(where: \.isOpen) {
      var polled = streams.map {
        pollfd(fd: $0.isOpen ? $0.descriptor : -1, events: Int16(POLLIN), revents: 0)
      }
      let left = deadline - now()
      guard left > 0 else { throw .timedOut }
      let ready = poll(&polled, nfds_t(polled.count), Int32(clamping: left))
      if ready < 0, errno == EINTR { continue }
      for index in streams.indices where polled[index].revents != 0 {
        let count = Glibc.read(streams[index].descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else {
          streams[index].isOpen = false
          continue
        }
        let room = streams[index].kept - streams[index].bytes.count
        streams[index].bytes += buffer[..<min(count, max(room, 0))]
        guard streams[index].bytes.count <= streams[index].limit else { throw .tooMuchOutput }
      }
    }
  }

  /// Waits for the end of a process that has closed its streams; nil if it does not end, and is killed.
  private static func wait(for child: pid_t, seconds: Int) -> Int32? {
    var status: Int32 = 0
    let deadline = seconds == .max ? Int.max : now() + seconds * 1000
    var pause: UInt32 = 100
    while true {
      let found = waitpid(child, &status, deadline == .max ? 0 : WNOHANG)
      if found == child { return status }
      if found < 0, errno != EINTR { return nil }
      if now() > deadline {
        kill(child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return nil
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }
}

/// A pipe whose ends are not inherited.
private struct Pipe {
  private(set) var read: Int32 = -1
  private(set) var write: Int32 = -1

  init() throws(Cage.Failure) {
    var ends: (Int32, Int32) = (-1, -1)
    let result = withUnsafeMutablePointer(to: &ends) {
      $0.withMemoryRebound(to: Int32.self, capacity: 2) { pipe($0) }
    }
    guard result == 0 else { throw .notStarted(code: errno) }
    (read, write) = ends
    for end in [read, write] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  mutating func closeWrite() {
    if write >= 0 { Glibc.close(write) }
    write = -1
  }

  mutating func close() {
    closeWrite()
    if read >= 0 { Glibc.close(read) }
    read = -1
  }
}

/// C strings that end with a null pointer.
private final class CStrings {
  let pointers: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

  init(_ strings: [String]) {
    pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[strings.count] = nil
  }

  deinit {
    for pointer in pointers { free(pointer) }
    pointers.deallocate()
  }
}
