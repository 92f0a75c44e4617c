public import Corpus
import Platform
import SegmentFormat
import Synchronization
import TextAnalysis

/// Reads sources on several threads and assembles a segment for each language.
struct SegmentBuilder {
  let files: [SourceFile]
  /// What of the old state stays beside these files.
  let kept: [KeptSegment]
  let threads: Int
  /// Asked between two units; true ends the run.
  let isCancelled: @Sendable () -> Bool
  let progress: @Sendable (IndexProgress) -> Void

  /// What reading gave.
  struct Result {
    var segments: [(language: Language, contents: SegmentContents)] = []
    var skipped: [SkippedSource] = []
    /// By index of the file.
    var documentCounts: [Int] = []
  }

  private struct Shared: Sendable {
    /// By the units' ordinals.
    var parts: [Int: [Language: PartialIndex]] = [:]
    var skipped: [Int: [SkippedSource]] = [:]
    /// By worker.
    var vocabularies: [[Language: Vocabulary]]
    /// By index of the file.
    var documentCounts: [Int]
    var progress = IndexProgress()
    var wasCancelled = false
  }

  func build() throws(IndexingError) -> Result {
    let numbers = Dictionary(
      zip(files.map(\.path), files.indices), uniquingKeysWith: { first, _ in first })
    let reader = SourceReader(files)
    let total = files.reduce(0) { $0 + $1.size }
    let shared = Mutex(
      Shared(
        vocabularies: Array(repeating: [:], count: threads),
        documentCounts: Array(repeating: 0, count: files.count)))
    onThreads(threads) { [isCancelled, progress] number in
      var worker = IndexWorker(number: number)
      while let unit = reader.next() {
        if isCancelled() {
          shared.withLock { $0.wasCancelled = true }
          break
        }
        let read = reader.documents(of: unit)
        let source = numbers[unit.source.path] ?? 0
        let parts = worker.index(read.documents, source: source)
        shared.withLock { shared in
          shared.parts[unit.ordinal] = parts
          if !read.skipped.isEmpty { shared.skipped[unit.ordinal] = read.skipped }
          shared.documentCounts[source] += read.documents.count
          shared.progress.documents += read.documents.count
          shared.progress.bytesRead += unit.byteCount
          shared.progress.bytesTotal = total
          progress(shared.progress)
        }
      }
      let vocabularies = worker.vocabularies
      shared.withLock { $0.vocabularies[number] = vocabularies }
    }
    let read = shared.withLock { shared in
      let read = shared
      shared.parts = [:]
      return read
    }
    if read.wasCancelled { throw .interrupted }
    return try assemble(read)
  }

  private func assemble(_ read: Shared) throws(IndexingError) -> Result {
    let ordinals = read.parts.keys.sorted()
    try checkIDs(ordinals.flatMap { read.parts[$0].map { Array($0.values) } ?? [] })
    var result = Result(documentCounts: read.documentCounts)
    result.skipped = read.skipped.keys.sorted().flatMap { read.skipped[$0] ?? [] }
    let sources = files.map { SourceRecord($0) }
    let languages = Set(read.parts.values.flatMap(\.keys)).sorted { $0.rawValue < $1.rawValue }
    for language in languages {
      let parts = ordinals.compactMap { read.parts[$0]?[language] }
      let passages = parts.reduce(0) { $0 + $1.passages.count }
      guard passages <= SegmentLayout.largestPassageCount else {
        throw .tooManyPassages(passages)
      }
      let assembler = SegmentAssembler(
        language: language, parts: parts,
        vocabularies: read.vocabularies.map { $0[language] ?? Vocabulary() }, sources: sources)
      result.segments.append((language, assembler.assemble(threads: threads)))
    }
    return result
  }

  /// A document id names one document, here and in what is kept of the old state; the same document
  /// may stand in several languages.
  private func checkIDs(_ parts: [PartialIndex]) throws(IndexingError) {
    struct Place: Equatable {
      var source: Int
      var line: Int
    }
    var known: [String: Place] = [:]
    known.reserveCapacity(parts.reduce(0) { $0 + $1.documentIDs.count })
    for part in parts {
      for (id, line) in zip(part.documentIDs, part.documentLines) {
        let place = Place(source: part.source, line: line)
        let old = known.updateValue(place, forKey: id)
        if let old, old != place {
          throw .duplicateID(
            id, first: describe(old.source, old.line), second: describe(part.source, line))
        }
      }
    }
    for segment in kept where !known.isEmpty {
      try segment.forEachDocument { id, source, line throws(IndexingError) in
        guard let new = known[id] else { return }
        let places = [
          (files[new.source].id, describe(new.source, new.line)),
          (source.id, describe(source.path, line)),
        ].sorted { $0.0 < $1.0 }
        throw .duplicateID(id, first: places[0].1, second: places[1].1)
      }
    }
  }

  private func describe(_ source: Int, _ line: Int) -> String {
    describe(files[source].path, line)
  }

  private func describe(_ path: String, _ line: Int) -> String {
    line == 0 ? path : "\(path):\(line)"
  }
}

extension SourceRecord {
  init(_ file: SourceFile) {
    self.init(
      id: file.id, path: file.path, size: file.size, modified: Int(file.modified),
      format: file.format.code)
  }
}

/// Builds segments in memory from documents at hand: the built-in library, and tests.
public func buildSegments(
  of documents: [Document], sources: [SourceFile]
) -> [(name: String, bytes: [UInt8])] {
  var worker = IndexWorker(number: 0)
  var parts: [[Language: PartialIndex]] = []
  for (number, document) in documents.enumerated() {
    parts.append(worker.index([document], source: min(number, sources.count - 1)))
  }
  let vocabularies = worker.vocabularies
  let records = sources.map { SourceRecord($0) }
  return vocabularies.keys.sorted { $0.rawValue < $1.rawValue }.map { language in
    let assembler = SegmentAssembler(
      language: language, parts: parts.compactMap { $0[language] },
      vocabularies: [vocabularies[language] ?? Vocabulary()], sources: records)
    return ("\(language).segment", assembler.assemble(threads: 1).bytes)
  }
}

extension SegmentContents {
  /// The segment's bytes in memory.
  fileprivate var bytes: [UInt8] {
    // A sink of memory cannot fail.
    let memory = MemorySink()
    do {
      var writer = try SegmentWriter { memory.bytes.append(contentsOf: $0) }
      try write(to: &writer)
    } catch {}
    return memory.bytes
  }
}

private final class MemorySink {
  var bytes: [UInt8] = []
}
