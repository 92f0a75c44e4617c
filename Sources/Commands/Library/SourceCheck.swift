import Answering
import Glibc
import Platform
import Retrieval

/// Whether a citation still stands in its source as it was indexed.
enum SourceState: String, Sendable, CaseIterable {
  case unchanged
  /// The words are still in the source, but elsewhere.
  case moved
  /// The source no longer has the words, or can no longer be compared with them.
  case changed
  case gone
}

/// Compares citations with their sources, so that nothing is quoted as if it still stood.
struct SourceCheck {
  let library: Library
  /// Where a changed source is searched for the words: no further than this.
  private static let searchLimit = 16 << 20

  /// nil where the library does not know where the source is.
  func state(of citation: Citation) -> SourceState? {
    switch library.origin(of: citation.passage.document) {
    case nil: nil
    case .builtIn: .unchanged
    case .file(let origin): Self.state(of: citation, in: origin)
    }
  }

  /// Compares byte by byte; where the text was converted or decoded, its bytes stand nowhere in
  /// the file, and only size and time tell.
  static func state(of citation: Citation, in origin: StoredDocument.Origin) -> SourceState {
    let expected = Array(citation.snippet.utf8)
    let descriptor = open(origin.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .gone : .changed }
    defer { close(descriptor) }
    if read(expected.count, at: citation.bytes.lowerBound, from: descriptor) == expected {
      return .unchanged
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, case let info = FileInfo(status),
      info.size == origin.size, info.modified == Int64(origin.modified)
    {
      return .unchanged
    }
    return read(searchLimit, at: 0, from: descriptor).holds(expected) ? .moved : .changed
  }

  /// Up to `count` bytes; fewer where the file ends or cannot be read.
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
  /// Whether `words` stand anywhere in these bytes.
  fileprivate func holds(_ words: [UInt8]) -> Bool {
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
