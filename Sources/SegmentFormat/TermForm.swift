/// The forms under which a word of a passage is kept; a term is a form and its letters.
public enum TermForm: UInt8, Sendable, CaseIterable {
  /// Stemmed, counted over title, headings and text together.
  case stem = 0
  /// Folded but not stemmed, counted likewise.
  case surface = 1
  /// Stemmed, counted in title and headings only.
  case title = 2
}
