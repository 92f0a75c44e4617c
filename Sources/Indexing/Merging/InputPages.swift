import Platform
import SegmentFormat

/// What is in memory of the files that are joined. Each page is read once or twice, so it is given
/// back where it becomes too much.
struct InputPages {
  let inputs: [MergeInput]
  /// Bytes of mapped files that may stay.
  let limit: Int

  func trim() {
    guard ResidentMemory.mappedByteCount ?? .max > limit else { return }
    for input in inputs { input.file.releasePages() }
  }
}
