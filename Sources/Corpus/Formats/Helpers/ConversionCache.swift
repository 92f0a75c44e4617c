import Bytes
import Glibc
public import Platform

/// A cache of the text that helper programs extract from files.
///
/// Entries are found by the content of the file, so neither a file that was moved nor an index that
/// is rebuilt costs a second conversion.
///
/// The folder is private to the user. An entry is read only if it is a regular file of this user
/// that nobody else can write, and if its checksum is correct. Its text passes through the same
/// reader as the output of the helper, and is trusted no more than that.
///
///     "TANYATXT" │ u32 version │ u32 CRC-32 of what follows │ the helper's output
public struct ConversionCache: Sendable {
  /// The total size of the entries, in bytes, above which the least recently used ones are removed.
  static let defaultCapacity = 256 << 20
  private static let magic = Array("TANYATXT".utf8)
  private static let version: UInt32 = 1
  private static let headLength = 16
  private static let suffix = ".text"

  let folder: String
  let capacity: Int

  /// Creates a cache in a folder.
  ///
  /// - Parameters:
  ///   - folder: An absolute path. The folder is created when it is first needed.
  ///   - capacity: The capacity in bytes; nil for 256 MiB.
  public init(folder: String, capacity: Int? = nil) {
    self.folder = folder
    self.capacity = capacity ?? Self.defaultCapacity
  }

  /// Creates a cache in `tanya/texts` in the cache folder of the XDG Base Directory Specification,
  /// where a relative path counts as unset. The result is nil if there is no home folder either.
  public init?(environment: Environment) {
    let cache =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
    guard let cache else { return nil }
    self.init(folder: "\(cache)/tanya/texts")
  }

  /// Returns the name of an entry, which depends on the content of the file and on the program that
  /// converts it; nil if the program is not found. Another version of the program results in
  /// another name.
  ///
  /// - Parameter digest: The SHA-256 digest of the whole file.
  func key(of digest: [UInt8], _ program: String, _ helper: HelperProgram) -> String? {
    guard let info = try? FileInfo(path: program) else { return nil }
    var hash = ContentHash()
    for word in [program] + helper.arguments {
      Array(word.utf8).withUnsafeBytes { hash.combine($0) }
    }
    hash.combine(UInt64(truncatingIfNeeded: info.size))
    hash.combine(UInt64(bitPattern: info.modified))
    return Self.hexadecimal(digest) + "-"
      + Self.hexadecimal((0..<8).map { UInt8(truncatingIfNeeded: hash.value >> ($0 * 8)) })
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Returns the text of an entry; nil if there is no entry that can be trusted.
  func text(of key: String) -> [UInt8]? {
    guard isPrivate else { return nil }
    let path = self.path(of: key)
    var status = stat()
    guard lstat(path, &status) == 0, Self.isOwn(status, kind: S_IFREG),
      let bytes = try? readFile(path, atMost: SourceReader.maximumFileSize),
      let text = Self.text(in: bytes)
    else { return nil }
    // The entry is marked as used, so that `trim()` removes others first.
    utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW)
    return text
  }

  /// Returns the text in the bytes of an entry; nil if they are damaged.
  static func text(in bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      guard let magic = try? reader.readBytes(8), magic.elementsEqual(Self.magic),
        (try? reader.read(UInt32.self)) == version, let sum = try? reader.read(UInt32.self),
        let text = try? reader.readBytes(reader.remaining), CRC32.sum(of: text) == sum
      else { return nil }
      return Array(text)
    }
  }

  /// Writes an entry. Failures are ignored: the file is then converted again.
  func keep(_ text: [UInt8], of key: String) {
    guard text.count + Self.headLength <= capacity / 4 else { return }
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(Self.version)
    writer.append(text.withUnsafeBytes { CRC32.sum(of: $0) })
    do throws(FileError) {
      try Folder.create(folder, permissions: 0o700)
      guard isPrivate else { return }
      let file = try OutputFile(path: path(of: key), permissions: 0o600)
      try file.write(copying: writer.bytes)
      try file.write(copying: text)
      try file.publish(isDurable: false)
    } catch {}
  }

  /// Removes the least recently used entries until the others take no more than the capacity.
  public func trim() {
    guard isPrivate, let names = try? Folder.names(in: folder) else { return }
    var entries: [(path: String, info: FileInfo)] = []
    for name in names where Self.isEntry(name) {
      let path = "\(folder)/\(name)"
      guard let info = try? FileInfo(path: path, followsLinks: false), info.kind == .regular else {
        continue
      }
      entries.append((path, info))
    }
    var size = entries.reduce(0) { $0 + $1.info.size }
    for entry in entries.sorted(by: { $0.info.modified < $1.info.modified }) where size > capacity {
      try? Folder.removeFile(entry.path)
      size -= entry.info.size
    }
  }

  private func path(of key: String) -> String { "\(folder)/\(key)\(Self.suffix)" }

  /// Returns whether a name has the form of an entry's name.
  private static func isEntry(_ name: String) -> Bool {
    name.hasSuffix(suffix) && name.utf8.count == 64 + 1 + 16 + suffix.utf8.count
  }

  /// A Boolean value that indicates whether the folder exists, belongs to the user, and can be
  /// written by nobody else.
  private var isPrivate: Bool {
    var status = stat()
    return lstat(folder, &status) == 0 && Self.isOwn(status, kind: S_IFDIR)
  }

  private static func isOwn(_ status: stat, kind: mode_t) -> Bool {
    status.st_mode & S_IFMT == kind && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }
}
