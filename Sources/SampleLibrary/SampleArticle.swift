/// An article that ships inside the program.
public struct SampleArticle: Sendable, Equatable {
  /// The name under which answers cite it, such as `sample/talent-factory.md`.
  public let name: String
  /// The text in Markdown with front matter, as in the file in the repository.
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
