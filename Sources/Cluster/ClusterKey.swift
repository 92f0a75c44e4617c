import Glibc
public import Platform
public import Retrieval

extension ClusterSettings {
  /// The greatest length of a key, in bytes.
  private static let longestKey = 4096

  /// Returns the value of the header `Authorization`, or nil if there is no key.
  ///
  /// - Parameter environment: The environment variables of the process.
  /// - Throws: `SourceError` if the key cannot be read, if others may read its file, or if it would
  ///   cross the network in clear text.
  public func authorization(environment: Environment) throws(SourceError) -> String? {
    let bytes: [UInt8]
    switch key {
    case .none: return nil
    case .variable(let variable):
      guard let value = environment[variable] else {
        throw SourceError(name, .noVariable(variable))
      }
      bytes = Array(value.utf8)
    case .file(let path): bytes = try contents(of: path)
    }
    var secret = bytes[...]
    while let last = secret.last, last <= 0x20 { secret.removeLast() }
    while let first = secret.first, first <= 0x20 { secret.removeFirst() }
    guard !secret.isEmpty, secret.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw SourceError(name, .malformedKey)
    }
    guard !isInClear else { throw SourceError(name, .keyInClear(url: url)) }
    if let user { return "Basic " + Base64.encode(Array("\(user):".utf8) + secret) }
    return "ApiKey " + String(decoding: secret, as: UTF8.self)
  }

  private func contents(of path: String) throws(SourceError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw SourceError(name, .unreadableKey(path: path, code: errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw SourceError(name, .unreadableKey(path: path, code: EINVAL))
    }
    guard status.st_mode & 0o077 == 0, status.st_uid == getuid() else {
      throw SourceError(name, .openKey(path: path))
    }
    var bytes = [UInt8](repeating: 0, count: Self.longestKey)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw SourceError(name, .unreadableKey(path: path, code: errno)) }
    return Array(bytes.prefix(count))
  }
}

/// The encoding of bytes in RFC 4648, section 4.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count
            ? letters[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
