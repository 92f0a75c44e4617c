public import Corpus
public import Model
import Platform
import SegmentFormat
import Synchronization
public import TextAnalysis

/// Reads sources on several threads and builds a segment for each language, or several pieces if
/// memory does not suffice for everything at once.
struct SegmentBuilder {
  let files: [SourceFile]
  let next: NextGeneration
  let threads: Int
  let memory: MemoryBudget
  let cache: ConversionCache?
  /// A closure that is called between two units. If it returns `true`, the run ends.
  let isCancelled: @Sendable () -> Bool
  let progress: @Sendable (IndexProgress) -> Void
  /// The documents to leave out, by path and line.
  var leftOut: [String: [Int: DocumentIDCheck.Repeat]] = [:]

  /// The passages that were read in one language.
  struct Built {
    enum Form {
      case inMemory(SegmentContents)
      case spilled([NewSegment])
    }
    var language: Language
    var passageCount: Int
    var form: Form
  }

  struct Result {
    var built: [Built] = []
    var skipped: [SkippedSource] = []
    /// The number of documents in each file.
    var documentCounts: [Int] = []
    /// The content hash of each file.
    var contentHashes: [UInt64] = []
    /// The short forms in each file.
    var shortForms: [[ShortForm]] = []
    /// The hash of each document's id.
    var idHashes: IDHashes
  }

  private struct Shared: Sendable {
    /// The parts of each worker.
    var held: [HeldParts]
    var spills: [NewSegment] = []
    /// The skipped sources, by the ordinal of their unit.
    var skipped: [Int: [SkippedSource]] = [:]
    /// The number of documents in each file.
    var documentCounts: [Int]
    var shortForms = ShortFormsBySource()
    var idHashes: IDHashes
    var progress: IndexProgress
    /// The first error, which ends the run.
    var failure: IndexingError?

    /// The approximate size, in bytes, of the data that stays in memory until the end of the run.
    var byteCount: Int {
      idHashes.byteCount + shortForms.byteCount
        + documentCounts.count * Shared.bytesPerSource
    }

    /// The approximate size, in bytes, of what is known of a source: its path, id and times in the
    /// list of the walk, in the order of sources and in the catalog, and its encoded record.
    private static let bytesPerSource = 900

    mutating func addIDs(of documents: [Document]) {
      do throws(FileError) {
        for document in documents { try idHashes.append(document.id.hashValue) }
      } catch {
        failure = failure ?? .file(error)
      }
    }
  }

  func build() throws(IndexingError) -> Result {
    let sources = files.map { SourceRecord($0) }
    let reader = SourceReader(files, cache: cache)
    let shared = Mutex(
      Shared(
        held: Array(repeating: HeldParts(), count: threads),
        documentCounts: Array(repeating: 0, count: files.count),
        idHashes: IDHashes(folder: next.folder),
        progress: IndexProgress(bytesTotal: files.reduce(0) { $0 + $1.size })))
    onThreads(threads) { [self] number in
      var worker = IndexWorker(number: number)
      var held = HeldParts()
      while let unit = reader.next() {
        if isCancelled() { shared.withLock { $0.failure = $0.failure ?? .interrupted } }
        if shared.withLock({ $0.failure != nil }) { return }
        var read = reader.documents(of: unit)
        if let leftOut = leftOut[unit.source.path] { read.leaveOut(leftOut, of: unit.source.path) }
        let source = unit.sourceNumber
        held.append(worker.index(read.documents, source: source), ordinal: unit.ordinal)
        let shortForms = worker.shortForms.forms
        let sharedBytes = shared.withLock { shared in
          if !read.skipped.isEmpty { shared.skipped[unit.ordinal] = read.skipped }
          shared.documentCounts[source] += read.documents.count
          shared.shortForms.add(shortForms, of: source, ordinal: unit.ordinal)
          shared.addIDs(of: read.documents)
          shared.progress.documents += read.documents.count
          shared.progress.bytesRead += unit.byteCount
          progress(shared.progress)
          return shared.byteCount
        }
        if memory.isExhausted(
          by: held.byteCount + worker.vocabularyByteCount, of: threads, beside: sharedBytes)
        {
          held.vocabularies = worker.vocabularies
          spill(held, sources, into: shared)
          worker = IndexWorker(number: number)
          held = HeldParts()
        }
      }
      held.vocabularies = worker.vocabularies
      shared.withLock { $0.held[number] = held }
    }
    var result = try result(of: shared, sources)
    result.contentHashes = files.indices.map { reader.contentHash(ofSource: $0) }
    return result
  }

