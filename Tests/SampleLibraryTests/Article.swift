import SampleLibrary
import Testing

/// A sample article, cut at its front matter's fences.
struct Article: Sendable, CustomTestStringConvertible {
  static let all = SampleLibrary.articles.map(Article.init)

  var name: String
  var text: String
  var metadata: [(key: String, value: String)]
  var body: Substring

  init(_ article: SampleArticle) {
    name = article.name
    text = article.text
    let parts = article.text.split(
      separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    body = parts.count == 3 ? parts[2] : ""
    metadata =
      parts.count < 2
      ? []
      : parts[1].split(separator: "\n").map { line in
        let pair = line.split(separator: ": ", maxSplits: 1)
        let value = pair.last.map(String.init) ?? ""
        return (String(pair.first ?? ""), value.trimmingQuotes)
      }
  }

  subscript(key: String) -> String? { metadata.first { $0.key == key }?.value }

  var testDescription: String { name }
}

extension String {
  fileprivate var trimmingQuotes: String {
    guard count > 1, hasPrefix("\""), hasSuffix("\"") else { return self }
    return String(dropFirst().dropLast())
  }
}
