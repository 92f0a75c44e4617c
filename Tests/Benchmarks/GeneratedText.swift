import Glibc
import TestSupport

/// Meaningless prose: English function words among made-up words, whose frequencies follow Zipf's
/// law. It is the same on every machine.
struct GeneratedText {
  /// The made-up words, the most frequent first.
  let words: [String]
  private var random = SplitMix64(seed: 2026)

  private static let functionWords = [
    "the", "of", "and", "to", "in", "is", "was", "for", "with", "that", "from", "which",
  ]

  init() {
    var random = SplitMix64(seed: 7)
    let consonants = Array("bcdfghklmnprstvw")
    let vowels = Array("aeiou")
    let endings = ["", "", "s", "ed", "ing", "er"]
    var known: Set<String> = []
    var words: [String] = []
    while words.count < 12_000 {
      var word = ""
      for _ in 0..<(2 + random.below(2)) {
        word.append(consonants[random.below(consonants.count)])
        word.append(vowels[random.below(vowels.count)])
      }
      word.append(consonants[random.below(consonants.count)])
      word += endings[random.below(endings.count)]
      if known.insert(word).inserted { words.append(word) }
    }
    self.words = words
  }

  /// Returns a paragraph with sentences of a dozen words.
  mutating func paragraph(words count: Int) -> String {
    var text = ""
    for place in 0..<count {
      if !text.isEmpty { text += place % 12 == 0 ? ". " : " " }
      text +=
        random.below(5) < 2
        ? Self.functionWords[random.below(Self.functionWords.count)] : word()
    }
    return text + "."
  }

  mutating func question() -> String {
    "what is the " + (0..<2 + random.below(3)).map { _ in word() }.joined(separator: " ")
  }

  /// Returns a random word. The frequency of a word is inversely proportional to its rank.
  private mutating func word() -> String {
    let share = Double(random.below(1 << 20)) / Double(1 << 20)
    return words[Int(exp(share * log(Double(words.count)))) - 1]
  }
}
