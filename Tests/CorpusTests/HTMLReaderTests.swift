import CGumbo
import Model
import TestSupport
import Testing

@testable import Corpus

@Suite("HTML pages") struct HTMLReaderTests {
  private func text(_ page: String) throws -> String {
    String(decoding: try HTMLPage(page.utf8.span).text, as: UTF8.self)
  }

  @Test(
    "a page becomes text",
    arguments: [
      ("<p>one<p>two", "one\n\ntwo\n"), ("<p>a\n  b &amp; &eacute;&#8364;</p>", "a b & é€\n"),
      ("<h1>T</h1>x<h2></h2>y", "# T\n\nx\n\ny\n"), ("a<br>b", "a\nb\n"),
      ("<ul><li>a<li><p>b</p><p>c</p></ul>d", "- a\n- b\n\nc\n\nd\n"),
      ("<table><tr><th>A<th>B<tr><td><p>1</p><td></table>", "| A | B |\n| --- | --- |\n| 1 |  |\n"),
      ("<pre>a  b\n c</pre>d", "```\na  b\n c\n```\n\nd\n"),
      ("<nav>n</nav><script>s</script><style>s</style><footer>f</footer>x", "x\n"),
      ("<p>side</p><article><p>main</p></article><aside>a</aside>", "main\n"),
      ("<form><p>all of it</p></form>", "all of it\n"),
      ("<form><p>search</p></form><p>x</p>", "x\n"),
      ("<table><tr><th>A<td>1<tr><th>B<td>2</table>", "| A | 1 |\n| B | 2 |\n"),
      ("<p style='Display: none'>h</p><div aria-hidden=true>h</div>x", "x\n"),
      ("<dl><dt>Depth</dt> <dd>14 m</dd><dd>deep</dd></dl>", "- Depth: 14 m\n- deep\n"),
      ("<dl><dt>A<dd><p>one<p>two<dt>B<dd>three</dl>", "- A: one\n\ntwo\n\n- B: three\n"),
      ("<h2>Use<a class=headerlink href=#u>¶</a></h2>x", "## Use\n\nx\n"),
      ("<ul class='site-nav'><li><a href=a>A</a><li><a href=b>B</a></ul>x", "x\n"),
      (
        "<ul class='site-nav'><li>Words of their own <a href=b>B</a></ul>",
        "- Words of their own B\n"
      ),
      ("<div role=menu><a href=a>A</a></div>x", "x\n"),
      ("<p hidden>h</p><p>a<b>b</b> <i>c</i></p>", "ab c\n"), ("", ""), ("\u{FEFF}<p>x", "x\n"),
    ])
  func extract(page: String, expected: String) throws { #expect(try text(page) == expected) }

  @Test func theHeadTellsAboutThePage() throws {
    let page = """
      <html lang="en-US"><head><title>T - Site</title><meta property="og:title" content="T">
      <meta name="author" content="Ann Lee"><meta property="og:site_name" content="Site">
      <meta property="article:published_time" content="2024-05-06T10:00:00Z">
      <link rel="canonical" href="https://a.b/c"></head><body><h1>T</h1><p>Some text.</p></html>
      """
    let metadata = try HTMLPage(page.utf8.span).metadata
    let values = metadata.entries.mapValues(\.value)
    #expect(
      values == [
        .title: "T", .author: "Ann Lee", .publisher: "Site", .date: "2024-05-06",
        .language: "en", .url: "https://a.b/c",
      ])
  }

  @Test(
    "without a heading, what follows the bar of a title is its site",
    arguments: [
      ("Tides | Harbour of Tarn", "Tides"), ("Tides", "Tides"),
      ("Tides - spring", "Tides - spring"),
    ])
  func siteBehindBar(title: String, expected: String) throws {
    let page = "<html><head><title>\(title)</title></head><body><p>Text.</p></body></html>"
    #expect(try HTMLPage(page.utf8.span).metadata[.title]?.value == expected)
  }

  @Test(
    "a title loses the name of its site",
    arguments: [
      ("argparse — Parser — Python 3.11 documentation", "argparse — Parser¶", "argparse — Parser"),
      ("Harbour opens | Town News", "Harbour opens", "Harbour opens"),
      ("Harbour opens - Town News", "Another heading", "Harbour opens"),
      ("Cause - Effect", "Another heading", "Cause - Effect"),
    ])
  func siteNames(title: String, heading: String, expected: String) throws {
    let page = """
      <title>\(title)</title><meta property="og:site_name" content="Town News">
      <h1>\(heading)</h1><p>Some text.
      """
    #expect(try HTMLPage(page.utf8.span).metadata[.title]?.value == expected)
  }

