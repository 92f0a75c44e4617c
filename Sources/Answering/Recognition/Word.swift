/// A word or number of a sentence as the recognisers see it: its place, its look, what it is
/// known for, and what stands before it.
struct Word: Sendable, Equatable {
  enum Shape: UInt8, Sendable { case lower, capitalized, upper, mixed, number }

  /// What stands between a word and the one before it.
  enum Gap: UInt8, Sendable {
    case start, space, hyphen, slash, comma, ampersand, period, parenthesis, quote, other
  }

  /// UTF-8 bytes of the text that was scanned.
  var range: Range<Int>
  var shape: Shape
  var key: WordKey
  var classes: WordClass
  /// What the word counts for in its class: 12 for `December`, 10^6 for `juta`.
  var value: Double
  var gap: Gap
  /// Followed by the English `'s`, which is not in `range`.
  var isPossessive = false

  var isNumber: Bool { shape == .number }
  var isCapitalized: Bool { shape != .lower && shape != .number }
  /// First word of a sentence or quotation, where a capital tells nothing.
  var isInitial: Bool { gap == .start || gap == .quote }
}
