import Model
import TextAnalysis

/// A text for people in the languages that tanya speaks.
///
/// Every message is a `Phrase`, so that nothing can be said in one language only. It becomes a
/// `String` at the output.
struct Phrase: Sendable, Hashable {
  var english: String
  var indonesian: String

  init(english: String, indonesian: String) {
    self.english = english
    self.indonesian = indonesian
  }

  /// A name, path or the like, which is the same in every language.
  init(verbatim text: String) { self.init(english: text, indonesian: text) }

  /// Indonesian for Indonesian, English for everyone else.
  func text(in language: Language) -> String {
    language == .indonesian ? indonesian : english
  }

  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(
      english: left.english + right.english, indonesian: left.indonesian + right.indonesian)
  }
}

extension Phrase {
  /// The text on one line, without anything that controls a terminal.
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
