import Model
import Retrieval
import TextAnalysis

/// A word of a question that the index does not know, and the word of the index most like it.
struct SpellingCorrection: Sendable, Equatable {
  var typed: String
  var meant: String
}

extension SpellingCorrection {
  /// Nil where the index knows the word in some form, or none that is near.
  ///
  /// One slip is allowed from five letters on, two from eight on; with a capital only from seven,
  /// since many a short name is a slip away from another word. The first two letters, or one of
  /// them and the third, are taken to be right, so that only a part of the vocabulary is compared.
  init?(of term: QuestionWord, in searcher: Searcher, stem: (String) -> String) throws(IndexError) {
    let letters = Array(term.surface)
    let isName = term.text.contains(where: \.isUppercase)
    guard letters.count >= (isName ? 7 : 5), letters.allSatisfy(\.isLetter) else { return nil }
    let beginnings = Set([
      String(letters[...1]), String([letters[0], letters[2]]), String([letters[1], letters[0]]),
      String([letters[1], letters[2]]),
    ])
    if try searcher.holds(term) { return nil }
    var best: (word: String, distance: Int)?
    for beginning in beginnings.sorted() {
      for word in try searcher.words(beginningWith: beginning, limit: .max) {
        guard abs(word.utf8.count - term.surface.utf8.count) <= 2 else { continue }
        let distance = EditDistance.between(term.surface, word)
        if distance == 0 || distance <= 2 && stem(word) == term.stem { return nil }
        if distance <= (letters.count < 8 ? 1 : 2), distance < best?.distance ?? .max {
          best = (word, distance)
        }
      }
    }
    guard let best else { return nil }
    self.init(typed: term.text, meant: best.word)
  }
}
