import Bytes
import Platform
import SegmentFormat

/// The name of a file of an index, in one of the forms that indexing uses:
///
///     000007-en.segment  000007-en.2.segment  000007-en.piece1.segment
///     000009-000007-en.deletions  000009.catalog  000009.names  000009.order
///
/// Each form, and also `manifest`, may have the extension of a file that is not published yet.
/// Files with other names are never removed.
struct IndexFileName {
  /// The number at the beginning of the name, or 0 for a manifest.
  let generation: Int
  /// The bytes with which the file begins.
  private let magic: [UInt8]

  init?(_ name: String) {
    let stem = OutputFile.publishedName(ofTemporary: name) ?? name
    if stem == Manifest.fileName, stem != name {
      generation = 0
      magic = Array(Manifest.signature.utf8)
      return
    }
    let number = stem.prefix(6)
    guard number.utf8.count == 6, let generation = Self.number(number),
      let dot = stem.lastIndex(of: "."),
      let kind = Manifest.File.Kind(rawValue: String(stem[stem.index(after: dot)...]))
    else { return nil }
    let middle = stem[number.endIndex..<dot]
    let isComplete =
      switch kind {
      case .catalog, .names, .order: middle.isEmpty
      case .segment: Self.isSegment(middle)
      case .deletions:
        middle.first == "-" && Self.number(middle.dropFirst().prefix(6)) != nil
          && Self.isSegment(middle.dropFirst(7))
      }
    guard isComplete else { return nil }
    self.generation = generation
    magic = kind.magic
  }

  /// Returns whether a text is a hyphen and a language, optionally followed by the number of a
  /// segment or a piece.
  private static func isSegment(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.first == "-", parts.count <= 2, let language = parts.first?.dropFirst(),
      !language.isEmpty, language.utf8.allSatisfy(isTagByte)
    else { return false }
    guard parts.count == 2 else { return true }
    return number(parts[1].hasPrefix("piece") ? parts[1].dropFirst(5) : parts[1]) != nil
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-")
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy(\.isASCIIDigit) ? Int(digits) : nil
  }

  /// Returns whether the first bytes of a file match its name. A file that is shorter than these
  /// bytes, or that consists of zeros, matches too: a run that was killed may have written nothing
  /// yet, or nothing that reached the disk.
  func matchesContent(at path: String) -> Bool {
    guard (try? FileInfo(path: path, followsLinks: false))?.kind == .regular,
      let file = try? OpenFile(path: path)
    else { return false }
    var start = [UInt8](repeating: 0, count: magic.count)
    guard let count = try? start.withUnsafeMutableBytes({ try file.read(into: $0) }) else {
      return false
    }
    // After a power failure, data that had not reached the disk reads as zeros.
    return magic.starts(with: start.prefix(count)) || start.allSatisfy { $0 == 0 }
  }
}
