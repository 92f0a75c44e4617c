import Glibc

/// A temporary folder for a test. It is removed when the last reference is released.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// The error of a folder that could not be created, with the value of `errno`.
  struct Failure: Error {
    var code: Int32
  }

  /// - Parameters:
  ///   - files: The texts of files to create, by name.
  ///   - template: The template of the folder's path for `mkdtemp`.
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

  /// Returns the absolute path of `name` in the folder, and creates the folders that it needs.
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

  /// Returns the text of a file, or nil if it cannot be read.
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

  /// Returns the permissions of a file, or nil if there is none.
  public func mode(_ name: String) -> UInt32? {
    var status = stat()
    return stat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// The names in the folder, sorted.
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
