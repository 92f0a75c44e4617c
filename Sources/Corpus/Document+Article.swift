extension Document {
  /// Reads an article from memory as if it were a file: plain text or Markdown, with or without
  /// front matter.
  ///
  /// - Parameter id: the name that citations show; its file name stands in for a missing title.
  public init(article text: String, id: String) {
    self = DocumentParser().document(ofArticle: Array(text.utf8), id: id)
  }
}
