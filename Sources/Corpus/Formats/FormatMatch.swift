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
  init?(fileName: String) { self.init(fileName: fileName.utf8.span) }

  private init?(fileName name: Span<UInt8>) {
    if Self.isMaildirMessage(name) {
      self = .read(.mail)
      return
    }
    guard let last = Self.dot(in: name, before: name.count) else { return nil }
    // A longer ending takes precedence: `jsonl.gz` over `gz`.
    if let first = Self.dot(in: name, before: last),
      let match = Self.match(of: name.extracting((first + 1)...))
    {
      self = match
      return
    }
    guard let match = Self.match(of: name.extracting((last + 1)...)) else { return nil }
    self = match == .read(.compressedText) ? Self.compressed(name.extracting(..<last)) : match
  }

  private static func match(of ending: Span<UInt8>) -> FormatMatch? {
    FileEnding(ending).flatMap { byEnding[$0] }
  }

  /// Returns the position of the last full stop before `end`, which is not that of a hidden file.
  private static func dot(in name: Span<UInt8>, before end: Int) -> Int? {
    var index = end - 1
    while index > 0 {
      if name[index] == UInt8(ascii: ".") { return index }
      index -= 1
    }
    return nil
  }

  private static func isMaildirMessage(_ name: Span<UInt8>) -> Bool {
    var start = name.count
    while start > 0, (0x61...0x7A).contains(name[start - 1] | 0x20) { start -= 1 }
    return start >= 3 && name[start - 1] == UInt8(ascii: ",")
      && name[start - 2] == UInt8(ascii: "2") && name[start - 3] == UInt8(ascii: ":")
  }

  /// Returns the match of a file under gzip for the name of its contents.
  private static func compressed(_ name: Span<UInt8>) -> FormatMatch {
    switch FormatMatch(fileName: name) {
    case nil: .read(.compressedText)
    case .unread(let inner): .unread("\(inner).gz")
    case .read(let format): format.isReadUnderGzip ? .read(.compressedText) : .unread("gz")
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

  private static let byEnding: [FileEnding: FormatMatch] = {
    var matches: [FileEnding: FormatMatch] = [:]
    func add(_ ending: String, _ match: FormatMatch) {
      guard let key = FileEnding(ending.utf8.span) else { return }
      matches[key] = match
    }
    for row in UnreadFormat.all {
      for ending in row.endings { add(ending, .unread(ending)) }
    }
    for format in SourceFormat.allCases {
      for ending in format.row.endings { add(ending, .read(format)) }
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

/// The part of a file's name after a full stop, in lower case.
private struct FileEnding: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Returns nil for an ending of more than sixteen bytes, which no format has.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(lower)
    }
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
