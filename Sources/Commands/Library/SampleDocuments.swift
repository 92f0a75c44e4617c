import Corpus
import Indexing
import SampleLibrary

/// The built-in articles as an index in memory.
enum SampleDocuments {
  static func segments() -> [(name: String, bytes: [UInt8])] {
    let articles = SampleLibrary.articles
    return buildSegments(
      of: articles.map { Document(article: $0.text, id: $0.name) },
      sources: articles.map {
        SourceFile(id: $0.name, path: "", format: .markdown, size: $0.text.utf8.count, modified: 0)
      })
  }
}
