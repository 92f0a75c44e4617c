import Glibc

/// A folder of its own for a test, with files in it; gone when the test is.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String] = [:], template: String = "/tmp/tanya-test-XXXXXX") throws {
    var template = Array(template.utf8CString)
    guard mkdtemp(&template) != nil else { throw ProcessStart.Failure(code: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    var process = pid_t()
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("rm"), strdup("-rf"), strdup(path), nil]
    defer { for word in words { free(word) } }
    if posix_spawn(&process, "/bin/rm", nil, nil, words, environ) == 0 {
      _ = ProcessStart.wait(for: process)
    }
  }

  /// Writes a file, and makes the folders above it.
  func write(_ name: String, _ text: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    guard let file = fopen("\(path)/\(name)", "w") else { throw ProcessStart.Failure(code: errno) }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }

  func read(_ name: String) -> String? {
    guard let file = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  func mode(_ name: String) -> mode_t? {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o777 : nil
  }
}
