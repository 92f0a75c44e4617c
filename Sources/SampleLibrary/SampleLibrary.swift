import CSampleLibrary

/// The built-in library, from which tanya answers until the user has an index.
///
/// ```swift
/// for article in SampleLibrary.articles { print(article.name) }
/// ```
///
/// The articles are written for this project. Each of them names in `based_on` the article whose
/// facts it retells.
public enum SampleLibrary {
  /// All articles, the English ones first.
  public static let articles: [SampleArticle] = {
    let files = UnsafeBufferPointer(
      start: tanya_sample_articles(), count: tanya_sample_article_count())
    return files.map { file in
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
      return SampleArticle(
        name: String(cString: file.name), text: String(decoding: bytes, as: UTF8.self))
    }
  }()
}
