import CGumbo

/// Recognizes elements that a reader of the page does not see, or does not read as a part of its
/// text.
enum HTMLVisibility {
  /// Returns whether a browser does not show the element, or a screen reader does not read it.
  static func isHidden(_ node: HTMLNode) -> Bool {
    if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
    guard let style = node.attribute("style") else { return false }
    let declarations = style.lowercased().filter { !$0.isWhitespace }
    return declarations.contains("display:none") || declarations.contains("visibility:hidden")
  }

  /// Returns whether the element is for navigation, judging by its role, or by its name if it
  /// consists mostly of links.
  static func isNavigation(_ node: HTMLNode, _ tag: GumboTag) -> Bool {
    if let role = node.attribute("role"), roles.contains(role) { return true }
    let words = words(of: node)
    guard !words.isEmpty else { return false }
    if tag == GUMBO_TAG_A { return !words.isDisjoint(with: selfLinks) }
    return !words.isDisjoint(with: names) && consistsOfLinks(node)
  }

  /// Returns the words in an element's class and id: `site-nav` has two.
  private static func words(of node: HTMLNode) -> Set<Substring> {
    var words: Set<Substring> = []
    for text in [node.attribute("class"), node.attribute("id")] {
      guard let text else { continue }
      words.formUnion(
        text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "\n" })
    }
    return words
  }

  /// Returns whether more than half of the element's text is in links.
  ///
  /// - Complexity: O(*n*), where *n* is the number of nodes below the element.
  private static func consistsOfLinks(_ node: HTMLNode) -> Bool {
    var all = 0
    var linked = 0
    var pending = [(node: node, isLinked: false)]
    while let (node, isLinked) = pending.popLast() {
      if let text = node.text {
        var index = 0
        while text[index] != 0 {
          if UInt8(bitPattern: text[index]) > 0x20 {
            all += 1
            if isLinked { linked += 1 }
          }
          index += 1
        }
      }
      let isLink = isLinked || node.tag == GUMBO_TAG_A
      for child in node.children { pending.append((child, isLink)) }
    }
    return linked * 2 > all
  }

  private static func list(_ words: String) -> Set<Substring> {
    Set(words.split { $0 == " " || $0 == "\n" })
  }

  private static let roles: Set<String> = [
    "navigation", "search", "menu", "menubar", "tablist", "contentinfo", "dialog",
  ]

  private static let names = list(
    """
    nav navbar navi navigation menu mainmenu submenu toc toctree breadcrumb breadcrumbs crumbs
    sidebar footer related pager pagination skip share social
    """)

  /// The names of links from a heading to itself.
  private static let selfLinks = list("headerlink headinglink permalink anchorjs")
}
