import CGumbo
import Model

/// The metadata in a page's head, and the element that contains its article.
struct HTMLHead {
  private(set) var metadata = Metadata()
  /// The only `article` element of the page, or else its `main`; nil if it has neither.
  var article: UnsafeMutablePointer<GumboNode>? {
    articles.count == 1 ? articles[0] : main
  }

  private var articles: [UnsafeMutablePointer<GumboNode>] = []
  private var main: UnsafeMutablePointer<GumboNode>?

  init(_ root: UnsafeMutablePointer<GumboNode>) {
    var pending = [HTMLNode(root)]
    while let node = pending.popLast() {
      guard let tag = node.tag else { continue }
      read(node, tag)
      pending += node.children.reversed()
    }
  }

  private mutating func read(_ node: HTMLNode, _ tag: GumboTag) {
    switch tag {
    case GUMBO_TAG_HTML:
      set(.language, node.attribute("lang").map(Metadata.languageTag))
    case GUMBO_TAG_TITLE:
      let text = node.children.compactMap { $0.text.map { String(cString: $0) } }.joined()
      set(.title, text)
    case GUMBO_TAG_META:
      readMeta(node)
    case GUMBO_TAG_LINK where node.attribute("rel") == "canonical":
      set(.url, node.attribute("href"))
    case GUMBO_TAG_TIME:
      set(.date, node.attribute("datetime").flatMap { CalendarDate(in: $0)?.description })
    case GUMBO_TAG_ARTICLE: articles.append(node.pointer)
    case GUMBO_TAG_MAIN: main = main ?? node.pointer
    default: break
    }
  }

  private mutating func readMeta(_ node: HTMLNode) {
    guard let name = node.attribute("name") ?? node.attribute("property"),
      let content = node.attribute("content")
    else { return }
    switch name.lowercased() {
    case "og:title":
      // Without the site's name, which a page's title often ends with.
      metadata[.title] = nil
      set(.title, content)
    case "author", "article:author", "dc.creator", "dcterms.creator":
      if !content.contains("://") { set(.author, content) }
    case "article:published_time", "date", "pubdate", "publish_date", "dc.date", "dcterms.date",
      "dcterms.created", "dc.date.issued":
      set(.date, CalendarDate(in: content)?.description ?? content)
    case "og:site_name", "publisher", "dc.publisher": set(.publisher, content)
    case "og:url": set(.url, content)
    default: break
    }
  }

  /// Sets a fact unless an earlier statement set it. Runs of white space become one space.
  private mutating func set(_ key: MetadataKey, _ value: String?) {
    let words = (value ?? "").split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty, metadata[key] == nil else { return }
    metadata[key] = .init(value: words.joined(separator: " "))
  }
}
