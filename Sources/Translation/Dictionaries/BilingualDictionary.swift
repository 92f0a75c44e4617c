import Bytes
import Platform

/// A dictionary that was found, with its files.
public struct BilingualDictionary: Hashable, Sendable {
  public var kind: DictionaryKind
  /// The files of the dictionary. The first one identifies it.
  public var files: [FileStamp]

  public init(kind: DictionaryKind, files: [FileStamp]) {
    self.kind = kind
    self.files = files
  }

  public var path: String { files.first?.path ?? "" }
}

/// The sources of translations, in order of precedence.
public enum DictionaryKind: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// The long and short forms that a text itself equates: "Small and medium enterprises (SMEs)".
  case text
  /// The user's own glossary, beside the index.
  case userGlossary
  /// The glossary that ships with the program.
  case builtInGlossary
  /// A FreeDict dictionary, in the format of the `dict` server.
  case freeDict
  /// A wordnet of the Open Multilingual Wordnet, joined to the Princeton WordNet.
  case wordnet

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The state of a file when it was compiled. If the state has changed, the file is compiled again.
public struct FileStamp: Hashable, Sendable {
  /// The path of the file; empty for the glossary that is part of the program.
  public var path: String
  /// The size in bytes.
  public var size: Int
  /// The time of the last change of the content, in nanoseconds since 1970, or a hash of the
  /// content of the program's own glossary.
  public var modified: Int64

  public init(path: String, size: Int, modified: Int64) {
    self.path = path
    self.size = size
    self.modified = modified
  }

  /// Creates the stamp of a file, or returns nil if there is no regular file at `path`.
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

/// Bytes that are part of the program, and therefore valid as long as it runs.
public struct EmbeddedText: @unchecked Sendable {
  // Unchecked: the bytes never change.
  public let bytes: UnsafeRawBufferPointer

  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
}
