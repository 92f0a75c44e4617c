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
