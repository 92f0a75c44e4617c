public import Bytes
public import Platform

/// The file that lists the other files of an index. Replacing it publishes a new state; files that
/// it does not name are left over from interrupted runs.
///
/// It is text, so that people can read it, and ends with a checksum of everything before:
///
///     tanya index 4
///     generation 7
///     catalog 000007.catalog 4711 1a2b3c4d
///     names 000007.names 3120 5ca1ab1e
///     order 000007.order 92 0badcafe
///     segment 000003-en.segment 123456 5e6f7a8b
///     deletions 000007-000003-en.deletions 812 77aa0912
///     segment 000007-en.segment 2345 6f708192
///     checksum 9c0d1e2f
///
/// Deletions belong to the segment above them. The names file is the table of short forms that the
/// texts explain; it is absent if they explain none. The order file is absent if each language has
/// a single segment.
///
/// ```swift
/// let manifest = Manifest(generation: 1, files: [])
/// let copy = try manifest.encode().withUnsafeBytes { try Manifest(decoding: $0) }
/// ```
///
/// History: version 1 had neither order nor deletions, 2 no names, 3 names that repeated strings.
public struct Manifest: Hashable, Sendable {
  /// A file of the index, as the manifest lists it.
  public struct File: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case catalog, names, order, segment, deletions
    }
    public var kind: Kind
    /// The name within the index folder.
    public var name: String
    /// The size in bytes.
    public var size: Int
    /// The CRC-32 of the whole file.
    public var checksum: UInt32

    public init(kind: Kind, name: String, size: Int, checksum: UInt32) {
      self.kind = kind
      self.name = name
      self.size = size
      self.checksum = checksum
    }
  }

  /// The name of the manifest within the index folder.
  public static let fileName = "manifest"
  /// The beginning of a manifest of any version.
  public static let signature = "tanya index "
  /// The version of the index as a whole that this program writes, and the only one that it reads.
  public static let version: UInt32 = 4
  /// The exclusive upper bound of generations and sizes. It keeps their sums from overflowing.
  private static let limit = 1 << 48

  public var version = Manifest.version
  /// The number of published states, from 1.
  public var generation: Int
  public var files: [File]

  public init(generation: Int, files: [File]) {
    self.generation = generation
    self.files = files
  }

  public func files(of kind: File.Kind) -> [File] { files.filter { $0.kind == kind } }

  /// A segment with the deletions that belong to it.
  public struct Segment: Hashable, Sendable {
    public var file: File
    public var deletions: File?

    public init(file: File, deletions: File? = nil) {
      self.file = file
      self.deletions = deletions
    }
  }

  public var segments: [Segment] {
    var segments: [Segment] = []
    for file in files {
      switch file.kind {
      case .segment: segments.append(Segment(file: file))
      case .deletions: segments[segments.count - 1].deletions = file
      case .catalog, .names, .order: continue
      }
    }
    return segments
  }

  public func encode() -> [UInt8] {
    var text = "\(Manifest.signature)\(version)\ngeneration \(generation)\n"
    for file in files {
      text += "\(file.kind.rawValue) \(file.name) \(file.size) \(hexadecimal(file.checksum))\n"
    }
    let sum = Array(text.utf8).withUnsafeBytes { CRC32.sum(of: $0) }
    return Array((text + "checksum \(hexadecimal(sum))\n").utf8)
  }

  /// - Parameters:
  ///   - bytes: The bytes of a manifest.
  ///   - allowsOlder: A Boolean value that indicates whether to accept manifests of older versions
  ///     too, for the names of their files.
  /// - Throws: `FormatError` if the bytes are not a manifest of an accepted version.
  public init(
    decoding bytes: UnsafeRawBufferPointer, allowsOlder: Bool = false
  ) throws(FormatError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, first.starts(with: Manifest.signature.utf8) else {
      throw FormatError(.foreign)
    }
    guard let version = UInt32(text(first.dropFirst(Manifest.signature.utf8.count))) else {
      throw FormatError(.malformed)
    }
    guard version <= Manifest.version else { throw FormatError(.newer(version)) }
    guard version == Manifest.version || allowsOlder else { throw FormatError(.older(version)) }
    self.version = version
    guard lines.count >= 4, lines.last?.isEmpty == true,
      let expected = Manifest.value(of: "checksum", in: lines[lines.count - 2])
        .flatMap({ UInt32($0, radix: 16) })
    else { throw FormatError(.truncated(expected: bytes.count + 1, found: bytes.count)) }
    let covered = UnsafeRawBufferPointer(rebasing: bytes[..<lines[lines.count - 2].startIndex])
    let found = CRC32.sum(of: covered)
    guard found == expected else {
      throw FormatError(.checksum(expected: expected, found: found))
    }
    guard let generation = Manifest.value(of: "generation", in: lines[1]).flatMap({ Int($0) }),
      (0..<Manifest.limit).contains(generation)
    else { throw FormatError(.malformed) }
    self.generation = generation
    files = []
    for line in lines[2..<(lines.count - 2)] {
      let file = try Manifest.file(in: line)
      if file.kind == .deletions, files.last?.kind != .segment { throw FormatError(.malformed) }
      files.append(file)
    }
    // Numbers can be spelled in several ways, and only the one that `encode` uses is valid.
    guard encode().elementsEqual(bytes) else { throw FormatError(.malformed) }
  }

  private static func value(of key: String, in line: Slice<UnsafeRawBufferPointer>) -> String? {
    guard line.starts(with: "\(key) ".utf8) else { return nil }
    return text(line.dropFirst(key.utf8.count + 1))
  }

  private static func file(
    in line: Slice<UnsafeRawBufferPointer>
  ) throws(FormatError) -> File {
    let parts = line.split(separator: UInt8(ascii: " ")).map { text($0) }
    // A name with a slash could lead out of the folder.
    guard parts.count == 4, let kind = File.Kind(rawValue: parts[0]),
      !parts[1].utf8.contains(UInt8(ascii: "/")), let size = Int(parts[2]),
      (0..<Manifest.limit).contains(size), let checksum = UInt32(parts[3], radix: 16)
    else { throw FormatError(.malformed) }
    return File(kind: kind, name: parts[1], size: size, checksum: checksum)
  }
}

