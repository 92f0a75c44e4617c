/// What speaks for words of a sentence as the answer, in one place.
///
/// The weights of phrases are those of a conditional logit over the phrases of each answering
/// sentence, rounded, fitted on published English and Indonesian questions: fitted without any one
/// of six collections they lose at most 3.3 points of F1 on it.
enum PhraseScore {
  /// The question's words stand near, 0…1.
  static let closeness = 2.1
  /// Share of the question between the same two marks.
  static let clauseShare = 0.3
  /// Any word of the question between them.
  static let sameClause = 0.3
  /// A verb of the question between them.
  static let clauseVerb = 0.5
  static let severalWords = 0.5
  static let joined = -0.5
  /// Share of its words with a capital that no sentence begins with.
  static let capitals = 1.2
  /// Begins the sentence.
  static let initial = 1.1
  static let quoted = 1.0
  /// Right behind a word of the question, or with one small word between.
  static let afterMatch = 0.4
  static let afterArticle = 0.4
  static let afterRole = 0.2
  /// Behind all words of the question.
  static let behindAll = 0.1
  /// Beside the noun asked for, where its language puts attributes, or on its other side.
  static let besideFocus = 1.5
  static let acrossFocus = 0.5
  static let beforeEnd = 0.5
  /// One word that looks like a verb.
  static let onlyVerb = -1.1
  static let adverb = -0.4
  /// A small word inside, such as *of*.
  static let inside = 0.4

  /// How sure a phrase is: no form tells that it is of the kind asked for.
  static let confidence = 0.5
}
