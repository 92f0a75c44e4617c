extension JSONValue {
  /// Decodes a token that was scanned in `text`.
  init(
    decoding token: JSONScanner.Token, of text: UnsafeBufferPointer<UInt8>, depth: Int
  ) throws(JSONError) {
    switch token.kind {
    case .string, .escapedString, .number:
      let string = String(decoding: token, of: text)
      content = token.kind == .number ? .number(string) : .string(string)
    case .true: content = .bool(true)
    case .false: content = .bool(false)
    case .null: content = .null
    case .array:
      var tokens: [JSONScanner.Token] = []
      var scanner = JSONScanner(checked: text, at: token.range.lowerBound)
      try scanner.scanArray(depth: depth) { tokens.append($0) }
      var values: [JSONValue] = []
      values.reserveCapacity(tokens.count)
      for token in tokens {
        values.append(try JSONValue(decoding: token, of: text, depth: depth + 1))
      }
      content = .array(values)
    case .object:
      var members: [(key: JSONScanner.Token, value: JSONScanner.Token)] = []
      var scanner = JSONScanner(checked: text, at: token.range.lowerBound)
      try scanner.scanObject(depth: depth) { members.append(($0, $1)) }
      var values: [String: JSONValue] = [:]
      for member in members {
        values[String(decoding: member.key, of: text)] =
          try JSONValue(decoding: member.value, of: text, depth: depth + 1)
      }
      content = .object(values)
    }
  }
}
