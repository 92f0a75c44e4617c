import Corpus
import Indexing
import Retrieval
import SampleLibrary

/// The built-in articles as an index in memory.
enum SampleDocuments {
  static func index() throws(IndexError) -> IndexReader {
    let articles = SampleLibrary.articles
    let documents = articles.map { Document(article: $0.text, id: $0.name) }
    let segments = buildSegments(
      of: zip(documents, articles).map { document, article in
        (
          document,
          SourceFile(
            id: article.name, path: "", format: .markdown, size: article.text.utf8.count,
            modified: 0)
        )
      })
    return try IndexReader(segments: segments, shortForms: shortFormTable(of: documents))
  }
}
