import CGumbo

/// Writes the text of a page: paragraphs separated by blank lines, with the marks of Markdown for
/// headings, list items, table rows and code.
struct HTMLTextExtractor {
  private enum Step {
    case enter(HTMLNode)
    case leave(GumboTag)
  }

  private let includesForms: Bool
  private var writer = HTMLTextWriter()
  private var preformattedDepth = 0
  private var cells = 0
  /// A Boolean value that indicates whether the cells of the current row are all headers.
  private var isHeaderRow = false
  /// A Boolean value that indicates whether a term of a definition list has just been written.
  private var followsTerm = false

  /// Returns the text below `root`, without navigation, scripts and other furniture.
  static func text(
    of root: UnsafeMutablePointer<GumboNode>, includingForms: Bool = false
  ) -> [UInt8] {
    var extractor = HTMLTextExtractor(includesForms: includingForms)
    // A loop instead of recursion, because pages may be nested deeply.
    var pending: [Step] = [.enter(HTMLNode(root))]
    while let step = pending.popLast() {
      switch step {
      case .leave(let tag): extractor.leave(tag)
      case .enter(let node):
        if let text = node.text {
          if !node.isWhiteSpace { extractor.followsTerm = false }
          extractor.writer.write(text, preformatted: extractor.preformattedDepth > 0)
        } else if let tag = node.tag {
          guard !extractor.isFurniture(node, tag) else { continue }
          extractor.enter(tag)
          pending.append(.leave(tag))
        }
        for child in node.children.reversed() { pending.append(.enter(child)) }
      }
    }
    return extractor.writer.finish()
  }

  private init(includesForms: Bool) { self.includesForms = includesForms }

  private func isFurniture(_ node: HTMLNode, _ tag: GumboTag) -> Bool {
    switch tag {
    case GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NAV, GUMBO_TAG_FOOTER,
      GUMBO_TAG_ASIDE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,
      GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_OBJECT, GUMBO_TAG_CANVAS,
      GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_MATH:
      true
    case GUMBO_TAG_FORM: !includesForms || HTMLVisibility.isHidden(node)
    default: HTMLVisibility.isHidden(node) || HTMLVisibility.isNavigation(node, tag)
    }
  }

  private mutating func enter(_ tag: GumboTag) {
    switch tag {
    case GUMBO_TAG_H1: startHeading("# ")
    case GUMBO_TAG_H2: startHeading("## ")
    case GUMBO_TAG_H3: startHeading("### ")
    case GUMBO_TAG_H4: startHeading("#### ")
    case GUMBO_TAG_H5: startHeading("##### ")
    case GUMBO_TAG_H6: startHeading("###### ")
    case GUMBO_TAG_LI, GUMBO_TAG_DT:
      writer.startLine()
      writer.openMarker("- ")
    case GUMBO_TAG_DD where followsTerm:
      writer.mark(": ", isOpening: true, isClosing: true)
    case GUMBO_TAG_DD:
      writer.startLine()
      writer.openMarker("- ")
    case GUMBO_TAG_TR:
      writer.startLine()
      cells = 0
      isHeaderRow = true
    case GUMBO_TAG_TD, GUMBO_TAG_TH:
      if tag == GUMBO_TAG_TD { isHeaderRow = false }
      writer.mark(cells == 0 ? "| " : " | ", isOpening: true, isClosing: cells > 0)
      cells += 1
    case GUMBO_TAG_BR: writer.startLine()
    case GUMBO_TAG_PRE:
      writer.startParagraph()
      writer.mark("```\n", isOpening: true)
      preformattedDepth += 1
    default:
      if Self.isParagraph(tag) { writer.startParagraph() }
    }
  }

  private mutating func startHeading(_ mark: StaticString) {
    writer.startParagraph()
    writer.openMarker(mark)
  }

  private mutating func leave(_ tag: GumboTag) {
    switch tag {
    case GUMBO_TAG_LI, GUMBO_TAG_DD, GUMBO_TAG_DT:
      followsTerm = tag == GUMBO_TAG_DT && !writer.isMarkerPending
      writer.closeMarker()
      writer.startLine()
    case GUMBO_TAG_TR:
      writer.closeMarker()
      if cells > 0 { writer.mark(" |", isClosing: true) }
      writer.startLine()
      if isHeaderRow, cells > 1 {
        for _ in 0..<cells { writer.mark("| --- ") }
        writer.mark("|")
        writer.startLine()
      }
    case GUMBO_TAG_PRE:
      preformattedDepth -= 1
      writer.closeMarker()
      writer.startLine()
      writer.mark("```")
      writer.startParagraph()
    case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6:
      writer.closeMarker()
      writer.startParagraph()
    default:
      if Self.isParagraph(tag) { writer.startParagraph() }
    }
  }

  /// Returns whether an element is separated from the surrounding text.
  private static func isParagraph(_ tag: GumboTag) -> Bool {
    switch tag {
    case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,
      GUMBO_TAG_HEADER, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL, GUMBO_TAG_TABLE,
      GUMBO_TAG_CAPTION, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION,
      GUMBO_TAG_ADDRESS, GUMBO_TAG_HR, GUMBO_TAG_BODY, GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET,
      GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_CENTER:
      true
    default: false
    }
  }
}
