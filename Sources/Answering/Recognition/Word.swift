/// A word or number of a sentence for the recognizers: its range, shape and classes, and the gap
/// before it.
struct Word: Sendable, Equatable {
  enum Shape: UInt8, Sendable { case lower, capitalized, upper, mixed, number }

  /// The separator between a word and its predecessor.
  enum Gap: UInt8, Sendable {
    case start, space, hyphen, slash, comma, ampersand, period, parenthesis, quote, other
  }

  /// The range of the word, in UTF-8 bytes of the text.
  var range: Range<Int>
  var shape: Shape
  var key: WordKey
  var classes: WordClass
  /// The word's value in its class: 12 for `December`, 10⁶ for `juta`.
  var value: Double
  var gap: Gap
  /// A Boolean value that indicates whether the English `'s` follows, which is not in `range`.
  var isPossessive = false

  var isNumber: Bool { shape == .number }
  var isCapitalized: Bool { shape != .lower && shape != .number }
  /// A Boolean value that indicates whether it is the first word of a sentence or quotation, whose
  /// capital is not informative.
  var isInitial: Bool { gap == .start || gap == .quote }
}

/// Summarizes the separators between two words.
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
        // `*emphasis*` separates nothing.
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
  /// The strength of a separator; the strongest of several wins.
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
