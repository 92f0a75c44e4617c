public import SegmentFormat

/// Finds the sources of a catalog by their paths.
///
/// A walk returns files in the order in which the catalog has them. As long as none was added or
/// removed, each look-up is one comparison; the paths are hashed when one is not the next.
public struct SourceLookup {
  private let sources: [Catalog.Source]
  private var next = 0
  private var positions: [String: Int]?

  public init(_ catalog: Catalog) { sources = catalog.sources }

  /// Returns the position of the source with the given path, or nil if there is none.
  public mutating func position(of path: String) -> Int? {
    if next < sources.count, sources[next].record.path == path {
      next += 1
      return next - 1
    }
    let known = positions ?? hashed()
    positions = known
    guard let found = known[path] else { return nil }
    next = found + 1
    return found
  }

  private func hashed() -> [String: Int] {
    Dictionary(
      zip(sources.lazy.map(\.record.path), sources.indices),
      uniquingKeysWith: { first, _ in first })
  }
}
