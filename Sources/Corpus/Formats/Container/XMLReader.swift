import CExpat

/// Receives the events of an XML document in order.
protocol XMLHandler: AnyObject {
  /// - Parameters:
  ///   - name: The element's name without its prefix.
  ///   - attributes: The attributes of the element, with names without prefixes.
  func start(_ name: String, _ attributes: XMLAttributes)
  func end(_ name: String)
  /// - Parameter text: A piece of an element's text, in UTF-8.
  func text(_ text: UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element, read on demand.
struct XMLAttributes {
  fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of the attribute with a name, without its prefix, or nil if there is none.
  subscript(name: String) -> String? {
    var next = 0
    while let pointer, let key = pointer[next], let value = pointer[next + 1] {
      if XMLReader.localName(key) == name { return String(cString: value) }
      next += 2
    }
    return nil
  }
}

/// Parses XML with expat.
///
/// External entities are not expanded, expat limits the entities that a document defines, and deep
/// nesting is an error.
enum XMLReader {
  /// The greatest depth of nested elements.
  static let maximumDepth = 512

  /// Parses a document.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  static func parse(_ bytes: [UInt8], _ handler: some XMLHandler) throws(ReadingError) {
    guard let parser = XML_ParserCreate(nil) else { throw ReadingError(.damaged) }
    defer { XML_ParserFree(parser) }
    let state = ParserState(parser, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(
      parser,
      { state, name, attributes in
        guard let name, let state = ParserState.from(state) else { return }
        state.depth += 1
        if state.depth > XMLReader.maximumDepth {
          state.isTooDeep = true
          XML_StopParser(state.parser, 0)
          return
        }
        state.handler.start(XMLReader.localName(name), XMLAttributes(pointer: attributes))
      },
      { state, name in
        guard let name, let state = ParserState.from(state) else { return }
        state.depth -= 1
        state.handler.end(XMLReader.localName(name))
      })
    XML_SetCharacterDataHandler(parser) { state, text, count in
      guard let text, let state = ParserState.from(state) else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        state.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    let status = withExtendedLifetime(state) {
      bytes.withUnsafeBufferPointer { bytes in
        // expat accepts at most 2 GB at once; entries are smaller.
        bytes.withMemoryRebound(to: CChar.self) {
          XML_Parse(parser, $0.baseAddress, Int32(clamping: bytes.count), 1)
        }
      }
    }
    if state.isTooDeep { throw ReadingError(.nestedTooDeeply) }
    guard status == XML_STATUS_OK else { throw ReadingError(.damaged) }
  }

  fileprivate static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    var start = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    return String(cString: start)
  }

  private final class ParserState {
    let parser: XML_Parser
    let handler: any XMLHandler
    var depth = 0
    var isTooDeep = false

    init(_ parser: XML_Parser, _ handler: any XMLHandler) {
      self.parser = parser
      self.handler = handler
    }

    static func from(_ pointer: UnsafeMutableRawPointer?) -> ParserState? {
      pointer.map { Unmanaged<ParserState>.fromOpaque($0).takeUnretainedValue() }
    }
  }
}

extension XMLAttributes {
  /// The id of a relation (`r:id`), which has the same local name as an element's own `id`.
  var relation: String? {
    var next = 0
    while let pointer, let key = pointer[next], let value = pointer[next + 1] {
      let name = String(cString: key)
      if name.utf8.contains(UInt8(ascii: ":")), XMLReader.localName(key) == "id" {
        return String(cString: value)
      }
      next += 2
    }
    return nil
  }
}
