import Glibc
import Testing

/// A folder that goes when the test is done.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/translation-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
    path = String(cString: try #require(made))
  }

  deinit { Self.remove(path) }

  /// The absolute path of `name` in the folder, whose own folders are made.
  func place(_ name: String) -> String {
    let parts = name.split(separator: "/")
    for count in parts.indices.dropFirst() {
      mkdir(path + "/" + parts[..<count].joined(separator: "/"), 0o700)
    }
    return path + "/" + name
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let path = place(name)
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    return path
  }

  @discardableResult
  func write(_ name: String, _ text: String = "Some words of text.") -> String {
    write(name, Array(text.utf8))
  }

  private static func remove(_ path: String) {
    guard unlink(path) != 0, let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(cString: $0.bindMemory(to: CChar.self).baseAddress!)
      }
      if name != ".", name != ".." { remove(path + "/" + name) }
    }
    closedir(stream)
    rmdir(path)
  }
}