  /// Writes the parts of one worker as pieces, one for each language.
  private func spill(
    _ held: HeldParts, _ sources: [SourceRecord], into shared: borrowing Mutex<Shared>
  ) {
    do throws(IndexingError) {
      for (language, contents) in try HeldParts.assemble(
        [held.alone], sources: sources, threads: 1, isPiece: true)
      {
        let segment = try next.write(contents, language, isDurable: false)
        shared.withLock { $0.spills.append(segment) }
      }
    } catch {
      shared.withLock { $0.failure = $0.failure ?? error }
    }
  }

  private func result(
    of shared: borrowing Mutex<Shared>, _ sources: [SourceRecord]
  ) throws(IndexingError) -> Result {
    var read = shared.withLock { $0 }
    shared.withLock { $0.held = [] }
    if let failure = read.failure { throw failure }
    var result = Result(
      documentCounts: read.documentCounts,
      shortForms: read.shortForms.inOrder(sourceCount: files.count), idHashes: read.idHashes)
    result.skipped = read.skipped.keys.sorted().flatMap { read.skipped[$0] ?? [] }
    guard !read.spills.isEmpty else {
      result.built = try HeldParts.assemble(read.held, sources: sources, threads: threads).map {
        Built(
          language: $0, passageCount: $1.properties.passageCount, form: .inMemory($1))
      }
      return result
    }
    for number in read.held.indices {
      spill(read.held[number], sources, into: shared)
      read.held[number] = HeldParts()
    }
    read = shared.withLock { $0 }
    if let failure = read.failure { throw failure }
    // The next stage allocates blocks of other sizes, so it could not reuse the freed memory.
    ResidentMemory.releaseFreed()
    result.built = Dictionary(grouping: read.spills, by: \.language).map { language, spills in
      Built(
        language: language, passageCount: spills.reduce(0) { $0 + $1.passageCount },
        form: .spilled(spills))
    }
    return result
  }
}

extension SourceRecord {
  init(_ file: SourceFile) {
    self.init(
      id: file.id, path: file.path, size: file.size, modified: Int(file.modified),
      format: file.format.rawValue)
  }
}

/// Builds segments in memory from documents, such as those of the built-in library.
///
/// - Parameters:
///   - documents: The documents, each with its source.
///   - words: The words of a single question that the segments serve, or nil to count all words.
///     If they serve a single question, they are packed in less time and more bytes.
///   - analyzer: A closure that returns the analyzer of a language.
/// - Returns: A segment for each language, with a file name.
/// - Complexity: O(*n* log *n*), where *n* is the number of words in the documents.
public func buildSegments(
  of documents: [(document: Document, source: SourceFile)], counting words: CountedWords? = nil,
  analyzer: @escaping (Language) -> Analyzer = { Analyzer(language: $0) }
) -> [(name: String, bytes: [UInt8])] {
  var worker = IndexWorker(number: 0, counting: words, analyzer: analyzer)
  var parts: [[Language: PartialIndex]] = []
  for (number, entry) in documents.enumerated() {
    parts.append(worker.index([entry.document], source: number))
  }
  let vocabularies = worker.vocabularies
  let records = documents.map { SourceRecord($0.source) }
  return vocabularies.keys.sorted { $0.rawValue < $1.rawValue }.map { language in
    let assembler = SegmentAssembler(
      language: language, parts: parts.compactMap { $0[language] },
      vocabularies: [vocabularies[language] ?? Vocabulary()], sources: records)
    return (
      "\(language).segment",
      assembler.assemble(
        threads: 1, packing: words == nil ? .small : .instant
      ).bytes
    )
  }
}

extension SegmentContents {
  /// The bytes of the segment.
  fileprivate var bytes: [UInt8] {
    // Writing to memory cannot fail.
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

extension ReadResult {
  fileprivate mutating func leaveOut(
    _ repeats: [Int: DocumentIDCheck.Repeat], of path: String
  ) {
    documents.removeAll { document in
      guard let found = repeats[document.collectionLine ?? 0] else { return false }
      skipped.append(
        SkippedSource(
          path: path,
          reason: .malformedLine(found.line, .repeatedID(found.id, first: found.first))))
      return true
    }
  }
}
