import Answering
import Corpus
import Indexing
import Platform
import Retrieval
import SegmentFormat
import TextAnalysis

/// Why a file is not what answers a question, or how far it came.
struct WhyNot: Sendable {
  enum Finding: Sendable {
    case standing(DocumentRank, DocumentStanding)
    /// The name means several documents.
    case several([String])
    /// It is a folder, or a collection of documents.
    case folder, collection
    /// It was left out when the index was made.
    case skipped(SkippedSource)
    /// It lies where the index was made from, but was not taken: new since, hidden, or named by
    /// a `.gitignore`.
    case notTaken
    /// It exists and lies elsewhere.
    case elsewhere
    case missing
  }

  var question: String
  /// The question's.
  var language: Language
  /// As it was named.
  var file: String
  var finding: Finding

  /// - Parameters:
  ///   - file: a document's id or its end, `corpus.jsonl:17`, or a path.
  ///   - top: how many citations the answer has.
  static func ask(
    _ question: String, about file: String, top: Int, library: Library, reader: LibraryReader
  ) throws(IndexError) -> Self {
    Self(
      question: question, language: reader.language(of: question), file: file,
      finding: try finding(question, file, top: top, library, reader))
  }

  private static func finding(
    _ question: String, _ file: String, top: Int, _ library: Library, _ reader: LibraryReader
  ) throws(IndexError) -> Finding {
    let path = LibraryLocation.absolute(file, from: LibraryLocation.currentFolder)
    let catalog = try library.index.catalog()
    let source = catalog?.sources.first { $0.record.path == path }?.record.id
    var documents = try reader.documents(named: source ?? file)
    if documents.isEmpty, source == nil { documents = try reader.documents(named: file) }
    if documents.count > 1 { return .several(documents) }
    if let id = documents.first,
      let (rank, standing) = try reader.standing(of: id, for: question, top: top)
    {
      return .standing(rank, standing)
    }
    let skipped = (catalog?.skipped ?? []).compactMap { SkippedSource($0) }
    if let skip = skipped.first(where: { $0.path == path || $0.path.hasSuffix("/\(file)") }) {
      return .skipped(skip)
    }
    if source != nil { return .collection }
    do throws(FileError) {
      if try FileInfo(path: path).kind == .directory { return .folder }
    } catch {
      return .missing
    }
    let isInside = (catalog?.roots ?? []).contains { path == $0 || path.hasPrefix($0 + "/") }
    return isInside ? .notTaken : .elsewhere
  }
}

extension WhyNot {
  /// A word of the question, and what it gives to the document's best passage and to the first.
  struct Word: Sendable, Equatable {
    var word: String
    var score: Double
    var first: Double
  }

  /// The words that are looked up, in the question's order.
  static func words(_ rank: DocumentRank) -> [Word] {
    var words: [Word] = []
    func add(_ part: Explanation.Part, to score: WritableKeyPath<Word, Double>) {
      let place = words.firstIndex { $0.word == part.word } ?? words.count
      if place == words.count { words.append(Word(word: part.word, score: 0, first: 0)) }
      words[place][keyPath: score] += part.contribution
    }
    for part in rank.explanation.parts { add(part, to: \.score) }
    for part in rank.first?.explanation.parts ?? [] { add(part, to: \.first) }
    return words
  }
}
