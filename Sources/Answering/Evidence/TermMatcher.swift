/// A word of a passage that stands for a word of the question.
struct TermMatch: Sendable, Equatable {
  /// Index of the question's term.
  var term: Int
  /// UTF-8 bytes of the passage.
  var range: Range<Int>
  /// 0…1; 1 for the same word or stem.
  var strength: Double
}

/// Decides whether a word of a text stands for a word of the question, and how surely: the one
/// place where the two meet.
struct TermMatcher {
  /// Words that only share their beginning (*founded*, *founder*).
  static let kinshipStrength = 0.7
  /// The beginning must be this long, and this share of the longer word.
  private static let kinshipBytes = 5
  private static let kinshipShare = 0.7

  let terms: [QuestionTerm]

  /// The term that a folded word with its stem stands for.
  @inline(__always)
  func match(surface: Span<UInt8>, stem: WordKey) -> (term: Int, strength: Double)? {
    let key = WordKey(surface)
    for index in terms.indices
    where terms[index].surface == key || terms[index].stem == stem || terms[index].stem == key {
      return (index, 1)
    }
    guard surface.count >= Self.kinshipBytes else { return nil }
    for index in terms.indices where !terms[index].isEntity && isKin(surface, terms[index].folded) {
      return (index, Self.kinshipStrength)
    }
    return nil
  }

  @inline(__always)
  private func isKin(_ surface: Span<UInt8>, _ term: [UInt8]) -> Bool {
    guard term.count >= Self.kinshipBytes, surface[0] == term[0] else { return false }
    var shared = 1
    while shared < min(surface.count, term.count), surface[shared] == term[shared] { shared += 1 }
    return shared >= Self.kinshipBytes
      && Double(shared) >= Self.kinshipShare * Double(max(surface.count, term.count))
  }
}
