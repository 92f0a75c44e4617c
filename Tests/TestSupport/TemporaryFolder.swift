import Glibc

/// A folder that goes when the test is done.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// Why the folder could not be made: the value of `errno`.
  struct Failure: Error {
    var code: Int32
  }

  public init() throws {
    var template = Array("/tmp/tanya-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(code: errno) }
    path = template.withUnsafeBufferPointer { bytes in
      String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
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
