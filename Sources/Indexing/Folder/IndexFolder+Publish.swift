import Model
import Platform
import SegmentFormat
import TextAnalysis

extension IndexFolder {
  /// Writes the files that the new state needs in addition to its segments, writes the manifest,
  /// which publishes the state, and removes files that no longer belong to the index.
  ///
  /// - Parameters:
  ///   - selection: The segments of the new state.
  ///   - catalog: The catalog of the new state.
  ///   - ranks: The position of each source in the order of all sources.
  ///   - next: The names of the new files.
  /// - Returns: The size of the new state in bytes.
  func publish(
    _ selection: SegmentSelection.Result, _ catalog: Catalog, ranks: [SourceRecord: Int],
    as next: NextGeneration
  ) throws(IndexingError) -> Int {
    try IndexingError.converting {
      var segments: [NextSegment] = []
      for segment in selection.kept { segments.append(try deletions(of: segment, next)) }
      for segment in selection.new {
        segments.append(
          NextSegment(
            language: segment.language, entry: Manifest.Segment(file: segment.entry),
            sources: { try segment.open(in: path).sourceRecords() }))
      }
      segments.sort {
        ($0.language.rawValue, $0.entry.file.name) < ($1.language.rawValue, $1.entry.file.name)
      }
      var files = [try next.write(catalog.encode(), .catalog, "\(next.prefix).catalog")]
      if let names = ShortFormCounts.table(of: catalog.sources.flatMap(\.shortForms)) {
        files.append(try next.write(names, .names, "\(next.prefix).names"))
      }
      if let order = try order(of: segments, ranks, next) { files.append(order) }
      for segment in segments {
        files.append(segment.entry.file)
        if let deletions = segment.entry.deletions { files.append(deletions) }
      }
      let manifest = Manifest(generation: next.generation, files: files)
      _ = try next.write(manifest.encode(), .catalog, Manifest.fileName)
      removeLeftOvers(beside: [manifest])
      return files.reduce(0) { $0 + $1.size }
    }
  }

  /// A segment of the state to be published.
  private struct NextSegment {
    var language: Language
    var entry: Manifest.Segment
    /// Returns the sources, which take more memory than the rest of the state and are needed only
    /// for an order.
    var sources: () throws -> [SourceRecord]
  }

  private func deletions(
    of segment: KeptSegment, _ next: NextGeneration
  ) throws -> NextSegment {
    var entry = segment.published.entry
    if let bytes = try segment.newDeletions() {
      let name = entry.file.name.dropLast(".segment".count)
      entry.deletions = try next.write(bytes, .deletions, "\(next.prefix)-\(name).deletions")
    }
    return NextSegment(language: segment.language, entry: entry, sources: { segment.sources })
  }

  /// Writes the order of the segments' sources. Returns nil if each language has one segment, whose
  /// passages are already in that order.
  private func order(
    of segments: [NextSegment], _ ranks: [SourceRecord: Int], _ next: NextGeneration
  ) throws -> Manifest.File? {
    guard Set(segments.map(\.language)).count < segments.count else { return nil }
    let order = try segments.map { try $0.sources().map { UInt64(ranks[$0] ?? 0) } }
    return try next.write(SourceOrder.encode(order), .order, "\(next.prefix).order")
  }
}
