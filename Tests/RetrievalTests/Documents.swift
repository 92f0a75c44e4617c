import Corpus
import Indexing
import Model
import TextAnalysis

@testable import Retrieval

/// Returns a document whose passages are its paragraphs.
func document(
  _ id: String, _ passages: [String], title: String? = nil, headings: [String] = [],
  language: Language = .english
) -> Document {
  var text = ""
  var document = Document(id: id, text: "", metadata: Metadata(), passages: [])
  for passage in passages {
    let start = text.utf8.count
    text += passage
    document.passages.append(
      Passage(
        field: .text, range: start..<text.utf8.count, headings: headings, language: language))
    text += "\n\n"
  }
  document.text = text
  if let title { document.metadata[.title] = .init(value: title) }
  return document
}

func segments(
  of documents: [Document], counting words: CountedWords? = nil
) -> [(name: String, bytes: [UInt8])] {
  buildSegments(
    of: documents.map {
      (
        $0,
        SourceFile(
          id: "\($0.id).txt", path: "/docs/\($0.id).txt", format: .text, size: $0.text.utf8.count,
          modified: 1)
      )
    }, counting: words)
}

/// Returns a searcher of an index in memory.
func searcher(_ documents: [Document]) throws(IndexError) -> Searcher {
  Searcher(try IndexReader(segments: segments(of: documents)))
}

/// Returns a searcher of an English document for each text. The ids are the numbers from 0.
func searcher(_ texts: String...) throws(IndexError) -> Searcher {
  try searcher(texts.enumerated().map { document("\($0)", [$1]) })
}

extension Searcher {
  /// Explains the passage at a rank of a search, from 1. Returns nil if the search finds fewer
  /// passages.
  func explain(
    _ query: Query, rank: Int, options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> Explanation? {
    let hits = try ranker.rank(query, top: rank, options: options)
    guard rank > 0, hits.count >= rank else { return nil }
    return try explainer(of: query, options: options).explanation(of: hits[rank - 1].id)
  }
}
