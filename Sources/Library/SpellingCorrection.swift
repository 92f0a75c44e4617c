import Model
import Retrieval

/// A word of a question that the index does not hold, and the most similar word of the index.
public struct SpellingCorrection: Sendable, Equatable {
  public var typed: String
  public var meant: String

  package init(typed: String, meant: String) {
    self.typed = typed
    self.meant = meant
  }
}

extension SpellingCorrection {
  /// Nil if the index holds the word in some form, or no similar word.
  ///
  /// One slip is allowed from five letters on, two from eight on; a capitalised word needs seven,
  /// since many short names are one slip away from another word. The first two letters, or one of
  /// them and the third, are assumed to be right, so that only part of the vocabulary is compared.
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

/// The distance between two names.
package enum EditDistance {
  /// Returns the name that was probably meant: at most two slips away.
  package static func nearest(to name: String, among names: [String]) -> String? {
    names.map { ($0, between(name, $0)) }
      .min { $0.1 < $1.1 }.flatMap { $0.1 <= 2 ? $0.0 : nil }
  }

  /// Returns the number of insertions, deletions, substitutions and swaps of neighbours (optimal
  /// string alignment).
  ///
  /// - Complexity: O(*m* · *n*) for words of *m* and *n* bytes.
  package static func between(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first.utf8), Array(second.utf8))
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let substituted = last[column] + (first[row] == second[column] ? 0 : 1)
        var best = min(substituted, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
