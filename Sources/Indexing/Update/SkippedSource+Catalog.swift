public import Corpus
import JSON
public import SegmentFormat

/// The encoding of reasons in a catalog: a code whose meaning never changes, a number and a word.
extension Catalog.Skip {
  init(_ skipped: SkippedSource) {
    let (code, detail, note): (UInt8, Int, String) =
      switch skipped.reason {
      case .binary: (1, 0, "")
      case .notUTF8(let offset): (2, offset, "")
      case .unreadable(let code): (3, Int(code), "")
      case .empty: (4, 0, "")
      case .tooLarge(let bytes): (5, bytes, "")
      case .unsupportedFormat(let name): (6, 0, name)
      case .special: (7, 0, "")
      case .symbolicLinkLoop: (8, 0, "")
      case .changedWhileRead: (9, 0, "")
      case .damagedCompression: (10, 0, "")
      case .nestedTooDeeply: (11, 0, "")
      case .unpacksTooLarge: (12, 0, "")
      case .damaged: (13, 0, "")
      case .encrypted: (14, 0, "")
      case .noTextLayer: (15, 0, "")
      case .helperMissing(let command, let package): (16, 0, "\(command) \(package)")
      case .helperFailed(let command): (17, 0, command)
      case .unusableName: (18, 0, "")
      case .cutOff: (19, 0, "")
      case .partlyRead: (25, 0, "")
      case .unsupportedEncoding(let name): (26, 0, name)
      case .malformedLine(let line, .missingID): (20, line, "")
      case .malformedLine(let line, .missingContent): (21, line, "")
      case .malformedLine(let line, .tooLong): (22, line, "")
      case .malformedLine(let line, .repeatedID(let id, let first)): (24, line, "\(id)\t\(first)")
      case .malformedLine(let line, .json(let error)): (23, line, error.catalogNote)
      }
    self.init(path: skipped.path, reason: code, detail: detail, note: note)
  }
}

extension SkippedSource {
  /// Creates a skipped source from its entry in a catalog. Returns nil if the code of the reason is
  /// unknown.
  public init?(_ skip: Catalog.Skip) {
    let reason: Reason
    switch skip.reason {
    case 1: reason = .binary
    case 2: reason = .notUTF8(offset: skip.detail)
    case 3: reason = .unreadable(code: Int32(clamping: skip.detail))
    case 4: reason = .empty
    case 5: reason = .tooLarge(bytes: skip.detail)
    case 6: reason = .unsupportedFormat(skip.note)
    case 7: reason = .special
    case 8: reason = .symbolicLinkLoop
    case 9: reason = .changedWhileRead
    case 10: reason = .damagedCompression
    case 11: reason = .nestedTooDeeply
    case 12: reason = .unpacksTooLarge
    case 13: reason = .damaged
    case 14: reason = .encrypted
    case 15: reason = .noTextLayer
    case 16:
      let words = skip.note.split(separator: " ").map(String.init)
      guard words.count == 2 else { return nil }
      reason = .helperMissing(command: words[0], package: words[1])
    case 17: reason = .helperFailed(command: skip.note)
    case 18: reason = .unusableName
    case 19: reason = .cutOff
    case 20: reason = .malformedLine(skip.detail, .missingID)
    case 21: reason = .malformedLine(skip.detail, .missingContent)
    case 22: reason = .malformedLine(skip.detail, .tooLong)
    case 23: reason = .malformedLine(skip.detail, .json(JSONError(catalogNote: skip.note)))
    case 24:
      // The path of the first document contains no tab.
      let tab = skip.note.lastIndex(of: "\t") ?? skip.note.startIndex
      reason = .malformedLine(
        skip.detail,
        .repeatedID(
          String(skip.note[..<tab]), first: String(skip.note[tab...].dropFirst())))
    case 25: reason = .partlyRead
    case 26: reason = .unsupportedEncoding(skip.note)
    default: return nil
    }
    self.init(path: skip.path, reason: reason)
  }
}

extension JSONError {
  private static let kinds: [(name: String, kind: Kind)] = [
    ("end", .unexpectedEnd), ("utf8", .invalidUTF8), ("escape", .invalidEscape),
    ("surrogate", .unpairedSurrogate), ("control", .controlCharacter), ("number", .invalidNumber),
    ("depth", .tooDeep), ("trailing", .trailingBytes), ("object", .notAnObject),
  ]

  /// A note of the form `kind offset` or `byte value offset`.
  fileprivate var catalogNote: String {
    if case .unexpectedByte(let byte) = kind { return "byte \(byte) \(offset)" }
    return "\(JSONError.kinds.first { $0.kind == kind }?.name ?? "end") \(offset)"
  }

  fileprivate init(catalogNote: String) {
    let words = catalogNote.split(separator: " ")
    let offset = words.last.flatMap { Int($0) } ?? 0
    if words.count == 3, words[0] == "byte", let byte = UInt8(words[1]) {
      self.init(.unexpectedByte(byte), at: offset)
    } else {
      let kind = JSONError.kinds.first { words.first ?? "" == $0.name }?.kind
      self.init(kind ?? .unexpectedEnd, at: offset)
    }
  }
}
