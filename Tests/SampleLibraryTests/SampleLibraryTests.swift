import SampleLibrary
import Testing

@Suite struct SampleLibraryTests {
  @Test("names are unique and lie under sample/")
  func names() {
    let names = SampleLibrary.articles.map(\.name)
    #expect(names.count == 8)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.hasPrefix("sample/") && $0.hasSuffix(".md") })
  }

  @Test("each article tells in its front matter what a citation shows", arguments: Article.all)
  func frontMatter(of article: Article) throws {
    let keys = ["title", "author", "date", "language", "based_on"]
    #expect(article.metadata.map(\.key) == keys)
    #expect(article.metadata.allSatisfy { !$0.value.isEmpty })
    #expect(article["author"] == "tanya contributors")
    let date = try #require(article["date"])
    #expect(date.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
  }

  @Test("an article has its own title and names another's", arguments: Article.all)
  func titles(of article: Article) throws {
    let title = try #require(article["title"])
    let original = try #require(article["based_on"])
    #expect(original.contains("“") && original.contains("”"))
    #expect(!original.contains(title))
  }

  @Test("articles are short, 180 to 350 words", arguments: Article.all)
  func length(of article: Article) {
    let words = article.body.split(whereSeparator: \.isWhitespace).count
    #expect((180...350).contains(words))
  }

  @Test(
    "each line is one whole sentence, a heading or blank, so that a quotation is one line",
    arguments: Article.all)
  func sentences(of article: Article) {
    for line in article.body.split(separator: "\n") where !line.hasPrefix("## ") {
      #expect(line.hasSuffix("."), "\(line)")
      #expect(!line.contains(". "), "\(line)")
    }
  }

  @Test("every byte is valid UTF-8 without control characters", arguments: Article.all)
  func encoding(of article: Article) {
    #expect(!article.text.unicodeScalars.contains("\u{FFFD}"))
    #expect(article.text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test("five articles are English and three Indonesian")
  func languages() {
    let languages = Article.all.map { $0["language"] }
    #expect(languages.count { $0 == "en" } == 5)
    #expect(languages.count { $0 == "id" } == 3)
  }
}