  @Test func articlesInJSONLDAndCitationsStateTheirFacts() throws {
    let linked = """
      <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "S"},
      {"@type": "NewsArticle", "headline": "H", "author": [{"name": "Ann"}, {"name": "Bo"}],
      "datePublished": "2024-03-05T10:00:00+01:00"}]}</script><p>Some text.
      """
    #expect(
      try HTMLPage(linked.utf8.span).metadata.entries.mapValues(\.value) == [
        .title: "H", .author: "Ann, Bo", .date: "2024-03-05",
      ])
    let citation = """
      <meta name="citation_author" content="Poe, Ann"><meta name="citation_author" content="Lee, Bo">
      <meta itemprop="datePublished" content="2022-01-09T08:00:00Z"><p>Some text.
      """
    #expect(
      try HTMLPage(citation.utf8.span).metadata.entries.mapValues(\.value) == [
        .author: "Poe, Ann, Lee, Bo", .date: "2022-01-09",
      ])
  }

  @Test func drawingsDoNotShutAPageOut() throws {
    let drawing =
      "<svg>" + String(repeating: "<path d='/>' /><g><path/></g>", count: 1000) + "</svg>"
    let page = "<p>Some text.</p>" + String(repeating: drawing, count: 3)
    #expect(try text(page) == "Some text.\n")
  }

  @Test(
    "the text of an absurdly nested page is read, in time that grows with its size only",
    arguments: [
      "<div>", "<b>", "<table><tr><td>", "<div></x>", "<div><!--</div>-->", "<abcdefghijklm>",
      "<span><div></span></div>", "<p><font size=1></p>", "<a href='</a>'>", "<svg><g>",
      "<script><!--<script></script></div>--></script><div>", "<optgroup>", "<label><p>",
      "<div><title></div></title>", "<?x><div <!-->",
    ])
  func nesting(tags: String) throws {
    func work(_ count: Int) throws -> (depth: Int, nodes: Int) {
      let page = String(repeating: tags, count: count) + "<p>Rina sold 6 apples.</p>"
      let text = String(decoding: try HTMLPage(page.utf8.span).text, as: UTF8.self)
      #expect(text.contains("Rina sold 6 apples."), "\(text.suffix(40))")
      return Self.tree(of: page)
    }
    // The parser searches the open elements for each tag, and opens unclosed formatting elements
    // again in each block: with a bounded depth and nodes in proportion to tags, its work is linear.
    let (small, large) = (try work(2000), try work(32_000))
    // The parser adds elements of its own, such as the body of each table.
    #expect(large.depth <= 4 * HTMLFlattener.maximumDepth + 16, "\(large)")
    #expect(large.nodes <= 17 * max(small.nodes, 2000), "\(small) nodes, then \(large)")
  }

  /// The depth of a page's tree and the number of its nodes, as the parser makes it.
  private static func tree(of page: String) -> (depth: Int, nodes: Int) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: page.utf8.count)
    defer { copy.deallocate() }
    _ = copy.initialize(from: page.utf8)
    HTMLFlattener.flatten(copy)
    var options = kGumboDefaultOptions
    options.max_errors = 0
    return copy.withMemoryRebound(to: CChar.self) { bytes in
      guard let output = gumbo_parse_with_options(&options, bytes.baseAddress, bytes.count) else {
        return (.max, .max)
      }
      defer { gumbo_destroy_output(&options, output) }
      var found = (depth: 0, nodes: 0)
      var pending = output.pointee.root.map { [(HTMLNode($0), 1)] } ?? []
      while let (node, depth) = pending.popLast() {
        found = (max(found.depth, depth), found.nodes + 1)
        pending += node.children.map { ($0, depth + 1) }
      }
      return found
    }
  }

  @Test("attributes beyond the limit are left out, those before it count")
  func attributes() throws {
    let many = (0..<60_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(try text("<p hidden \(many)>no</p><p \(many) hidden>yes</p>") == "yes\n")
  }

  @Test(
    "drawings and formulas do not stand in the way of the text",
    arguments: [
      "<svg><path d='M0 0'/><g><path/></g></svg>",
      "<svg><path d='M0 0'><g><path></svg>",
      "<math><mi>x</mi><mo>=</mo></math>",
      "<svg><title>t</title><foreignObject><p>f</p></foreignObject></svg>",
      "<svg><![CDATA[</svg>]]></svg>", "<svg><b>",
    ])
  func foreignContent(drawing: String) throws {
    let page = String(repeating: "<p>one \(drawing) two</p>", count: 2000)
    let text = try text(page)
    #expect(text.split(separator: "\n").filter { $0.contains("one") }.count == 2000)
  }

  @Test("malformed pages never trap", arguments: 0..<10 as Range<UInt64>)
  func noise(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "<", ">", "</", "<p>", "<b>", "</b>", "<table>", "<td>", "<tr>", "<li>", "<pre>", "</pre>",
      "<!--", "-->", "<h1>", "</h1>", "&amp", "&#x0;", "\"", "='", "<svg>", "<math>", "<form>",
      "<template>", "<select><option>", "text ", "\n", "<meta name=date content=x>", "<title>",
    ]
    for _ in 0..<200 {
      let page = random.text(of: pieces, count: Int.random(in: 0..<40, using: &random))
      _ = try HTMLPage(page.span)
    }
  }
}
