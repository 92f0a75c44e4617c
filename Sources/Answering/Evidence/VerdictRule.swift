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
  /// Below this share nothing is cited.
  static let leastRelated = 0.25

  /// What each share adds to `support`; together 1.
  static let supportOwn = 0.4
  static let supportCarried = 0.25
  static let supportType = 0.15
  static let supportRarest = 0.15
  static let supportGap = 0.05
  /// What is left of it when a name or year of the question is nowhere.
  static let lackingEntity = 0.5
}
