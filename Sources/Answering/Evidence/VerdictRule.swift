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

  /// What each share adds to `support`; together 1. Weighed by what orders answerable questions
  /// before unanswerable ones on three published collections at once.
  static let supportOwn = 0.15
  static let supportCarried = 0.1
  static let supportType = 0.2
  /// For the heaviest word that the quoted words lack: nothing is left of this share when that
  /// word weighs a third of the question.
  static let supportHeaviest = 0.3
  static let heaviestMissing = 3.0
  /// For neighbours in the question that are neighbours in the quoted words.
  static let supportOrder = 0.15
  /// For the distance to the best sentence of another passage, in points of ``SentenceScore``: of
  /// no help with what no passage answers, but it tells a passage that was well chosen.
  static let supportGap = 0.1
  /// Bytes over which the nearness of two words halves.
  static let nearness = 20.0
  /// Taken off when the quoted words lack a number of the question.
  static let lackingNumber = 0.3
  /// What is left of it when a name or year of the question is nowhere.
  static let lackingEntity = 0.5

  /// How sure a recogniser must be of the words that are set above the sentence. Where it is less
  /// so, they are the expected ones in one case of four.
  static func leastCertain(_ type: QuestionType) -> Double { type == .choice ? 0.9 : 0.5 }
}
