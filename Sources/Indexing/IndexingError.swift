public import Bytes
public import Platform
import SegmentFormat

/// Why no index was written. Whatever it is, an index that was there before stands as it was.
public enum IndexingError: Error, Hashable, Sendable {
  /// The folder holds something that is no index: one name of what is in it.
  case folderTaken(path: String, found: String)
  /// Another process is writing this index.
  case locked(path: String)
  /// The index that was there cannot be read.
  case format(FormatError)
  case file(FileError)
  /// One of the paths to index is missing or cannot be listed.
  case source(FileError)
  /// Two lines of collections have the same `_id`: where they stand (`file:line`).
  case duplicateID(String, first: String, second: String)
  /// `--remove` names a path that is not indexed.
  case notIndexed(path: String)
  /// Nothing was given and nothing is known from before.
  case nothingToIndex(path: String)
  /// More passages in one language than a segment can hold.
  case tooManyPassages(Int)
  case interrupted
}
