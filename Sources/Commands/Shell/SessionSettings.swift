/// What a person may change about a session while it runs.
struct SessionSettings: Sendable, Equatable {
  /// Citations of an answer.
  var top = TopOption.citations
  /// Columns to set text in; nil follows the window.
  var width: Int?
  var color = ColorChoice.auto
  var links = LinkChoice.auto
  var isPaged = true

  /// For standard output as it is now: a window may have been resized.
  var typesetter: Typesetter {
    var typesetter = Typesetter(forOutput: color, links: links)
    if let width { typesetter.width = width }
    return typesetter
  }
}
