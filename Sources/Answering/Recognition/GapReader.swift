/// Sums up what stands between two words.
struct GapReader {
  private var strongest: Word.Gap?
  private var newlines = 0

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let found: Word.Gap =
      switch ByteClass.punctuation(bytes, at: range) {
      case .space:
        .space
      case .newline:
        newline()
      case .hyphen:
        .hyphen
      case .slash:
        .slash
      case .comma:
        .comma
      case .ampersand:
        .ampersand
      case .period:
        .period
      case .parenthesis:
        .parenthesis
      case .quote:
        .quote
      case .markup:
        // `*emphasis*` parts nothing.
        strongest ?? .space
      case .other:
        .other
      }
    if let strongest, strongest.rank >= found.rank { return }
    strongest = found
  }

  private mutating func newline() -> Word.Gap {
    newlines += 1
    return newlines > 1 ? .other : .space
  }

  func gap(isFirst: Bool) -> Word.Gap {
    isFirst ? .start : strongest ?? .space
  }
}

extension Word.Gap {
  /// Of several marks between two words the one that parts them most.
  fileprivate var rank: Int {
    switch self {
    case .start: 9
    case .other: 8
    case .parenthesis: 7
    case .quote: 6
    case .period: 5
    case .comma: 4
    case .ampersand: 3
    case .slash: 2
    case .hyphen: 1
    case .space: 0
    }
  }
}
