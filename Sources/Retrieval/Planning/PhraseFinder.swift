import TextAnalysis

/// Searches texts for exact phrases, word by word, with words folded as in the index.
struct PhraseFinder {
  private var tokenizer = Tokenizer()
  private var phrases: [Phrase]

  /// - Parameter phrases: The folded words of each phrase.
  init(_ phrases: [[String]]) {
    self.phrases = phrases.map { Phrase(words: $0.map { Array($0.utf8) }) }
  }

  /// Prepares for another passage.
  mutating func begin() {
    for index in phrases.indices { phrases[index].isFound = phrases[index].words.isEmpty }
  }

  /// A Boolean value that indicates whether every phrase was found since the last call of `begin`.
  var hasAll: Bool { phrases.allSatisfy(\.isFound) }

  /// Searches one text. A phrase cannot continue from one text to the next.
  ///
  /// - Complexity: O(*n* · *m*), where *n* is the length of the text in bytes, and *m* is the
  ///   number of words in all phrases.
  mutating func look(in text: String) {
    for index in phrases.indices { phrases[index].begun.removeAll(keepingCapacity: true) }
    tokenizer.forEachToken(in: text.utf8.span) { _, surface in
      for index in phrases.indices where !phrases[index].isFound { phrases[index].take(surface) }
    }
  }

  private struct Phrase {
    let words: [[UInt8]]
    var isFound = false
    /// For each place where the phrase may have begun, the number of its words found so far.
    var begun: [Int] = []

    init(words: [[UInt8]]) { self.words = words }

    mutating func take(_ surface: Span<UInt8>) {
      // Most words neither begin nor continue the phrase.
      if begun.isEmpty, !Self.isSame(words[0], surface) { return }
      begun.append(0)
      var kept = 0
      for place in begun.indices where Self.isSame(words[begun[place]], surface) {
        begun[kept] = begun[place] + 1
        if begun[kept] == words.count {
          isFound = true
          return
        }
        kept += 1
      }
      begun.removeLast(begun.count - kept)
    }

    @inline(__always)
    private static func isSame(_ word: [UInt8], _ surface: Span<UInt8>) -> Bool {
      guard word.count == surface.count else { return false }
      for index in surface.indices where word[index] != surface[index] { return false }
      return true
    }
  }
}
