import Glibc

/// A folder of its own for a test, with files in it; gone when the test is.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// Why the folder could not be made: the value of `errno`.
  struct Failure: Error {
    var code: Int32
  }

  /// - Parameter files: texts by their names.
  public init(
    _ files: [String: String] = [:], template: String = "/tmp/tanya-test-XXXXXX"
  ) throws {
    var template = Array(template.utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(code: errno) }
    path = template.withUnsafeBufferPointer { bytes in
      String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    for (name, text) in files { write(name, text) }
  }

  deinit { Self.remove(path) }

  /// The absolute path of `name` in the folder, whose own folders are made.
  public func place(_ name: String) -> String {
    let parts = name.split(separator: "/")
    for count in parts.indices.dropFirst() {
      mkdir(path + "/" + parts[..<count].joined(separator: "/"), 0o700)
    }
    return path + "/" + name
  }

  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) -> String {
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
  public func write(_ name: String, _ text: String = "Some words of text.") -> String {
    write(name, Array(text.utf8))
  }

  /// The text of a file; nil where it cannot be read.
  public func read(_ name: String) -> String? {
    let file = open(path + "/" + name, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  /// The permissions of a file; nil where there is none.
  public func mode(_ name: String) -> UInt32? {
    var status = stat()
    return stat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// What is in the folder, sorted.
  public var names: [String] { Self.names(in: path) }

  private static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(cString: $0.bindMemory(to: CChar.self).baseAddress!)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    guard unlink(path) != 0 else { return }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }
}
