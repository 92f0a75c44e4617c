import Glibc
import Library
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

  /// - Parameter path: Absolute, so that no program takes it for an option.
  private func open(_ path: String, line: Int) throws(CommandError) {
    guard path.hasPrefix("/") else { throw .file(FileError(.open, path: path, code: EINVAL)) }
    let child = ChildProcess(command: command, arguments: ["+\(line)", path])
    guard let child, child.wait() == .ended else { throw .editor(command: command) }
  }

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
