import CGumbo

/// A node of a parsed page.
struct HTMLNode {
  let pointer: UnsafeMutablePointer<GumboNode>

  init(_ pointer: UnsafeMutablePointer<GumboNode>) { self.pointer = pointer }

  /// The element's tag, or nil for text and comments.
  var tag: GumboTag? {
    switch pointer.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: pointer.pointee.v.element.tag
    default: nil
    }
  }

  /// The text of a text node, with entities decoded, or nil for other nodes.
  var text: UnsafePointer<CChar>? {
    switch pointer.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE: pointer.pointee.v.text.text
    default: nil
    }
  }

  /// A Boolean value that indicates whether the node is text that consists of white space.
  var isWhiteSpace: Bool { pointer.pointee.type == GUMBO_NODE_WHITESPACE }

  /// The text of the element's own text nodes.
  var ownText: String { children.compactMap { $0.text.map { String(cString: $0) } }.joined() }

  /// The children of the node, in the order of the page.
  var children: [HTMLNode] {
    let vector: GumboVector
    switch pointer.pointee.type {
    case GUMBO_NODE_DOCUMENT: vector = pointer.pointee.v.document.children
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: vector = pointer.pointee.v.element.children
    default: return []
    }
    return (0..<Int(vector.length)).compactMap { index in
      vector.data[index].map { HTMLNode($0.assumingMemoryBound(to: GumboNode.self)) }
    }
  }

  /// Returns the value of an element's attribute, or nil if there is none with that name.
  func attribute(_ name: StaticString) -> String? {
    guard tag != nil else { return nil }
    let name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    guard let attribute = gumbo_get_attribute(&pointer.pointee.v.element.attributes, name) else {
      return nil
    }
    return String(cString: attribute.pointee.value)
  }
}
