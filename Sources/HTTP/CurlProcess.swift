import CTransfer
import Glibc

/// A running curl.
struct CurlProcess: ~Copyable {
  private let process: pid_t
  /// The end of the pipe from which its output is read.
  private let output: Int32

  /// The output and the status of a process that has ended.
  struct End {
    var output: [UInt8] = []
    /// A Boolean value that indicates whether it was ended because its time was over.
    var isLate = false
    /// The status of `waitpid`.
    var status: Int32 = 0

    /// The reason why a request without a report has no response.
    func failure(limit: Int) -> HTTPError {
      if isLate { return .timedOut }
      if status & 0x7F == SIGXFSZ { return .tooLarge(limit: limit) }
      let code = Int(status >> 8 & 0xFF)
      return code == 127 ? .notStarted(code: ENOENT) : .failed(status: code, "")
    }
  }

  /// Starts curl.
  ///
  /// - Parameters:
  ///   - program: The absolute path of curl.
  ///   - input: The configuration that curl reads.
  ///   - inherited: The descriptors that it inherits.
  ///   - first: The number that the first of them has in curl.
  ///   - fileSizeLimit: The greatest size of a file that it writes, in bytes.
  init(
    program: String, input: MemoryFile, inherited: [Int32], from first: Int32, fileSizeLimit: Int
  ) throws(HTTPError) {
    var ends: (Int32, Int32) = (-1, -1)
    let piped = withUnsafeMutablePointer(to: &ends) {
      $0.withMemoryRebound(to: Int32.self, capacity: 2) { pipe2($0, O_CLOEXEC) }
    }
    guard piped == 0 else { throw .notStarted(code: errno) }
    defer { close(ends.1) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The numbers from `first` on may be those of these two, so they are used before.
    posix_spawn_file_actions_adddup2(&actions, input.descriptor, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends.1, STDOUT_FILENO)
    for (number, descriptor) in inherited.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, first + Int32(number))
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // `-q` comes first, or curl would read a configuration of its own.
    let arguments: [String] = [program, "-q", "--config", "-"]
    var words = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, words, environ)
    guard code == 0 else {
      close(ends.0)
      throw .notStarted(code: code)
    }
    self.process = process
    output = ends.0
    _ = tanya_limit_files(process, UInt(fileSizeLimit))
  }

  /// Reads the output until the process ends, and ends it when its time is over.
  ///
  /// - Parameter milliseconds: The time that it has.
  consuming func finish(within milliseconds: Int) -> End {
    var end = End()
    let start = ContinuousClock.now
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 12, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let left = milliseconds - Int(start.duration(to: .now) / .milliseconds(1))
      guard left > 0 else {
        end.isLate = true
        kill(process, SIGKILL)
        break
      }
      var polled = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, Int32(clamping: left)) > 0 else { continue }
      let count = read(output, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      end.output += buffer[..<count]
    }
    close(output)
    while waitpid(process, &end.status, 0) < 0, errno == EINTR {}
    return end
  }
}
