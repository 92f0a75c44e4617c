import Corpus
import Platform
import SegmentFormat
import TextAnalysis

/// Brings an index up to date with its sources and publishes the new state at once.
///
/// Until the last step (the manifest's rename) the index stays as it was, whatever happens.
///
/// - Parameters:
///   - isCancelled: asked between two pieces of work; true ends the run with `.interrupted`.
///   - progress: called from any of the run's threads, one at a time.
public func updateIndex(
  _ request: IndexRequest, isCancelled: @escaping @Sendable () -> Bool = { false },
  progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
) throws(IndexingError) -> IndexSummary {
  let start = ContinuousClock.now
  let folder = try IndexFolder(preparing: request.folder)
  let old = try folder.state(ignoringDamage: request.rebuilds && !request.adding.isEmpty)
  let roots = try roots(after: request, from: old?.catalog.roots ?? [])
  let walk: SourceWalk.Sources
  do throws(FileError) {
    walk = try SourceWalk(paths: roots, excluding: [request.folder]).sources()
  } catch {
    throw .source(error)
  }
  let records = walk.files.map { SourceRecord($0) }
  if !request.rebuilds, let old, old.catalog.roots == roots, old.catalog.sources == records,
    old.isCurrent
  {
    return IndexSummary(
      sources: records.count, documents: old.catalog.documentCount, passages: old.passages,
      skipped: old.catalog.skipped.compactMap { SkippedSource($0) },
      sourceBytes: records.reduce(0) { $0 + $1.size }, indexBytes: old.bytes,
      seconds: seconds(since: start), isUnchanged: true)
  }
  let built = try SegmentBuilder(
    files: walk.files, threads: max(1, request.threads), isCancelled: isCancelled,
    progress: progress
  ).build()
  let skipped = walk.skipped + built.skipped
  let catalog = Catalog(
    roots: roots, documentCount: built.documents, sources: records,
    skipped: skipped.map { Catalog.Skip($0) })
  if isCancelled() { throw .interrupted }
  let bytes = try folder.publish(
    built.segments, catalog, after: old?.manifest.generation ?? 0)
  return IndexSummary(
    sources: records.count, documents: built.documents,
    passages: Dictionary(
      uniqueKeysWithValues: built.segments.map {
        ($0.language.rawValue, $0.contents.properties.passageCount)
      }),
    skipped: skipped, sourceBytes: records.reduce(0) { $0 + $1.size }, indexBytes: bytes,
    seconds: seconds(since: start), isUnchanged: false)
}

private func roots(
  after request: IndexRequest, from old: [String]
) throws(IndexingError) -> [String] {
  var roots = old
  for path in request.removing {
    guard roots.contains(path) else { throw .notIndexed(path: path) }
    roots.removeAll { $0 == path }
  }
  for path in request.adding where !roots.contains(path) { roots.append(path) }
  guard !roots.isEmpty || !request.removing.isEmpty else {
    throw .nothingToIndex(path: request.folder)
  }
  return roots
}

private func seconds(since start: ContinuousClock.Instant) -> Double {
  let (seconds, attoseconds) = (ContinuousClock.now - start).components
  return Double(seconds) + Double(attoseconds) * 1e-18
}
