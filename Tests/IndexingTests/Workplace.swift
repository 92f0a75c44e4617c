import Corpus
import Glibc
import Model
import Platform
import Retrieval
import SegmentFormat
import TestSupport
import TextAnalysis

@testable import Indexing

/// A temporary folder with sources and their index.
struct Workplace {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var index: String { folder.path + "/index" }
  var sources: String { folder.path + "/sources" }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { folder.write("sources/" + name, text) }

  @discardableResult
  func update(
    adding: [String] = [], removing: [String] = [], rebuilds: Bool = false, threads: Int = 1,
    memory: Int = IndexRequest.defaultMemory
  ) throws(IndexingError) -> IndexSummary {
    try updateIndex(
      IndexRequest(
        folder: index, adding: adding, removing: removing, rebuilds: rebuilds, threads: threads,
        memory: memory, cache: nil))
  }

  /// Returns the ids of the documents that a search for a word finds, sorted.
  func found(_ word: String) throws -> [String] {
    let searcher = Searcher(try IndexReader(opening: index))
    return try searcher.retrieve(searcher.query(word, language: .english), top: 100).map(\.id)
      .sorted()
  }

  /// The names of the files in the index folder.
  var names: [String] { (try? Folder.names(in: index)) ?? [] }

  /// The names of the segments of the index.
  var segments: [String] {
    (try? IndexReader(opening: index).manifest?.segments.map(\.file.name)) ?? []
  }

  /// Returns the bytes of each file of the index, by name.
  func content() throws -> [String: [UInt8]] {
    var content: [String: [UInt8]] = [:]
    for name in names where name != "lock" { content[name] = try readFile(index + "/" + name) }
    return content
  }
}

/// Returns paragraphs of words in two languages, mixed with made-up words. The same seed gives the
/// same text.
func madeUpText(_ random: inout SplitMix64, paragraphs: Int) -> String {
  let english = "the government of this country was known for its many large old houses and cities"
  let indonesian = "pemerintah negara itu terkenal karena rumah dan kota besar yang sudah tua"
  return (0..<paragraphs).map { _ in
    let words = (random.below(2) == 0 ? english : indonesian).split(separator: " ")
    return (0..<(10 + random.below(200))).map { _ in
      random.below(4) == 0
        ? "w\(["a", "b", "c", "d", "e"][random.below(5)])rd\(random.below(300))s"
        : String(words[random.below(words.count)])
    }.joined(separator: " ") + "."
  }.joined(separator: "\n\n")
}
