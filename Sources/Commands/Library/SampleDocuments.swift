import Corpus
import Indexing
import SampleLibrary
import TextAnalysis

/// The built-in articles as an index in memory.
enum SampleDocuments {
  static func segments() -> [(name: String, bytes: [UInt8])] {
    let articles = SampleLibrary.articles
    return buildSegments(
      of: articles.map(document),
      sources: articles.map {
        SourceFile(id: $0.name, path: "", format: .markdown, size: $0.text.utf8.count, modified: 0)
      })
  }

  /// Paragraphs as passages; to be read as any other article once Corpus reads from memory.
  private static func document(_ article: SampleArticle) -> Document {
    let bytes = Array(article.text.utf8)
    var passages: [Passage] = []
    var start = 0
    let language = LanguageDetector().language(of: bytes.span)
    for index in bytes.indices.dropFirst() where bytes[index - 1] == 0x0A && bytes[index] == 0x0A {
      if start > 0 {
        passages.append(Passage(field: .text, range: start..<index - 1, language: language))
      }
      start = index + 1
    }
    if start < bytes.count {
      passages.append(Passage(field: .text, range: start..<bytes.count, language: language))
    }
    return Document(id: article.name, text: article.text, metadata: Metadata(), passages: passages)
  }
}
