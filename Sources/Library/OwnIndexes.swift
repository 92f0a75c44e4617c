import Glibc
public import Platform

/// The indexes that this user built on this machine.
///
/// Each index folder has a random id in its lock file, and a file in the user's state folder lists
/// the ids with their folders. An index that is not listed there may come from an untrusted source:
/// a repository, an archive, or another user.
public struct OwnIndexes: Sendable {
  private let path: String?

  /// Creates a list for an environment. It is stored in `tanya/indexes` in the state folder of the
  /// XDG Base Directory Specification, in which a relative path counts as unset.
  public init(environment: Environment) {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.local/state" : nil }
    path = state.map { "\($0)/tanya/indexes" }
  }

  /// Returns whether this user built the index in a folder.
  public func contains(_ folder: String) -> Bool {
    guard let path, let id = Self.id(of: folder), let list = try? readFile(path) else {
      return false
    }
    let line = Array(Self.line(id, folder).utf8)
    return list.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual(line) }
  }

  /// Adds the index in a folder to the list, and gives it an id if it has none. Failures are
  /// ignored: the index is then treated like one that somebody else built.
  public func add(_ folder: String) {
    guard let path, !contains(folder), let id = Self.id(of: folder) ?? Self.giveID(to: folder),
      let slash = path.lastIndex(of: "/")
    else { return }
    try? Folder.create(String(path[..<slash]))
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let line = Array((Self.line(id, folder) + "\n").utf8)
    // Written with one call, so that two programs cannot mix their lines.
    _ = write(descriptor, line, line.count)
  }

  private static func line(_ id: String, _ folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return "\(id) \(folder)" }
    defer { free(resolved) }
    return "\(id) \(String(cString: resolved))"
  }

  // MARK: Ids

  private static let idLength = 32

  private static func id(of folder: String) -> String? {
    guard let content = try? readFile("\(folder)/lock"), content.count == idLength,
      content.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return String(decoding: content, as: UTF8.self)
  }

  private static func giveID(to folder: String) -> String? {
    var random = SystemRandomNumberGenerator()
    let digits = (0..<2).map { _ in
      let part = String(random.next(), radix: 16)
      return String(repeating: "0", count: 16 - part.utf8.count) + part
    }.joined()
    // Written in place, because replacing the file would break the lock.
    let descriptor = open("\(folder)/lock", O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard ftruncate(descriptor, 0) == 0,
      write(descriptor, Array(digits.utf8), idLength) == idLength
    else { return nil }
    return digits
  }
}
