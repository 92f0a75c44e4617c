import CSampleLibrary

/// The built-in library: what tanya answers from before it has an index of the user's own.
///
/// The articles are this project's own words; each names in `based_on` the article whose facts it
/// retells.
public enum SampleLibrary {
  /// Every article, English ones first.
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
