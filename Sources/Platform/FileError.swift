/// What the system refused to do with a file.
public struct FileError: Error, Hashable, Sendable {
  public enum Operation: Hashable, Sendable {
    case open, status, read, list, map, create, write, sync, rename, remove, lock
  }

  public var operation: Operation
  public var path: String
  /// The value of `errno`.
  public var code: Int32

  public init(_ operation: Operation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }
}
