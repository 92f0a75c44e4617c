import CYaml

/// Reads the top-level mapping of a YAML text with libyaml.
struct YAMLReader {
  /// The greatest depth of nested values. Metadata is not nested more deeply.
  private static let maximumDepth = 16

  private var parser = yaml_parser_t()

  /// Returns the values by their canonical keys, or nil if the text is not a YAML mapping.
  static func values(of text: Span<UInt8>) -> [String: FrontMatter.Value]? {
    text.withUnsafeBufferPointer { bytes in
      var reader = YAMLReader()
      guard yaml_parser_initialize(&reader.parser) == 1 else { return nil }
      defer { yaml_parser_delete(&reader.parser) }
      yaml_parser_set_input_string(&reader.parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING)
      guard case .map(let pairs) = try? reader.readDocument() else { return nil }
      return Dictionary(pairs.map { ($0.key, $0.value) }) { _, last in last }
    }
  }

  private struct Malformed: Error {}

  private enum Event {
    case scalar(String)
    case sequence, mapping, end, other, finished
  }

  private mutating func readDocument() throws(Malformed) -> FrontMatter.Value {
    var event = try next()
    while case .other = event { event = try next() }
    let value = try read(event, depth: 0)
    // The rest has to be well-formed too.
    while true {
      switch try next() {
      case .finished: return value
      case .other: continue
      case .scalar, .sequence, .mapping, .end: throw Malformed()
      }
    }
  }

  private mutating func read(_ event: Event, depth: Int) throws(Malformed) -> FrontMatter.Value {
    guard depth < Self.maximumDepth else { throw Malformed() }
    switch event {
    case .scalar(let text): return .text(text)
    case .sequence:
      var values: [FrontMatter.Value] = []
      while true {
        let event = try next()
        if case .end = event { return .list(values) }
        values.append(try read(event, depth: depth + 1))
      }
    case .mapping:
      var pairs: [FrontMatter.Value.Pair] = []
      while true {
        let event = try next()
        if case .end = event { return .map(pairs) }
        let key = try read(event, depth: depth + 1)
        let value = try read(try next(), depth: depth + 1)
        if case .text(let key) = key {
          pairs.append(.init(key: FrontMatter.canonical(key), value: value))
        }
      }
    case .end, .other, .finished: throw Malformed()
    }
  }

  private mutating func next() throws(Malformed) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else { throw Malformed() }
    defer { yaml_event_delete(&event) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      return .scalar(
        String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
    case YAML_SEQUENCE_START_EVENT: return .sequence
    case YAML_MAPPING_START_EVENT: return .mapping
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_STREAM_END_EVENT: return .finished
    case YAML_ALIAS_EVENT: throw Malformed()
    default: return .other
    }
  }
}
