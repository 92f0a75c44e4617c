/// A shell pattern for one path component: `*`, `?`, `[a-z]`, `[!a]`, `[[:alpha:]]` and `\`, as
/// in git's wildmatch.
public struct GlobPattern: Sendable {
  private enum Element: Sendable {
    case byte(UInt8)
    case any
    case star
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }

  private var elements: [Element] = []

  /// Parses a pattern. Returns nil if a bracket is not closed, because such a pattern matches
  /// nothing.
  public init?(_ text: [UInt8]) {
    var rest = text[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): elements.append(.star)
      case UInt8(ascii: "?"): elements.append(.any)
      case UInt8(ascii: "["):
        guard let set = Self.set(from: &rest) else { return nil }
        elements.append(set)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        elements.append(.byte(escaped))
      default: elements.append(.byte(byte))
      }
    }
  }

  /// Returns whether the whole name matches.
  ///
  /// - Complexity: O(*n* · *m*), where *n* is the length of the name and *m* is the length of the
  ///   pattern, because only the last star is tried again.
  public func matches(_ name: Substring.UTF8View) -> Bool {
    var position = name.startIndex
    var element = 0
    var retry: (element: Int, position: String.Index)?
    while position < name.endIndex {
      if element < elements.count, case .star = elements[element] {
        element += 1
        retry = (element, position)
      } else if element < elements.count, matches(elements[element], name[position]) {
        element += 1
        position = name.index(after: position)
      } else if let last = retry {
        position = name.index(after: last.position)
        retry = (last.element, position)
        element = last.element
      } else {
        return false
      }
    }
    while element < elements.count, case .star = elements[element] { element += 1 }
    return element == elements.count
  }

  private func matches(_ element: Element, _ byte: UInt8) -> Bool {
    switch element {
    case .byte(let expected): byte == expected
    case .any, .star: true
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  /// Reads the rest of a bracket expression, after its `[`.
  private static func set(from rest: inout ArraySlice<UInt8>) -> Element? {
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while var low = rest.popFirst() {
      if low == UInt8(ascii: "]"), !isFirst { return .set(ranges, isNegated: isNegated) }
      isFirst = false
      if low == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        guard let named = characterClass(from: &rest) else { return nil }
        ranges += named
        continue
      }
      if low == UInt8(ascii: "\\") {
        guard let escaped = rest.popFirst() else { return nil }
        low = escaped
      }
      var high = low
      if rest.first == UInt8(ascii: "-"), let next = rest.dropFirst().first,
        next != UInt8(ascii: "]")
      {
        rest.removeFirst(2)
        high = next
        if next == UInt8(ascii: "\\") {
          guard let escaped = rest.popFirst() else { return nil }
          high = escaped
        }
      }
      if low <= high { ranges.append(low...high) }
    }
    return nil
  }

  /// Reads the rest of a character class, such as `:alpha:]`.
  private static func characterClass(
    from rest: inout ArraySlice<UInt8>
  ) -> [ClosedRange<UInt8>]? {
    rest.removeFirst()
    guard let end = rest.firstIndex(of: UInt8(ascii: ":")),
      rest.index(after: end) < rest.endIndex, rest[end + 1] == UInt8(ascii: "]")
    else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[(end + 2)...]
    return characterClasses[name]
  }

  /// The POSIX character classes, limited to ASCII.
  private static let characterClasses: [String: [ClosedRange<UInt8>]] = [
    "alnum": [48...57, 65...90, 97...122], "alpha": [65...90, 97...122], "blank": [9...9, 32...32],
    "cntrl": [0...31, 127...127], "digit": [48...57], "graph": [33...126], "lower": [97...122],
    "print": [32...126], "punct": [33...47, 58...64, 91...96, 123...126],
    "space": [9...13, 32...32], "upper": [65...90], "xdigit": [48...57, 65...70, 97...102],
  ]
}
