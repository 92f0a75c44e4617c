public import Answering
public import Corpus
import Indexing
public import Model
import Platform
public import Retrieval
import SegmentFormat
import TextAnalysis

/// The reason that a document is not cited. See ``LibraryReader/whyNot(_:for:top:)``.
public struct WhyNot: Sendable {
  public enum Finding: Sendable {
    /// The document was ranked, or could have been: its rank, and its best sentence in comparison
    /// with the citations.
    case standing(DocumentRank, DocumentStanding)
    /// The conditions of the reader's scope exclude the document.
    case narrowedOut(document: String, Narrowing)
    /// The name matches several documents.
    case several([String])
    /// The name is the path of a folder, or of a collection of documents.
    case folder, collection
    /// The file was skipped when the index was built.
    case skipped(SkippedSource)
    /// The file is below an indexed path but not in the index: it is new, hidden, or excluded by an
    /// ignore file.
    case notTaken
    /// The file exists, but outside all indexed paths.
    case elsewhere
    /// The document is not among those that a source outside found, of which this is the number.
    case beyond(Int)
    /// No document or file has this name. The files of a foreign index are not examined.
    case missing
  }

  public var question: String
  /// The language of the question.
  public var language: Language
  /// The name of the document as it was given.
  public var file: String
  public var finding: Finding
}

extension LibraryReader {
  /// Determines why an answer with `top` citations does not cite a document.
  ///
  /// - Parameters:
  ///   - file: The id of a document or the end of an id, a line of a collection
  ///     (`corpus.jsonl:17`), or a path.
  ///   - query: The analysed question.
  ///   - top: The number of citations of the answer.
  /// - Complexity: O(*n* log *n*), where *n* is the number of passages of the index.
  public func whyNot(
    _ file: String, for query: Query, top: Int = 3
  ) throws(IndexError) -> WhyNot {
    if let (reader, report) = try holding(query) {
      var whyNot = try reader.whyNot(file, for: reader.analyze(query.text), top: top)
      if case .standing = whyNot.finding { return whyNot }
      whyNot.finding = .beyond(report.documents)
      return whyNot
    }
    return WhyNot(
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
    // For a foreign index, only stored data is read.
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
  /// A word of the question, and its contributions to the scores of the document's best passage and
  /// of the first passage in the ranking, in the unit of the ranking.
  public struct Word: Sendable, Equatable {
    public var word: String
    public var score: Double
    public var first: Double
  }

  /// Returns the contributions of the words that are looked up, in the order of the question.
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

  /// Returns the contributions of the second stage to the scores of both passages.
  public static func text(_ rank: DocumentRank) -> (score: Double, first: Double) {
    (
      unit(rank) * (rank.explanation.evidence.reduce(0) { $0 + $1.contribution }),
      unitOfFirst(rank)
        * (rank.first?.explanation.evidence ?? []).reduce(0) { $0 + $1.contribution }
    )
  }

  /// Returns the factor that converts an explanation to the unit of the ranking. It is not 1 if
  /// passages in several languages are ranked together.
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
