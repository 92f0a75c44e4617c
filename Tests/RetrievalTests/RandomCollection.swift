import Corpus
import Glibc
import Model
import TestSupport
import TextAnalysis

/// Random documents with a made-up vocabulary. The same properties always give the same documents.
struct RandomCollection: Sendable, CustomStringConvertible {
  var seed: UInt64
  var documents: Int
  var passages: Int
  var words: Int
  var vocabulary: Int
  /// The skew of word frequencies. At 1, all words are equally frequent; above 1, the first words
  /// are more frequent than the others.
  var skew: Double

  var description: String {
    "\(documents) documents of \(passages) passages, \(vocabulary) words, skew \(skew)"
  }

  /// Returns a word that is not a stop word. Some words share a stem.
  static func word(_ number: Int) -> String {
    let letters = Array("bdfgklmnprtv".unicodeScalars)
    var word = "z"
    var rest = number / 3
    repeat {
      word.unicodeScalars.append(letters[rest % letters.count])
      word += "o"
      rest /= letters.count
    } while rest > 0
    return word + ["", "ck", "cks"][number % 3]
  }

  func word(_ random: inout SplitMix64) -> String {
    let place = pow(Double.random(in: 0..<1, using: &random), skew)
    return Self.word(Int(place * Double(vocabulary)))
  }

  func text(_ count: Int, _ random: inout SplitMix64) -> String {
    (0..<count).map { _ in word(&random) }.joined(separator: " ")
  }

  func make(language: Language = .english, prefix: String = "") -> [Document] {
    var random = SplitMix64(seed: seed)
    return (0..<documents).map { number in
      document(
        "\(prefix)\(number)",
        (0..<passages).map { _ in text(1 + random.below(2 * words), &random) },
        title: number % 3 == 0 ? text(2, &random) : nil,
        headings: number % 4 == 0 ? [text(1, &random)] : [], language: language)
    }
  }
}
