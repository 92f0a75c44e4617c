import Answering
import Model

/// Formats the place of a citation in a few words, for file formats whose lines an editor cannot
/// show.
enum PlaceText {
  /// Returns the place, such as `p. 12`, `pp. 12–13`, `slide 3` or `row 17`; nil if the citation's
  /// lines are lines of its file.
  static func short(_ citation: Citation) -> String? {
    citation.places.flatMap { short($0.first, to: $0.last) }
  }

  /// Returns the place of a text, given the places of its first and its last line.
  static func short(_ first: Place, to last: Place) -> String? {
    switch first.kind {
    case .page:
      return first == last ? "p. \(first.number)" : "pp. \(first.number)–\(last.number)"
    case .slide: return "slide \(first.number)"
    case .chapter: return VisibleText.line(first.name)
    case .row:
      return first.name.isEmpty
        ? "row \(first.number)" : "\(VisibleText.line(first.name)), row \(first.number)"
    case .cell: return "cell \(first.number)"
    case .time: return time(first.number)
    // A message is a document of its own, and its id is of no use to people.
    case .message: return nil
    }
  }

  /// Formats a time as hours, minutes and seconds: `00:12:31`.
  static func time(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
