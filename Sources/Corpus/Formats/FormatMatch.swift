import Platform

/// A format that was recognized by a file's name or first bytes.
enum FormatMatch: Equatable {
  case read(SourceFormat)
  /// A format without a reader, by the file name extension that represents it.
  case unread(String)

  /// Creates the match for a file's name. Returns nil if the name does not determine a format.
  ///
  /// A file that is compressed with gzip has the format of its contents, which the rest of the name
  /// determines. A message in a Maildir has no ending; its name ends in `:2,` and the letters of its
  /// flags (D. J. Bernstein, "Using maildir format").
  init?(fileName: String) {
    let name = fileName.lowercased()
    if Self.isMaildirMessage(name) {
      self = .read(.mail)
      return
    }
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

  private static func isMaildirMessage(_ name: String) -> Bool {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return false }
    let flags = name.utf8[colon...].dropFirst(3)
    return name.utf8[colon...].starts(with: ":2,".utf8)
      && flags.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private static func compressed(name: Substring, ending: Substring) -> FormatMatch {
    switch FormatMatch(fileName: String(name)) {
    case nil: return .read(.compressedText)
    case .unread(let inner): return .unread("\(inner).\(ending)")
    case .read(let format):
      return format.isReadUnderGzip ? .read(.compressedText) : .unread(String(ending))
    }
  }

  /// Creates the match for the first bytes of a file. Returns nil if they do not determine a
  /// format.
  ///
  /// - Parameter head: The first bytes of the file, at least `headLength` of them, or the whole
  ///   file.
  init?(firstBytes head: [UInt8]) {
    guard let found = Self.byMagic.first(where: { head.starts(with: $0.magic) }) else {
      return nil
    }
    self = found.match
  }

  /// The number of bytes that are sufficient to recognize every format by its first bytes.
  static let headLength = byMagic.reduce(0) { max($0, $1.magic.count) }

  /// Returns the parts of a name after its last full stops, longest first: `jsonl.gz` and `gz`.
  private static func endings(of name: String) -> [Substring] {
    var endings: [Substring] = []
    var end = name.endIndex
    while endings.count < 2, let dot = name.utf8[..<end].lastIndex(of: UInt8(ascii: ".")),
      dot > name.startIndex
    {
      endings.append(name[name.utf8.index(after: dot)...])
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
  /// Creates the match for the first bytes of the file at `path`. Returns nil if they do not
  /// determine a format, or if the file cannot be read, which is reported when it is read in full.
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
