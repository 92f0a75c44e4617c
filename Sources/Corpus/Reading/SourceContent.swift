import Bytes
import Conversion
import Glibc
public import Platform

/// The content of a file that is passed to its reader.
struct SourceContent {
  /// The hash of the file (`StreamHash`).
  var hash: UInt64
  /// The bytes of the file, or the output of the format's helper program for it.
  var bytes: Result<[UInt8], ReadingError>
  /// The reader that replaces that of the format, if the file is compressed and a helper program
  /// converted its content.
  var reader: (any FormatReader)?
  /// A Boolean value that indicates whether the bytes are only the beginning of the file.
  var isPart = false
}

extension SourceFile {
  /// Reads the file, or converts it with the format's helper program.
  ///
  /// - Parameters:
  ///   - cache: where conversions are kept.
  ///   - limit: how many bytes of a text file are kept, up to the end of a line.
  func content(
    _ cache: ConversionCache?, limit: Int = SourceReader.maximumTextSize
  ) throws(ReadingError) -> SourceContent {
    if let helper = format.row.helper { return try converted(by: helper, cache) }
    if format.row.unit == .fileLine {
      return try stable { file throws(FileError) in
        let (digest, head) = try FileDigest.read(file, keeping: limit)
        var text = head.bytes
        if head.isPart {
          // Without a line break, the text ends before its last character.
          let end = text.lastIndex(of: 0x0A) ?? text.lastIndex { $0 & 0xC0 != 0x80 }
          text.removeLast(text.count - (end ?? 0))
        }
        return SourceContent(hash: digest.hash, bytes: .success(text), isPart: head.isPart)
      }
    }
    let bytes = try stable { file throws(FileError) in try file.readToEnd() }
    let hash = bytes.withUnsafeBytes { StreamHash.value(of: $0) }
    if format == .compressedText, let inner = try converted(packed: bytes, cache) {
      return SourceContent(hash: hash, bytes: .success(inner.bytes), reader: inner.reader)
    }
    return SourceContent(hash: hash, bytes: .success(bytes))
  }

  /// Converts the content of a gzip file, such as a manual page, with a helper program; nil if none
  /// reads it.
  private func converted(
    packed bytes: [UInt8], _ cache: ConversionCache?
  ) throws(ReadingError) -> (bytes: [UInt8], reader: any FormatReader)? {
    let inner =
      FormatMatch(fileName: GzipReader.innerName(of: name))
      ?? FormatMatch(firstBytes: GzipReader.head(of: bytes, count: FormatMatch.headLength))
    guard case .read(let format)? = inner, let helper = format.row.helper,
      case .whole(let reader) = format.row.reading
    else { return nil }
    guard let program = HelperSearch.find(helper.command) else {
      throw ReadingError(.helperMissing(command: helper.command, package: helper.package))
    }
    let unpacked = try GzipReader.unpack(bytes)
    var digest = SHA256()
    unpacked.withUnsafeBytes { digest.append($0) }
    let key = cache?.key(of: digest.digest, program, helper)
    if let key, let text = cache?.text(of: key) { return (text, reader) }
    do throws(Cage.Failure) {
      let text = try Cage.run(program, helper.arguments, on: unpacked)
      if let key { cache?.keep(text, of: key) }
      return (text, reader)
    } catch {
      throw ReadingError(Self.reason(error, helper))
    }
  }

  /// Returns the output of a helper program that gets the file on its standard input, or the cached
  /// output for the same content.
  private func converted(
    by helper: HelperProgram, _ cache: ConversionCache?
  ) throws(ReadingError) -> SourceContent {
    guard let program = HelperSearch.find(helper.command) else {
      throw ReadingError(.helperMissing(command: helper.command, package: helper.package))
    }
    return try stable { file throws(FileError) in
      let digest = try FileDigest(file, hasDigest: cache != nil)
      let key = digest.sha256.flatMap { cache?.key(of: $0, program, helper) }
      if let key, let text = cache?.text(of: key) {
        return SourceContent(hash: digest.hash, bytes: .success(text))
      }
      let result = Self.run(program, helper, on: file)
      if let key, case .success(let text) = result { cache?.keep(text, of: key) }
      return SourceContent(hash: digest.hash, bytes: result)
    }
  }

