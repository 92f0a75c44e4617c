import CGumbo
import JSON
import Model

/// The metadata in a page's head, and the element that contains its article.
struct HTMLHead {
  private(set) var metadata = Metadata()
  /// The only `article` element of the page, or else its `main` element, or nil if there is
  /// neither.
  var article: UnsafeMutablePointer<GumboNode>? {
    articles.count == 1 ? articles[0] : main
  }

  private var articles: [UnsafeMutablePointer<GumboNode>] = []
  private var main: UnsafeMutablePointer<GumboNode>?
  /// The text of the first `h1` element that has any.
  private var heading: String?
  /// The name of the site, according to the page.
  private var siteName: String?
  /// The metadata in JSON-LD, which is used if nothing else states it.
  private var linkedData = Metadata()
  private var citationAuthors: [String] = []

  init(_ root: UnsafeMutablePointer<GumboNode>) {
    var pending = [HTMLNode(root)]
    while let node = pending.popLast() {
      guard let tag = node.tag else { continue }
      read(node, tag)
      pending += node.children.reversed()
    }
    if !citationAuthors.isEmpty { set(.author, citationAuthors.joined(separator: ", ")) }
    for (key, entry) in linkedData.entries where metadata[key] == nil { metadata[key] = entry }
    if let title = metadata[.title]?.value {
      metadata[.title]?.value = Self.withoutSite(title, heading: heading, site: siteName)
    }
  }

  private mutating func read(_ node: HTMLNode, _ tag: GumboTag) {
    switch tag {
    case GUMBO_TAG_HTML:
      set(.language, node.attribute("lang").map(Metadata.languageTag))
    case GUMBO_TAG_TITLE:
      set(.title, node.ownText)
    case GUMBO_TAG_META:
      readMeta(node)
    case GUMBO_TAG_LINK where node.attribute("rel") == "canonical":
      set(.url, node.attribute("href"))
    case GUMBO_TAG_TIME:
      set(.date, node.attribute("datetime").flatMap { CalendarDate(in: $0)?.description })
    case GUMBO_TAG_SCRIPT where node.attribute("type")?.lowercased() == "application/ld+json":
      readLinkedData(node.ownText)
    case GUMBO_TAG_H1 where heading == nil:
      let text = HTMLTextExtractor.text(of: node.pointer).dropFirst(2)
      heading = text.isEmpty ? nil : Self.words(String(decoding: text, as: UTF8.self))
    case GUMBO_TAG_ARTICLE: articles.append(node.pointer)
    case GUMBO_TAG_MAIN: main = main ?? node.pointer
    default: break
    }
  }

  private mutating func readMeta(_ node: HTMLNode) {
    guard let content = node.attribute("content"),
      let name = node.attribute("name") ?? node.attribute("property")
        ?? node.attribute("itemprop")
    else { return }
    switch name.lowercased() {
    case "og:title":
      // This title does not end with the name of the site, unlike the titles of many pages.
      metadata[.title] = nil
      set(.title, content)
    case "citation_title", "dc.title", "dcterms.title": set(.title, content)
    case "citation_author": citationAuthors.append(Self.words(content))
    case "author", "article:author", "dc.creator", "dcterms.creator":
      if !content.contains("://") { set(.author, content) }
    case "article:published_time", "date", "pubdate", "publish_date", "dc.date", "dcterms.date",
      "dcterms.created", "dc.date.issued", "datepublished", "citation_publication_date",
      "citation_date":
      set(.date, CalendarDate(in: content)?.description ?? content)
    case "og:site_name":
      siteName = Self.words(content)
      set(.publisher, content)
    case "publisher", "dc.publisher", "citation_publisher", "citation_journal_title":
      set(.publisher, content)
    case "og:url": set(.url, content)
    case "keywords": set(.tags, content)
    default: break
    }
  }

  /// Reads the metadata of an article from JSON-LD with the vocabulary of schema.org.
  private mutating func readLinkedData(_ text: String) {
    guard let value = try? JSONValue(parsing: text) else { return }
    let graph = value["@graph"]?.array ?? value.array ?? [value]
    for item in graph {
      let types = item["@type"]?.array?.compactMap(\.string) ?? [item["@type"]?.string ?? ""]
      guard types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }) else {
        continue
      }
      add(.title, item["headline"]?.string)
      add(.author, Self.names(item["author"]))
      add(.publisher, Self.names(item["publisher"]))
      let date = item["datePublished"]?.string ?? item["dateCreated"]?.string
      add(.date, date.map { CalendarDate(in: $0)?.description ?? $0 })
    }
  }

  private mutating func add(_ key: MetadataKey, _ value: String?) {
    let words = Self.words(value ?? "")
    if !words.isEmpty, linkedData[key] == nil { linkedData[key] = .init(value: words) }
  }

  /// Returns the names of one or several people or organizations, separated by commas.
  private static func names(_ value: JSONValue?) -> String? {
    let names = (value?.array ?? (value.map { [$0] } ?? [])).compactMap {
      $0.string ?? $0["name"]?.string
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Sets a fact unless an earlier statement set it. Runs of white space become one space.
  private mutating func set(_ key: MetadataKey, _ value: String?) {
    let words = Self.words(value ?? "")
    guard !words.isEmpty, metadata[key] == nil else { return }
    metadata[key] = .init(value: words)
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The greatest length of the name of a site, in bytes.
  private static let longestSite = 40

  /// Returns a page's title without the name of its site: `argparse — Python 3.11 documentation`
  /// becomes `argparse` if this is the page's heading, or if the rest is the name of the site.
  private static func withoutSite(_ title: String, heading: String?, site: String?) -> String {
    for separator in [" | ", " - ", " – ", " — ", " · ", " :: ", " » "] {
      for range in title.ranges(of: separator).reversed() {
        let start = title[..<range.lowerBound]
        // A heading may end with the symbol of a link to itself.
        if let heading, heading.hasPrefix(start), heading.utf8.count <= start.utf8.count + 4 {
          return String(start)
        }
        if let site, title[range.upperBound...] == site { return String(start) }
        // Without a heading to compare it with, what follows a bar is the name of the site.
        if heading == nil, site == nil, separator == " | ", !start.isEmpty,
          title[range.upperBound...].utf8.count <= longestSite
        {
          return String(start)
        }
      }
    }
    return title
  }
}
