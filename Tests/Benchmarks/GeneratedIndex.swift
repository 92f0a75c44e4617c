import Glibc
import Indexing
import Model
import Platform
import Retrieval
import SegmentFormat
import TextAnalysis

/// An index of generated text, and the work that the workloads do with it.
final class GeneratedIndex {
  let texts: [String]
  /// The vocabulary of all texts, as terms to look up.
  let words: [[UInt8]]
  let segment: SegmentFile
  private let folder: String
  private let questions: [Query]
  private let searcher: Searcher
  private let entries: [TermEntry]

  /// The error of an index that cannot be created or decoded.
  struct Damage: Error {}

  /// - Parameter folder: The folder of text and index, which are created unless they exist.
  init(in folder: String) throws {
    self.folder = folder
    var generator = GeneratedText()
    words = generator.words.map { Array($0.utf8) }
    texts = (0..<4000).map { _ in generator.paragraph(words: 90) }
    let asked = (0..<300).map { _ in generator.question() }
    let index = folder + "/index"
    if access(index, F_OK) != 0 {
      try GeneratedIndex.write(texts, to: folder + "/corpus.jsonl")
      _ = try updateIndex(
        IndexRequest(folder: index, adding: [folder + "/corpus.jsonl"], threads: 1))
    }
    let reader = try IndexReader(opening: index)
    guard let file = reader.manifest?.segments.first?.file else { throw Damage() }
    segment = try SegmentFile(path: "\(index)/\(file.name)", size: file.size)
    searcher = Searcher(reader)
    questions = asked.map { [searcher] in searcher.query($0, language: .english) }
    var entries: [TermEntry] = []
    for form in TermForm.allCases {
      try segment.terms.forEachTerm(
        form: form, prefix: UnsafeRawBufferPointer(start: nil, count: 0)
      ) {
        entries.append($1)
        return true
      }
    }
    self.entries = entries
  }

  /// Calls `body` with each block of each posting list, and a buffer for two numbers for each
  /// posting.
  func forEachBlock(
    _ body: (PostingList, _ block: Int, UnsafeMutablePointer<UInt32>) -> Int?
  ) throws -> (units: Int, result: Int) {
    let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PostingList.blockSize)
    defer { room.deallocate() }
    var postings = 0
    var result = 0
    for entry in entries {
      let list = try PostingList(
        entry, in: segment.postings, passageCount: segment.properties.passageCount)
      postings += list.documentFrequency
      for block in 0..<list.blockCount {
        guard let number = body(list, block, room) else { throw Damage() }
        result &+= number
      }
    }
    return (postings, result)
  }

  /// Searches for the ten best documents for each question.
  func ask(_ options: SearchOptions) throws -> (units: Int, result: Int) {
    var result = 0
    for question in questions {
      let found = try searcher.retrieve(question, top: 10, options: options)
      for document in found { result &+= document.id.utf8.count &+ Int(document.score * 1000) }
    }
    return (questions.count, result)
  }

  /// Indexes all texts again on one thread.
  func rebuild() throws -> (units: Int, result: Int) {
    let summary = try updateIndex(
      IndexRequest(
        folder: folder + "/again", adding: [folder + "/corpus.jsonl"], rebuilds: true, threads: 1))
    return (summary.sourceBytes, summary.indexBytes)
  }

  private static func write(_ texts: [String], to path: String) throws {
    guard let file = fopen(path, "w") else { throw Damage() }
    defer { fclose(file) }
    for (number, text) in texts.enumerated() {
      fputs("{\"_id\": \"\(number)\", \"text\": \"\(text)\"}\n", file)
    }
  }
}
