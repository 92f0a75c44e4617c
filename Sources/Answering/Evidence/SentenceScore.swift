/// How sentences are weighed against each other, in one place.
///
/// The shape (passage twice, covered share of the question, half a point for the expected type)
/// is the best of those measured on Indonesian encyclopaedic questions.
enum SentenceScore {
  /// The passage's score as a share of the best passage's.
  static let passage = 2.0
  /// The share of the question's weight that the sentence covers.
  static let coverage = 1.2
  /// The sentence holds what the question's type expects, times how surely.
  static let type = 0.7
  /// The same for a question whose kind of answer has no telling form.
  static let vagueType = 0.2
  /// First sentence of its passage; falls with the distance from it.
  static let position = 0.1

  /// A question word found in the title or a heading, next to 1 in the sentence itself.
  static let inContext = 0.9
  /// A question word found elsewhere in the passage.
  static let inPassage = 0.4
  /// What a word like *firm* in *which firm* weighs next to other words.
  static let focusWeight = 0.5

  /// Taken off for a passage in another language than the question's: as good evidence in the
  /// asker's language goes first.
  static let otherLanguage = 0.2

  /// Passages that are read for an answer.
  static let passages = 10
  /// Sentences that the recognisers run on.
  static let competitors = 16

  /// Taken off for each citation from the same document that stands before.
  static let sameDocument = 0.25
  /// Shared words, as a share of the shorter snippet, from which two snippets say the same.
  static let duplicate = 0.8

  /// What it is worth that a sentence holds an answer of a type.
  static func weight(of expected: QuestionType) -> Double {
    expected == .choice ? vagueType : type
  }
}
