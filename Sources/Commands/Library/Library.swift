import Answering
import TextAnalysis

/// Documents that can be asked: an index folder, or the built-in articles.
///
/// This is all that commands know of the engine; `openLibrary` is the one place that makes one.
protocol Library: AnyObject, Sendable {
  /// A way to ask for one thread: analyzers are not shared.
  func makeReader(_ options: AskOptions) throws(LibraryError) -> any LibraryReader

  func status() throws(LibraryError) -> LibraryStatus

  /// Checks every byte against the checksums; throws at the first that is damaged.
  func verify() throws(LibraryError) -> VerifiedIndex

  /// Words of the index, the most frequent first.
  func words(startingWith prefix: String, limit: Int) -> [String]

  /// Where the text behind a citation's `source` can be read; nil where it is not known.
  func origin(ofSource source: String) -> SourceOrigin?
}

/// A library as one thread asks it.
protocol LibraryReader: AnyObject {
  func answer(_ question: String, top: Int) throws(LibraryError) -> Answer

  /// Documents in the order of their best passages, best first, each once.
  func retrieve(_ question: String, top: Int) throws(LibraryError) -> [RankedDocument]

  /// Why a cited passage scores as it does for the question, the weightiest term first.
  func explain(_ question: String, _ citation: Citation) throws(LibraryError)
    -> [TermContribution]
}

/// How a library is asked.
struct AskOptions: Sendable, Equatable {
  /// The language of questions; nil to tell it from their words.
  var language: Language?
  var weighting = Weighting.default
  /// BM25's saturation of term frequency, and its share of length normalisation.
  var k1 = 1.2
  var b = 0.75
  var fields = Fields.separate

  enum Weighting: String, Sendable, CaseIterable { case `default`, bm25, tfidf }

  enum Fields: String, Sendable, CaseIterable {
    /// Title and headings count beside the text.
    case separate
    /// Title and text count as one text.
    case joined
  }
}

/// A document that was found, with the score of its best passage.
struct RankedDocument: Sendable, Equatable {
  var id: String
  var score: Double
}

/// What one term of the question gives to a passage's score.
struct TermContribution: Sendable, Equatable {
  var term: String
  /// Occurrences in the passage.
  var frequency: Double
  /// Rarity: ln of how few passages have the term.
  var idf: Double
  /// What the passage's length, against the average, makes of the frequency.
  var lengthNorm: Double
  /// The part of the score.
  var contribution: Double
}

/// Where a source's own bytes are.
enum SourceOrigin: Sendable, Equatable {
  /// A file whose bytes are the text that citations count in.
  case file(path: String)
  /// A file whose text had to be decoded or converted; with what it was when it was indexed.
  case converted(path: String, size: Int, modified: Int64)
  /// An article that is part of the program.
  case builtIn(text: String)

  var path: String? {
    switch self {
    case .file(let path), .converted(let path, _, _): path
    case .builtIn: nil
    }
  }
}
