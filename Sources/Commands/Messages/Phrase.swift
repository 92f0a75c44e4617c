import Model
import TextAnalysis

/// A text for people, in each of the languages that tanya speaks.
///
/// Every message is a `Phrase`, so that none can exist in one language only. It is converted to a
/// `String` when it is written.
struct Phrase: Sendable, Hashable {
  var english: String
  var indonesian: String

  init(english: String, indonesian: String) {
    self.english = english
    self.indonesian = indonesian
  }

  /// Creates a phrase from a name, a path or another text that is the same in every language.
  init(verbatim text: String) { self.init(english: text, indonesian: text) }

  /// Returns the Indonesian text for Indonesian, and the English text for every other language.
  func text(in language: Language) -> String {
    language == .indonesian ? indonesian : english
  }

  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(
      english: left.english + right.english, indonesian: left.indonesian + right.indonesian)
  }
}

extension Phrase {
  /// The phrase on one line, without characters that control a terminal.
  var disarmed: Phrase {
    Phrase(english: VisibleText.line(english), indonesian: VisibleText.line(indonesian))
  }
}

extension Sequence<Phrase> {
  func joined(separator: String = "") -> Phrase {
    Phrase(
      english: map(\.english).joined(separator: separator),
      indonesian: map(\.indonesian).joined(separator: separator))
  }
}
