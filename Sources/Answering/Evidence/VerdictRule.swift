/// When evidence is enough, in one place.
enum VerdictRule {
  /// A question word found in the title or a heading, next to 1 in the quoted words.
  static let inContext = 0.8
  /// A question word found elsewhere in the passage.
  static let inPassage = 0.6
  /// A question word found in another passage of the document.
  static let inDocument = 0.4
  /// The least share of the question that must be carried for *answered*.
  static let leastAnswered = 0.5
  /// The least share that the quoted words themselves must hold for it.
  static let leastOwn = 0.25
  /// Below this share nothing is cited, unless each word of the question is in some passage.
  static let leastRelated = 0.25

  /// Of the share that the heaviest word weighs which is not quoted, as far as it counts for
  /// `support`: all of it from a third of the question on.
  static let heaviestMissing = 3.0
  /// Bytes over which the nearness of two words halves.
  static let nearness = 20.0
  /// What is left of a statement's support when a name or year of the question is nowhere.
  static let lackingEntity = 0.5

  /// How sure a recogniser must be of the words that are set above the sentence. Where it is less
  /// so, they are the expected ones in one case of four.
  static func leastCertain(_ type: QuestionType) -> Double { type == .choice ? 0.9 : 0.5 }
}
