import TextAnalysis

/// A sentence in the languages that tanya speaks.
struct Phrase: Sendable, Equatable {
  var english: String
  var indonesian: String

  /// Indonesian for Indonesian, English for everyone else.
  func text(in language: Language) -> String {
    language == .indonesian ? indonesian : english
  }
}
