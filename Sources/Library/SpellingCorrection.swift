import Model
import Retrieval

/// A word of a question that the index does not contain, and the most similar word of the index.
public struct SpellingCorrection: Sendable, Equatable {
  public var typed: String
  public var meant: String

  package init(typed: String, meant: String) {
    self.typed = typed
    self.meant = meant
  }
}

extension SpellingCorrection {
  /// Creates a correction of a word. Returns nil if the index contains the word in any form, or no
  /// similar word.
  ///
  /// One error is allowed in words of five letters or more, and two errors in words of eight
  /// letters or more. A capitalized word needs seven letters, because many short names differ from
  /// another word in one letter. At least two of the first three letters are assumed to be right,
  /// so that only a part of the vocabulary is compared.
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

/// The edit distance between words.
package enum EditDistance {
  /// Returns the most similar name, or nil if all names have a distance of more than 2.
  ///
  /// - Complexity: O(*k* · *m* · *n*), where *k* is the number of names, *m* is the length of
  ///   `name` and *n* is the length of a name in bytes.
  package static func nearest(to name: String, among names: [String]) -> String? {
    names.map { ($0, between(name, $0)) }
      .min { $0.1 < $1.1 }.flatMap { $0.1 <= 2 ? $0.0 : nil }
  }

  /// Returns the least number of insertions, deletions, substitutions and swaps of adjacent bytes
  /// that turn one word into the other (optimal string alignment).
  ///
  /// - Complexity: O(*m* · *n*), where *m* and *n* are the lengths of the words in bytes.
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