private func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
  String(decoding: bytes, as: UTF8.self)
}

/// Returns eight hexadecimal digits.
func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}

extension Manifest.File {
  /// Maps the file and checks that it has the size that the manifest promises.
  ///
  /// - Parameters:
  ///   - folder: The folder of the index.
  ///   - access: The share of the file's pages that is expected to be read.
  ///   - verifies: A Boolean value that indicates whether to verify the checksum too, which reads
  ///     the whole file.
  ///   - decode: A closure that decodes the mapped file.
  public func open<Value>(
    in folder: String, access: MappedFile.Access = .most, verifies: Bool = false,
    _ decode: (MappedFile) throws(FormatError) -> Value
  ) throws(IndexFileError) -> Value {
    let path = folder + "/" + name
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path, access: access)
    } catch {
      throw .file(error)
    }
    do throws(FormatError) {
      guard file.bytes.count == size else {
        throw FormatError(.truncated(expected: size, found: file.bytes.count))
      }
      if verifies, case let sum = file.withBytes({ CRC32.sum(of: $0) }),
        sum != checksum
      {
        throw FormatError(.checksum(expected: checksum, found: sum))
      }
      return try decode(file)
    } catch {
      throw .format(error.inFile(path))
    }
  }
}

extension Manifest.Segment {
  /// Opens the segment's deletions. Returns nil if it has none.
  public func openDeletions(
    in folder: String, of segment: SegmentFile, verifies: Bool = false
  ) throws(IndexFileError) -> Deletions? {
    guard let deletions else { return nil }
    return try deletions.open(in: folder, verifies: verifies) { file throws(FormatError) in
      try Deletions(file, path: folder + "/" + deletions.name, of: segment.properties)
    }
  }
}

extension Manifest.File.Kind {
  /// The bytes with which every file of the kind begins.
  public var magic: [UInt8] {
    switch self {
    case .catalog: Catalog.magic
    case .names: Array("tanyaSF".utf8)
    case .order: SourceOrder.magic
    case .segment: SegmentLayout.magic
    case .deletions: Deletions.magic
    }
  }
}
