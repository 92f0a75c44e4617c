import Platform

/// The format that a file's name, or its first bytes, reveal.
enum FormatMatch: Equatable {
  case read(SourceFormat)
  /// A format without a reader, by the file name ending that stands for it.
  case unread(String)

  /// The format that a file's name states; nil if it states none.
  ///
  /// A file under gzip has the format of what is inside, which the rest of its name states.
  init?(fileName: String) {
    let name = fileName.lowercased()
    for ending in Self.endings(of: name) {
      guard let match = Self.byEnding[ending] else { continue }
      if match == .read(.compressedText) {
        self = Self.compressed(name: name.dropLast(ending.utf8.count + 1), ending: ending)
      } else {
        self = match
      }
      return
    }
    return nil
  }

  private static func compressed(name: Substring, ending: Substring) -> FormatMatch {
    switch FormatMatch(fileName: String(name)) {
    case nil: return .read(.compressedText)
    case .unread(let inner): return .unread("\(inner).\(ending)")
    case .read(let format):
      return format.isReadUnderGzip ? .read(.compressedText) : .unread(String(ending))
    }
  }

  /// The format that the first bytes of a file state; nil if they state none.
  ///
  /// - Parameter head: at least `headLength` bytes, or the whole file.
  init?(firstBytes head: [UInt8]) {
    guard let found = Self.byMagic.first(where: { head.starts(with: $0.magic) }) else {
      return nil
    }
    self = found.match
  }

  /// Bytes that are enough to recognize every format that first bytes reveal.
  static let headLength = byMagic.reduce(0) { max($0, $1.magic.count) }

  /// The parts of a name behind its last full stops, longest first: `jsonl.gz` and `gz`.
  private static func endings(of name: String) -> [Substring] {
    var endings: [Substring] = []
    var end = name.endIndex
    while endings.count < 2, let dot = name[..<end].lastIndex(of: "."), dot > name.startIndex {
      endings.append(name[name.index(after: dot)...])
      end = dot
    }
    return endings.reversed()
  }

  private static let byEnding: [Substring: FormatMatch] = {
    var matches: [Substring: FormatMatch] = [:]
    for row in UnreadFormat.all {
      for ending in row.endings { matches[ending[...]] = .unread(ending) }
    }
    for format in SourceFormat.allCases {
      for ending in format.row.endings { matches[ending[...]] = .read(format) }
    }
    return matches
  }()

  private static let byMagic: [(magic: [UInt8], match: FormatMatch)] =
    SourceFormat.allCases.flatMap { format in
      format.row.magic.map { ($0, .read(format)) }
    }
    + UnreadFormat.all.flatMap { row in
      row.magic.map { ($0.bytes, .unread($0.ending)) }
    }
}

extension FormatMatch {
  /// The format that the first bytes of the file at `path` state; nil also if it cannot be read,
  /// which is reported when it is read in full.
  init?(fileAt path: String) {
    let length = Self.headLength
    guard let file = try? OpenFile(path: path) else { return nil }
    var count: Int?
    let head = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      count = try? file.read(into: UnsafeMutableRawBufferPointer(buffer))
      filled = count ?? 0
    }
    guard count != nil else { return nil }
    self.init(firstBytes: head)
  }
}
