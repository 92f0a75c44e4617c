import Platform
import SegmentFormat
import TextAnalysis

extension IndexFolder {
  /// Writes the files of a new state, then the manifest that makes them the index, then removes
  /// what no longer belongs to it.
  ///
  /// - Parameter old: generation of the state that is replaced, 0 where there is none to be read.
  /// - Returns: bytes of the new state.
  func publish(
    _ kept: [KeptSegment], _ built: [(language: Language, contents: SegmentContents)],
    _ catalog: Catalog, after old: Int
  ) throws(IndexingError) -> Int {
    do {
      let generation = try generation(after: old)
      let number = String(String(1_000_000 + generation % 1_000_000).dropFirst())
      var segments: [NextSegment] = []
      for segment in kept { segments.append(try write(segment, number)) }
      for (language, contents) in built {
        segments.append(try write(contents, language, number))
      }
      segments.sort { ($0.language, $0.entry.file.name) < ($1.language, $1.entry.file.name) }
      var files = [try write(catalog.encode(), .catalog, "\(number).catalog")]
      if let names = ShortFormCounts.table(of: catalog.sources.flatMap(\.shortForms)) {
        files.append(try write(names, .names, "\(number).names"))
      }
      if let order = try order(of: segments, catalog, number) { files.append(order) }
      for segment in segments {
        files.append(segment.entry.file)
        if let deletions = segment.entry.deletions { files.append(deletions) }
      }
      let manifest = Manifest(generation: generation, files: files)
      _ = try write(manifest.encode(), .catalog, Manifest.fileName)
      removeLeftOvers(of: manifest)
      return files.reduce(0) { $0 + $1.size }
    } catch let error as FormatError {
      throw .format(error)
    } catch let error as FileError {
      throw .file(error)
    } catch {
      preconditionFailure("writing fails with one of two errors")
    }
  }

  /// A segment of the state to be published.
  private struct NextSegment {
    var language: String
    var entry: Manifest.Segment
    var sources: [SourceRecord]
  }

  private func write(_ segment: KeptSegment, _ number: String) throws -> NextSegment {
    var entry = segment.published.entry
    if let bytes = try segment.newDeletions() {
      let stem = entry.file.name.prefix { $0 != "." }
      entry.deletions = try write(bytes, .deletions, "\(number)-\(stem).deletions")
    }
    return NextSegment(
      language: segment.language.rawValue, entry: entry, sources: segment.sources)
  }

  private func write(
    _ contents: SegmentContents, _ language: Language, _ number: String
  ) throws -> NextSegment {
    let name = "\(number)-\(language).segment"
    let file = try OutputFile(path: path + "/" + name)
    var writer = try SegmentWriter { bytes throws(FileError) in try file.write(bytes) }
    try contents.write(to: &writer)
    try file.publish()
    let entry = Manifest.File(
      kind: .segment, name: name, size: writer.count, checksum: writer.checksum)
    return NextSegment(
      language: language.rawValue, entry: Manifest.Segment(file: entry),
      sources: contents.sources)
  }

  /// How the sources of the segments follow each other; nil where each language has one segment,
  /// whose passages are in the order of the sources as they stand.
  private func order(
    of segments: [NextSegment], _ catalog: Catalog, _ number: String
  ) throws(FileError) -> Manifest.File? {
    guard Set(segments.map(\.language)).count < segments.count else { return nil }
    let ranks = Dictionary(
      zip(catalog.sources.map(\.record), catalog.sources.indices),
      uniquingKeysWith: { first, _ in first })
    let order = segments.map { $0.sources.map { UInt64(ranks[$0] ?? 0) } }
    return try write(SourceOrder.encode(order), .order, "\(number).order")
  }
}
