public import Answering
import Cluster
import Corpus
import Glibc
public import Model
import Platform
public import Retrieval

/// The state of a citation's source, compared with the time of indexing.
public enum SourceState: String, Sendable, CaseIterable {
  /// The source contains the quoted words at the cited place.
  case unchanged
  /// The source still contains the words, but at another place.
  case moved
  /// The source no longer contains the words, or can no longer be compared with them.
  case changed
  /// The source no longer exists.
  case gone
}

extension Library {
  /// Compares a citation with its source. Returns nil if the place of the source is not known.
  public func sourceState(of citation: Citation) -> SourceState? {
    switch origin(of: citation.passage.document) {
    case nil: nil
    case .builtIn: .unchanged
    case .file(let origin): SourceState(of: citation, in: origin)
    }
  }
}

extension Library {
  /// Returns the texts of fields of documents that a source outside holds now; nil for a document
  /// that it does not hold.
  ///
  /// - Throws: `IndexError` if the source cannot be asked, or if the library is an index.
  public func texts(of fields: [(document: String, field: Field)]) throws(IndexError) -> [String?] {
    guard let source else { throw .source(SourceError("", .notOffered)) }
    do throws(SourceError) {
      return zip(try source.documents(fields.map(\.document)), fields).map { document, field in
        field.field == .title ? document?.metadata[.title]?.value : document?.text
      }
    } catch {
      throw .source(error)
    }
  }
}

extension SourceState {
  /// Compares a quotation with the text that it was taken from.
  ///
  /// - Parameters:
  ///   - snippet: The bytes of the quotation.
  ///   - offset: The place of its first byte in the text.
  ///   - text: The text as it is now; nil if it no longer exists.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  public init(of snippet: [UInt8], at offset: Int, in text: String?) {
    guard let text else {
      self = .gone
      return
    }
    let bytes = Array(text.utf8)
    if bytes.dropFirst(offset).starts(with: snippet) {
      self = .unchanged
    } else {
      self = bytes.contains(snippet) ? .moved : .changed
    }
  }

  /// The size in bytes up to which converted and decoded sources are read again, even if their size
  /// and modification time are unchanged. Larger sources then count as unchanged.
  private static let rereadLimit = 1 << 20

  /// Compares a citation with the current text of its file.
  private static func reread(_ citation: Citation) -> SourceState {
    guard let document = SourceText.document(citation.passage.document) else { return .changed }
    let words = citation.snippet.utf8
    let text =
      citation.passage.field == .title
      ? document.metadata[.title]?.value ?? "" : document.text
    let bytes = text.utf8
    if bytes.dropFirst(citation.bytes.lowerBound).starts(with: words) { return .unchanged }
    return Array(bytes).contains(Array(words)) ? .moved : .changed
  }

  /// The greatest number of bytes of a changed source to search for the words.
  private static let searchLimit = 16 << 20

  /// Compares the bytes of a citation with its file. Converted or decoded text does not occur in
  /// its file, so the file is converted again: a file that was only touched has not changed. For a
  /// file that is cited directly, size and modification time prove nothing.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the quotation in bytes. If the source has
  ///   changed or is converted, *n* is the size of the file.
  init(of citation: Citation, in origin: StoredDocument.Origin) {
    let expected = Array(citation.snippet.utf8)
    let descriptor = open(origin.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      self = errno == ENOENT || errno == ENOTDIR ? .gone : .changed
      return
    }
    defer { close(descriptor) }
    if Self.read(expected.count, at: citation.bytes.lowerBound, from: descriptor) == expected {
      self = .unchanged
      return
    }
    let format = SourceFormat(rawValue: origin.format)
    var status = stat()
    let isOfFile = format?.row.unit == .fileLine && citation.passage.field == .text
    if !isOfFile, fstat(descriptor, &status) == 0, case let info = FileInfo(status) {
      let isSame = info.size == origin.size && info.modified == Int64(origin.modified)
      guard format != nil, info.size <= (isSame ? Self.rereadLimit : Self.searchLimit) else {
        self = isSame ? .unchanged : .changed
        return
      }
      let state = Self.reread(citation)
      if state != .changed || isSame {
        self = state
        return
      }
    }
    let isElsewhere = Self.read(Self.searchLimit, at: 0, from: descriptor).contains(expected)
    self = isElsewhere ? .moved : .changed
  }

  /// Returns up to `count` bytes at an offset. There are fewer if the file ends or cannot be read.
  private static func read(_ count: Int, at offset: Int, from descriptor: Int32) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return [] }
    let room = min(count, Int(status.st_size) - offset)
    guard room > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      while filled < room {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, room - filled, offset + filled)
        guard got > 0 else { return }
        filled += got
      }
    }
  }
}

extension [UInt8] {
  /// Returns whether `words` occur anywhere in the bytes.
  fileprivate func contains(_ words: [UInt8]) -> Bool {
    guard let first = words.first, count >= words.count else { return false }
    return withUnsafeBytes { bytes in
      words.withUnsafeBytes { words in
        guard var place = bytes.baseAddress, let needle = words.baseAddress else { return false }
        let end = place + (bytes.count - words.count + 1)
        while place < end, let found = memchr(place, Int32(first), end - place) {
          if memcmp(found, needle, words.count) == 0 { return true }
          place = UnsafeRawPointer(found) + 1
        }
        return false
      }
    }
  }
}
