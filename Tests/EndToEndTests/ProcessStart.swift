import Glibc
import TestSupport

/// Starts the program in a folder, with an environment that does not depend on the machine.
struct ProcessStart {
  struct Failure: Error { var code: Int32 }

  /// The values of `POSIX_SPAWN_SETSIGMASK` and `POSIX_SPAWN_SETSID` in <spawn.h>.
  private static let setsSignalMask: Int16 = 0x08
  private static let startsNewSession: Int16 = 0x80

  /// A cache that all tests share, since compiling the dictionaries takes seconds without
  /// optimization.
  private static let cacheFolder =
    RunningProgram.path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/cache"

  private let arguments: [String]
  private let environment: [String: String]

  init(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String],
    program: String = RunningProgram.path
  ) {
    // `env` changes the folder and then executes the program in its own process.
    self.arguments = ["env", "-C", folder.path, program] + arguments
    self.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TERM": "xterm", "LANG": "C.UTF-8",
      "INPUTRC": "/dev/null", "XDG_CACHE_HOME": Self.cacheFolder,
    ].merging(Self.sanitizerOptions) { $1 }.merging(environment) { $1 }
  }

  /// The options of the sanitizers, which a program that was built with one needs too.
  private static let sanitizerOptions: [String: String] = {
    var options: [String: String] = [:]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"] {
      if let value = getenv(name) { options[name] = String(cString: value) }
    }
    return options
  }()

  /// - Parameter startsSession: `true` if the first terminal that the process opens becomes its
  ///   controlling terminal.
  func start(
    startsSession: Bool = false, _ redirect: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    redirect(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that run tests have signals blocked, which a child would inherit.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(
      &attributes, Self.setsSignalMask | (startsSession ? Self.startsNewSession : 0))
    var process = pid_t()
    let code = Self.withStrings(arguments) { arguments in
      Self.withStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(
          &process, "/usr/bin/env", &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw Failure(code: code) }
    return process
  }

  /// Waits for a process to end, and returns its exit status; for a signal, 128 plus its number, as
  /// in shells.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
