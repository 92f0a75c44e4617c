public import Answering
public import Corpus
import Indexing
public import Model
import Platform
public import Retrieval
import SegmentFormat
import TextAnalysis

/// The reason why a document is not cited, or how far it came.
public struct WhyNot: Sendable {
  public enum Finding: Sendable {
    case standing(DocumentRank, DocumentStanding)
    /// The conditions of the reader's scope exclude the document.
    case narrowedOut(document: String, Narrowing)
    /// The name matches several documents.
    case several([String])
    /// The name is that of a folder, or of a collection of documents.
    case folder, collection
    /// The file was skipped when the index was built.
    case skipped(SkippedSource)
    /// The file lies below an indexed path but is not in the index: it is new, hidden, or ignored
    /// by an ignore file.
    case notTaken
    /// The file exists outside all indexed paths.
    case elsewhere
    case missing
  }

  public var question: String
  /// The language of the question.
  public var language: Language
  /// The document's name as it was given.
  public var file: String
  public var finding: Finding
}

extension LibraryReader {
  /// Finds out why an answer with `top` citations does not cite a document.
  ///
  /// - Parameters:
  ///   - top: The number of citations of the answer.
  ///   - query: The analysed question.
  ///   - file: The id of a document or the end of an id, `corpus.jsonl:17`, or a path.
  /// - Complexity: O(*n* log *n*), where *n* is the number of passages that hold a word of the
  ///   question.
  public func whyNot(
    _ file: String, for query: Query, top: Int = 3
  ) throws(IndexError) -> WhyNot {
    WhyNot(
      question: query.text, language: query.language, file: file,
      finding: try finding(file, query, top: top))
  }

  private func finding(
    _ file: String, _ query: Query, top: Int
  ) throws(IndexError) -> WhyNot.Finding {
    let path = LibraryLocation.absolute(file, from: LibraryLocation.currentFolder)
    let catalog = try library.index.catalog()
    let source = catalog?.sources.first { $0.record.path == path }?.record.id
    var documents = try searcher.documents(named: source ?? file)
    if documents.isEmpty, source == nil { documents = try searcher.documents(named: file) }
    if documents.count > 1 { return .several(documents) }
    if let id = documents.first {
      if let narrowing = scope?.narrowing,
        let document = try library.documents().first(where: { $0.id == id }),
        !narrowing.admits(document)
      {
        return .narrowedOut(document: id, narrowing)
      }
      if let (rank, standing) = try standing(of: id, for: query, top: top) {
        return .standing(rank, standing)
      }
    }
    let skipped = (catalog?.skipped ?? []).compactMap { SkippedSource($0) }
    if let skip = skipped.first(where: { $0.path == path || $0.path.hasSuffix("/\(file)") }) {
      return .skipped(skip)
    }
    if source != nil { return .collection }
    // Only what a foreign index stores is looked at.
    if library.isForeign { return .missing }
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
  /// A word of the question, and the scores that it gives to the document's best passage and to the
  /// first passage of the ranking, in the ranking's unit.
  public struct Word: Sendable, Equatable {
    public var word: String
    public var score: Double
    public var first: Double
  }

  /// The scores of the words that are looked up, in the question's order.
  public static func words(_ rank: DocumentRank) -> [Word] {
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

  /// The scores that the second stage gives to the text of both passages.
  public static func text(_ rank: DocumentRank) -> (score: Double, first: Double) {
    (
      unit(rank) * (rank.explanation.evidence.reduce(0) { $0 + $1.contribution }),
      unitOfFirst(rank)
        * (rank.first?.explanation.evidence ?? []).reduce(0) { $0 + $1.contribution }
    )
  }

  /// Converts an explanation to the unit of the ranking, which differs from it where passages of
  /// several languages are ranked together.
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
