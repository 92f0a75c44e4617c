/// A part of a text's layout.
struct Block: Equatable {
  enum Kind: Equatable {
    case paragraph, listItem, tableRow, code
    /// From 1, the outermost.
    case heading(level: Int)
    /// A line with nothing but an image or markup.
    case image
    case rule
  }

  var kind: Kind
  /// From the first byte of the text in it to the last one, without markers and line breaks.
  var range: Range<Int>
  /// See `Span.wordCount(in:)`.
  var words: Int
  /// How many lines it takes.
  var lines = 1
  var role = Passage.Role.body
  /// Whether a blank line, or the beginning of the text, stands before it.
  var followsBlankLine = true
}
