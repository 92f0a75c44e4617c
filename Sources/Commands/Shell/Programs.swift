import Corpus
import Glibc
import Library
import Platform

/// The program that shows sources.
struct Editor {
  let command: String

  /// Chooses the configured command, then `VISUAL`, then `EDITOR`, then Debian's default.
  init(environment: Environment, configured: String? = nil) {
    let chosen = [configured, environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
    command = chosen.first { !$0.isEmpty } ?? "editor"
  }

  /// Shows a source at a line (counted from 1), and waits until the user closes it.
  ///
  /// - Parameter name: The name of an article that is not a file. Its text is written to a
  ///   temporary file.
  func open(_ origin: SourceOrigin, named name: String, line: Int) throws(CommandError) {
    guard case .builtIn(let text) = origin else {
      if let path = origin.path { try open(path, line: line) }
      return
    }
    let path = try temporaryFile(text)
    defer { unlink(path) }
    try open(path, line: line)
  }

  /// - Parameter path: Absolute, so that no program takes it for an option.
  private func open(_ path: String, line: Int) throws(CommandError) {
    guard path.hasPrefix("/") else { throw .file(FileError(.open, path: path, code: EINVAL)) }
    let child = ChildProcess(command: command, arguments: ["+\(line)", path])
    guard let child, child.wait() == .ended else { throw .editor(command: command) }
  }

  /// Lets the user change a text in the editor, and returns the new text.
  func edit(_ text: String) throws(CommandError) -> String {
    let path = try temporaryFile(text)
    defer { unlink(path) }
    try open(path, line: 1)
    do throws(FileError) {
      return String(decoding: try readFile(path, atMost: Self.longestText), as: UTF8.self)
    } catch {
      throw .file(error)
    }
  }

  /// The maximum length of an edited text, in bytes.
  private static let longestText = 1 << 20

  private func temporaryFile(_ text: String) throws(CommandError) -> String {
    let folder = Folder.temporary
    guard let template = strdup("\(folder)/tanya-XXXXXX.md") else { throw .output(code: errno) }
    defer { free(template) }
    let descriptor = mkstemps(template, 3)
    guard descriptor >= 0 else {
      throw .file(FileError(.create, path: folder, code: errno))
    }
    defer { close(descriptor) }
    var output = Output(descriptor: descriptor)
    output.append(text)
    try output.flush()
    return String(cString: template)
  }
}

/// The program that shows a page of a PDF document in its own window.
struct PageViewer {
  /// The programs that take a page, in the order in which they are tried.
  static let known: [(command: String, arguments: @Sendable (String, Int) -> [String])] = [
    ("evince", { ["--page-index=\($1)", $0] }), ("okular", { ["--page", "\($1)", $0] }),
    ("zathura", { ["--page=\($1)", $0] }), ("xpdf", { [$0, "\($1)"] }),
    ("mupdf", { [$0, "\($1)"] }),
  ]

  private let program: String
  private let arguments: @Sendable (String, Int) -> [String]

  /// Chooses the first program that is installed. The result is nil if there is none or no
  /// graphical session.
  init?(environment: Environment) {
    let hasDisplay = ["WAYLAND_DISPLAY", "DISPLAY"].contains { environment[$0]?.isEmpty == false }
    guard hasDisplay else { return nil }
    for (command, arguments) in Self.known {
      guard let program = HelperProgram.path(of: command) else { continue }
      self.program = program
      self.arguments = arguments
      return
    }
    return nil
  }

  /// Shows a page (counted from 1), and waits until the user closes it.
  ///
  /// - Parameter path: Absolute, so that no program takes it for an option.
  /// - Returns: `false` if the program could not be started.
  func open(_ path: String, page: Int) -> Bool {
    guard path.hasPrefix("/") else { return false }
    let child = ChildProcess(
      command: ShellWord.quoted(program), arguments: arguments(path, page))
    return child?.wait() == .ended
  }
}

/// The program that shows text that is taller than the window.
struct Pager: Sendable, Equatable {
  let command: String

  /// Chooses `TANYA_PAGER`, then the configured command, then `PAGER`, then less. The result is nil
  /// if the chosen command is empty or `cat`.
  init?(environment: Environment, configured: String? = nil) {
    command = environment["TANYA_PAGER"] ?? configured ?? environment["PAGER"] ?? "less"
    if command.trimmed.isEmpty || command == "cat" || environment["TERM"] == "dumb" { return nil }
  }

  /// Shows text until the user closes the pager.
  ///
  /// - Returns: `false` if the program could not be started.
  func show(_ text: [UInt8]) -> Bool {
    // Unless the user has set options, less is told to keep colours, to quit if the text fits the
    // window, and not to clear the screen.
    let isToldHow = Environment.process["LESS"] != nil
    return Self.feed(text, to: isToldHow ? command : "env LESS=FIRX \(command)")
  }

  /// Passes text to the standard input of a program, and waits until it ends.
  ///
  /// - Returns: `false` if the program could not be started.
  static func feed(_ text: [UInt8], to command: String, arguments: [String] = []) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let child = ChildProcess(command: command, arguments: arguments, input: ends[0])
    close(ends[0])
    guard let child else {
      close(ends[1])
      return false
    }
    // The pipe closes if the program ends before it has read all of the text.
    let before = signal(SIGPIPE, SIG_IGN)
    write(text, to: ends[1])
    close(ends[1])
    let end = child.wait()
    signal(SIGPIPE, before)
    return end == .ended
  }

  private static func write(_ text: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < text.count {
      let count = text.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count > 0 { written += count } else if errno != EINTR { return }
    }
  }
}
