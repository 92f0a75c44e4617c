/// A text in the form in which answers are compared: in lower case, without punctuation, articles
/// and insignificant white space.
///
/// The normalization is that of SQuAD (Rajpurkar et al. 2016, `evaluate-v1.1.py`), except that `%`
/// and `$` are kept because `40` is not a correct answer if `40%` is. Words are stored as UTF-8.
public struct NormalizedText: Sendable, Equatable {
  public let words: [[UInt8]]

  /// Normalizes a text.
  ///
  /// - Parameters:
  ///   - text: The text to normalize.
  ///   - limit: The maximum number of words that are used, counted between white space.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  public init(_ text: String, limit: Int = .max) {
    var words: [[UInt8]] = []
    for word in WordSplitter.words(of: text).prefix(limit) {
      let word = Self.normalized(word)
      if !word.isEmpty, !Self.articles.contains(word) { words.append(word) }
    }
    self.words = words
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Returns whether this text contains `other`, even in the middle of words.
  ///
  /// - Complexity: O(*n* · *m*), where *n* and *m* are the lengths of the two texts in bytes.
  public func contains(_ other: NormalizedText) -> Bool {
    let text = Array(words.joined(separator: [0x20]))
    let sought = Array(other.words.joined(separator: [0x20]))
    guard let first = sought.first else { return true }
    guard text.count >= sought.count else { return false }
    return (0...(text.count - sought.count)).contains { start in
      text[start] == first && text[start...].starts(with: sought)
    }
  }

  /// Returns the harmonic mean of precision and recall of the words, from 0 to 1. Each word counts
  /// as often as it occurs.
  public func f1(against expected: NormalizedText) -> Double {
    var left: [[UInt8]: Int] = [:]
    for word in expected.words { left[word, default: 0] += 1 }
    var common = 0
    for word in words {
      if let count = left[word], count > 0 {
        left[word] = count - 1
        common += 1
      }
    }
    return common == 0 ? 0 : Double(2 * common) / Double(words.count + expected.words.count)
  }

  private static let articles: Set<[UInt8]> = [
    Array("a".utf8), Array("an".utf8), Array("the".utf8),
  ]

  private static func normalized(_ word: Substring.UnicodeScalarView) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in word {
      switch scalar {
      case "%", "$": bytes.append(UInt8(ascii: scalar))
      case "!"..."/", ":"..."@", "["..."`", "{"..."~": continue
      default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return bytes
  }
}
