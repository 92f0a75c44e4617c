import Glibc
import Platform

/// The program in which a person looks at a source.
struct Editor {
  let command: String

  /// `VISUAL`, then `EDITOR`, then Debian's choice.
  init(environment: Environment) {
    let chosen = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
    command = chosen.first { !$0.isEmpty } ?? "editor"
  }

  /// Shows a source at a line (from 1), and waits until the person is done with it.
  ///
  /// - Parameter name: of an article that is no file, whose text goes into a temporary one.
  func open(_ origin: SourceOrigin, named name: String, line: Int) throws(CommandError) {
    guard case .builtIn(let text) = origin else {
      if let path = origin.path { try open(path, line: line) }
      return
    }
    let path = try temporaryFile(text)
    defer { unlink(path) }
    try open(path, line: line)
  }

  /// By way of the shell, since the command may hold options (`code --wait`).
  private func open(_ path: String, line: Int) throws(CommandError) {
    let arguments = ["sh", "-c", "exec \(command) \"$@\"", "sh", "+\(line)", path]
    var words = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    var status: Int32 = 0
    guard posix_spawn(&process, "/bin/sh", nil, nil, words, environ) == 0 else {
      throw .editor(command: command)
    }
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    // 126 and 127 are the shell's ways to say that it could not start the program.
    let code = status >> 8 & 0xFF
    if status & 0x7F == 0, code == 126 || code == 127 { throw .editor(command: command) }
  }

  private func temporaryFile(_ text: String) throws(CommandError) -> String {
    let folder = Environment.process["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
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