  private static func run(
    _ program: String, _ helper: HelperProgram, on file: OpenFile
  ) -> Result<[UInt8], ReadingError> {
    do throws(Cage.Failure) {
      return .success(
        try file.withDescriptor { descriptor throws(Cage.Failure) in
          lseek(descriptor, 0, SEEK_SET)
          return try Cage.run(program, helper.arguments, input: descriptor)
        })
    } catch {
      return .failure(ReadingError(reason(error, helper)))
    }
  }

  private static func reason(
    _ failure: Cage.Failure, _ helper: HelperProgram
  ) -> SkippedSource.Reason {
    switch failure {
    case .failed(_, let message) where message.contains("assword"): .encrypted
    // It could not be started in the cage.
    case .failed(127, _): .helperFailed(command: helper.command)
    case .failed: .damaged
    case .tooMuchOutput: .unpacksTooLarge
    case .crashed, .timedOut, .notStarted: .helperFailed(command: helper.command)
    }
  }

  /// Calls `body` with the opened file, and once more if the file changed during the first call.
  private func stable<Value>(
    _ body: (OpenFile) throws(FileError) -> Value
  ) throws(ReadingError) -> Value {
    for _ in 0..<2 {
      let attempt = try ReadingError.wrap { () throws(FileError) -> Attempt<Value> in
        let file = try OpenFile(path: path)
        let before = try file.info()
        guard before.size <= SourceReader.maximumFileSize else { return .tooLarge(before.size) }
        let value = try body(file)
        return try file.info() == before ? .stable(value) : .changed
      }
      switch attempt {
      case .stable(let value): return value
      case .tooLarge(let size): throw ReadingError(.tooLarge(bytes: size))
      case .changed: continue
      }
    }
    throw ReadingError(.changedWhileRead)
  }

  private enum Attempt<Value> {
    case stable(Value)
    case changed
    case tooLarge(Int)
  }
}

extension HelperProgram {
  /// Returns whether a helper program is installed in a place where tanya looks for it.
  public static func isInstalled(_ command: String) -> Bool { path(of: command) != nil }

  /// Returns the absolute path of a helper program. It is never looked up in the current folder or
  /// among the sources.
  public static func path(of command: String) -> String? { HelperSearch.find(command) }
}

/// The restrictions that the kernel of this machine can impose on a helper program, besides those
/// on time and memory.
public struct HelperCage: Sendable {
  /// A Boolean value that indicates whether the program is kept from reading other files.
  public var closesFiles: Bool
  /// A Boolean value that indicates whether the program is kept from using the network.
  public var closesNetwork: Bool

  /// The restrictions that work, determined in a separate process.
  public static var current: HelperCage {
    let support = Cage.support
    return HelperCage(
      closesFiles: support.contains(.files), closesNetwork: support.contains(.network))
  }
}

/// The hashes of a file's content.
public struct FileDigest: Sendable {
  /// The hash by `StreamHash`, which is never 0.
  public var hash: UInt64
  /// The SHA-256 digest of 32 bytes; nil if it was not requested.
  var sha256: [UInt8]?

  /// Reads a file from its current place to its end.
  init(_ file: OpenFile, hasDigest: Bool) throws(FileError) {
    self = try Self.read(file, keeping: 0, hasDigest: hasDigest).digest
  }

  /// Reads a file from its current place to its end.
  ///
  /// - Parameter limit: the number of bytes at its beginning that are returned.
  static func read(
    _ file: OpenFile, keeping limit: Int, hasDigest: Bool = false
  ) throws(FileError) -> (digest: FileDigest, head: (bytes: [UInt8], isPart: Bool)) {
    var kept: [UInt8] = []
    kept.reserveCapacity(min(limit, try file.info().size))
    var isPart = false
    var hash = StreamHash()
    var digest = SHA256()
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    while case let count = try file.read(into: chunk), count > 0 {
      let bytes = UnsafeRawBufferPointer(rebasing: chunk[..<count])
      hash.append(bytes)
      if hasDigest { digest.append(bytes) }
      let room = limit - kept.count
      kept.append(contentsOf: bytes[..<min(count, room)])
      if count > room { isPart = true }
    }
    let found = FileDigest(hash: hash.value, sha256: hasDigest ? digest.digest : nil)
    return (found, (kept, isPart))
  }

  private init(hash: UInt64, sha256: [UInt8]?) {
    self.hash = hash
    self.sha256 = sha256
  }

  /// Reads the file at `path`.
  public init(fileAt path: String) throws(FileError) {
    try self.init(try OpenFile(path: path), hasDigest: false)
  }
}
