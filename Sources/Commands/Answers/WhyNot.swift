import Answering
import Corpus
import Indexing
import Model
import Platform
import Retrieval
import SegmentFormat
import TextAnalysis

/// Why a file is not what answers a question, or how far it came.
struct WhyNot: Sendable {
  enum Finding: Sendable {
    case standing(DocumentRank, DocumentStanding)
    /// It is none of the documents that are asked, by these conditions.
    case narrowedOut(document: String, Narrowing)
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
  ///   - reader: narrowed as `narrowing` says.
  static func ask(
    _ question: String, about file: String, top: Int, library: Library, reader: LibraryReader,
    narrowing: Narrowing
  ) throws(IndexError) -> Self {
    Self(
      question: question, language: reader.language(of: question), file: file,
      finding: try finding(question, file, top: top, library, reader, narrowing))
  }

  private static func finding(
    _ question: String, _ file: String, top: Int, _ library: Library, _ reader: LibraryReader,
    _ narrowing: Narrowing
  ) throws(IndexError) -> Finding {
    let path = LibraryLocation.absolute(file, from: LibraryLocation.currentFolder)
    let catalog = try library.index.catalog()
    let source = catalog?.sources.first { $0.record.path == path }?.record.id
    var documents = try reader.documents(named: source ?? file)
    if documents.isEmpty, source == nil { documents = try reader.documents(named: file) }
    if documents.count > 1 { return .several(documents) }
    if let id = documents.first, !narrowing.isEmpty,
      let document = try library.documents().first(where: { $0.id == id }),
      !narrowing.admits(document)
    {
      return .narrowedOut(document: id, narrowing)
    }
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
  /// A word of the question, and what it gives to the document's best passage and to the first,
  /// in the unit of the ranking's scores.
  struct Word: Sendable, Equatable {
    var word: String
    var score: Double
    var first: Double
  }

  /// The words that are looked up, in the question's order.
  static func words(_ rank: DocumentRank) -> [Word] {
    var words: [Word] = []
    func add(_ part: Explanation.Part, _ unit: Double, to score: WritableKeyPath<Word, Double>) {
      let place = words.firstIndex { $0.word == part.word } ?? words.count
      if place == words.count { words.append(Word(word: part.word, score: 0, first: 0)) }
      words[place][keyPath: score] += unit * part.contribution
    }
    for part in rank.explanation.parts { add(part, unit(rank), to: \.score) }
    for part in rank.first?.explanation.parts ?? [] { add(part, unitOfFirst(rank), to: \.first) }
    return words
  }

  /// What the second look at their text gives to the document's best passage and to the first.
  static func text(_ rank: DocumentRank) -> (score: Double, first: Double) {
    (
      unit(rank) * (rank.explanation.evidence.reduce(0) { $0 + $1.contribution }),
      unitOfFirst(rank)
        * (rank.first?.explanation.evidence ?? []).reduce(0) { $0 + $1.contribution }
    )
  }

  /// Where passages of several languages are ranked, an explanation counts in another unit than
  /// the ranking.
  private static func unit(_ rank: DocumentRank) -> Double {
    rank.rank == nil ? 1 : ratio(rank.score, rank.explanation.score)
  }

  private static func unitOfFirst(_ rank: DocumentRank) -> Double {
    rank.first.map { ratio($0.passage.score, $0.explanation.score) } ?? 1
  }

  private static func ratio(_ score: Double, _ explained: Double) -> Double {
    explained > 0 ? score / explained : 1
  }
}
