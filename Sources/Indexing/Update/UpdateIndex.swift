import Corpus
import Platform
import SegmentFormat
import TextAnalysis

/// Brings an index up to date with its sources and publishes the new state atomically.
///
/// Unchanged sources are not read again: their segments are kept, without the passages of sources
/// that have changed or disappeared. Until the last step, which renames the manifest, the index
/// remains as it was, whatever happens.
///
/// - Parameters:
///   - request: The folder, the sources and the limits of the run.
///   - isCancelled: A closure that is called between pieces of work. If it returns `true`, the run
///     ends with `.interrupted`.
///   - progress: A closure that receives the progress. It is called from any of the run's threads,
///     but from only one at a time.
/// - Returns: A summary of the new state.
/// - Throws: `IndexingError`. The index then remains as it was.
public func updateIndex(
  _ request: IndexRequest, isCancelled: @escaping @Sendable () -> Bool = { false },
  progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
) throws(IndexingError) -> IndexSummary {
  let start = ContinuousClock.now
  let folder = try IndexFolder(preparing: request.folder)
  let old = try folder.state(
    rebuilds: request.rebuilds, ignoringDamage: request.rebuilds && !request.adding.isEmpty)
  let known = old?.catalog.movedRoots(to: request.folder) ?? []
  let roots = try roots(after: request, from: known)
  let walk: SourceWalk.Sources
  do throws(FileError) {
    walk = try SourceWalk(paths: roots, around: request.folder).sources()
  } catch {
    throw .source(error)
  }
  let plan = try UpdatePlan(old: request.rebuilds ? nil : old, walk)
  if let old, plan.changesNothing, plan.hasStamps, old.catalog.roots == roots {
    folder.removeLeftOvers(beside: [old.manifest])
    return IndexSummary(
      old.catalog, passages: old.passages, indexBytes: old.byteCount,
      seconds: seconds(since: start), change: .nothing)
  }
  plan.files.waitForNextMoment()
  do throws(IndexingError) {
    return try run(
      request, plan, roots: roots, permissions: walk.permissions, in: folder, old, since: start,
      isCancelled, progress)
  } catch {
    folder.clearFailedRun(old: old?.manifest)
    throw error
  }
}

/// Reads new and changed sources, merges segments if there are too many, and publishes.
private func run(
  _ request: IndexRequest, _ plan: UpdatePlan, roots: [String], permissions: UInt32,
  in folder: IndexFolder, _ old: IndexState?, since start: ContinuousClock.Instant,
  _ isCancelled: @escaping @Sendable () -> Bool,
  _ progress: @escaping @Sendable (IndexProgress) -> Void
) throws(IndexingError) -> IndexSummary {
  let next = try folder.nextGeneration(
    after: old?.manifest.generation ?? 0, permissions: permissions)
  let threads = max(1, request.threads)
  let memory = MemoryBudget(limit: request.memory)
  var builder = SegmentBuilder(
    files: plan.files, next: next, threads: threads, memory: memory, cache: request.cache,
    isCancelled: isCancelled, progress: progress)
  var read = try builder.build()
  let ranks = plan.ranks
  // Ids rarely repeat. If one does, the sources are read again without the documents that repeat
  // it.
  while true {
    let repeats = try DocumentIDCheck(
      ranks: ranks, kept: plan.kept, built: read.built, folder: request.folder
    ).repeats(among: read.idHashes)
    guard !repeats.isEmpty else { break }
    for document in repeats {
      builder.leftOut[document.path, default: [:]][document.line] = document
    }
    read = try builder.build()
  }
  request.cache?.trim()
  let catalog = plan.catalog(roots: roots, folder: request.folder, read)
  let selection = try SegmentSelection(
    next: next, kept: plan.kept, built: read.built, ranks: ranks, threads: threads,
    memory: memory, isCancelled: isCancelled,
    progress: { progress(IndexProgress(passagesMerged: $0, passagesToMerge: $1)) }
  ).select()
  if isCancelled() { throw .interrupted }
  let bytes = try folder.publish(selection, catalog, ranks: ranks, as: next)
  return IndexSummary(
    catalog, passages: selection.passages, indexBytes: bytes, seconds: seconds(since: start),
    change: plan.changesNothing && old?.catalog.roots == roots
      ? .nothing : !request.rebuilds && old?.isCurrent == false ? .upgrade : .update)
}

extension IndexSummary {
  fileprivate init(
    _ catalog: Catalog, passages: [String: Int], indexBytes: Int, seconds: Double,
    change: Change
  ) {
    self.init(
      sources: catalog.sources.count, documents: catalog.documentCount, passages: passages,
      skipped: catalog.skipped.compactMap { SkippedSource($0) },
      sourceBytes: catalog.sources.reduce(0) { $0 + $1.record.size }, indexBytes: indexBytes,
      seconds: seconds, change: change)
  }
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
