import Bytes
import Platform

/// A dictionary that was found, by its files.
public struct BilingualDictionary: Hashable, Sendable {
  public var kind: DictionaryKind
  /// The file that it is known by first.
  public var files: [FileStamp]

  public init(kind: DictionaryKind, files: [FileStamp]) {
    self.kind = kind
    self.files = files
  }

  public var path: String { files.first?.path ?? "" }
}

/// What a translation is taken from, in the order in which they are asked.
public enum DictionaryKind: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// Long and short names that a text itself equates: "Small and medium enterprises (SMEs)".
  case text
  /// The user's own, beside the index.
  case userGlossary
  /// The one that ships with the program.
  case builtInGlossary
  /// A FreeDict dictionary, as the `dict` server keeps it.
  case freeDict
  /// A wordnet of the Open Multilingual Wordnet, joined to the Princeton WordNet.
  case wordnet

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a file looked like when it was compiled; where that differs now, it is compiled again.
public struct FileStamp: Hashable, Sendable {
  /// Empty for the glossary that is part of the program.
  public var path: String
  /// In bytes.
  public var size: Int
  /// When the content last changed, in nanoseconds since 1970; for the program's own glossary a
  /// hash of its content.
  public var modified: Int64

  public init(path: String, size: Int, modified: Int64) {
    self.path = path
    self.size = size
    self.modified = modified
  }

  /// Nil where there is no regular file.
  init?(path: String) {
    guard let info = try? FileInfo(path: path), info.kind == .regular else { return nil }
    self.init(path: path, size: info.size, modified: info.modified)
  }

  init(_ text: EmbeddedText) {
    self.init(
      path: "", size: text.bytes.count,
      modified: Int64(bitPattern: ContentHash.value(of: text.bytes)))
  }
}

/// Bytes that are part of the program, and so live as long as it runs.
public struct EmbeddedText: @unchecked Sendable {
  // Unchecked: nobody writes to them.
  public let bytes: UnsafeRawBufferPointer

  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
}
