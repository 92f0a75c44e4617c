public import Model

/// Detects the language of a text from its function words, and from a few affixes of English and
/// Indonesian words.
///
/// ```swift
/// LanguageDetector().language(of: "Siapa penulis buku itu?")  // .indonesian
/// ```
///
/// In a short text, one function word that the languages do not share is enough for English or
/// Indonesian. Other languages require at least three words, and one in five. Malay is detected as
/// Indonesian.
public struct LanguageDetector {
  /// The maximum number of bytes that are examined, a few hundred words.
  private static let sampleLength = 4096

  public init() {}

  /// Returns the language of a text in UTF-8, or `undetermined` if there is not enough evidence for
  /// any language, as in a list of names. Only the first 4,096 bytes are examined.
  public func language(of text: Span<UInt8>) -> Language {
    let sample = text.extracting(first: min(text.count, Self.sampleLength))
    var tokenizer = Tokenizer()
    var evidence = LanguageEvidence()
    tokenizer.forEachToken(in: sample) { token, surface in
      if token.kind == .word { evidence.add(surface) }
    }
    return evidence.verdict
  }

  public func language(of text: String) -> Language { language(of: text.utf8.span) }
}

/// The evidence for each language in the words of a text so far.
struct LanguageEvidence {
  /// The weight of a function word of a single language. A word that languages share counts for
  /// each of them in part.
  private static let fullWeight = 12
  /// The weight of an affix. A single affix is not enough evidence.
  private static let affixWeight = 4
  private static let minimumScore = 6
  /// The factor for the first word: a question begins in its own language, whatever titles it
  /// contains, as in "Siapa penulis The Hobbit?"
  private static let firstWordFactor = 3

  /// The languages in the order of the bits of a word's mark: bit *n* is set if the word is one of
  /// `languages[n]`.
  private static let languages = ["en", "id", "fr", "de", "es", "nl", "pt", "it"]

  private static let table: WordTable = {
    var table = WordTable(capacity: 1024)
    for index in languages.indices {
      let language = Language(rawValue: languages[index])
      if let words = FunctionWords.list(of: language) { table.insert(words, mark: 1 << index) }
    }
    table.insert(CommonWords.english, mark: 1 << 0)
    table.insert(CommonWords.indonesian, mark: 1 << 1)
    return table
  }()

  private var wordCount = 0
  private var hits = InlineArray<8, Int>(repeating: 0)
  private var scores = InlineArray<8, Int>(repeating: 0)

  /// Adds the evidence of a word in folded form.
  mutating func add(_ word: Span<UInt8>) {
    wordCount += 1
    let mark = Self.table.mark(of: word)
    if mark == 0 {
      if word.hasEnglishAffix { scores[0] += Self.affixWeight }
      if word.hasIndonesianAffix { scores[1] += Self.affixWeight }
      return
    }
    let factor = wordCount == 1 ? Self.firstWordFactor : 1
    let weight = factor * Self.fullWeight / mark.nonzeroBitCount
    for index in scores.indices where mark & (1 << UInt16(index)) != 0 {
      scores[index] += weight
      hits[index] += 1
    }
  }

  var verdict: Language {
    let home = scores[1] > scores[0] ? 1 : 0
    var away = 2
    for index in 3..<8 where scores[index] > scores[away] { away = index }
    // A title or a name within a text must not win the text for another language.
    if hits[away] >= 3, hits[away] * 5 >= wordCount, scores[away] * 2 > scores[home] * 3 {
      return Language(rawValue: Self.languages[away])
    }
    guard scores[home] >= Self.minimumScore, scores[0] != scores[1],
      wordCount < 20 || scores[home] * 20 >= wordCount * Self.fullWeight
    else { return .undetermined }
    return Language(rawValue: Self.languages[home])
  }
}

extension Span<UInt8> {
  /// A Boolean value that indicates whether the word ends with -ing, -tion or -ed.
  fileprivate var hasEnglishAffix: Bool {
    count >= 6 && (ends(with: "ing") || ends(with: "tion") || ends(with: "ed"))
  }

  /// A Boolean value that indicates whether the word ends with -nya, or begins with me-, ber-, di-,
  /// ke-, pe-, ter- or se- and ends with -an (which includes -kan) or -i.
  fileprivate var hasIndonesianAffix: Bool {
    guard count >= 6 else { return false }
    if ends(with: "nya") { return true }
    let hasPrefix =
      starts(with: "me") || starts(with: "ber") || starts(with: "di") || starts(with: "ke")
      || starts(with: "pe") || starts(with: "ter") || starts(with: "se")
    return hasPrefix && (ends(with: "an") || ends(with: "i"))
  }

  private func starts(with prefix: StaticString) -> Bool {
    for index in 0..<prefix.utf8CodeUnitCount where self[index] != prefix.utf8Start[index] {
      return false
    }
    return true
  }

  private func ends(with suffix: StaticString) -> Bool {
    let start = count - suffix.utf8CodeUnitCount
    for index in start..<count where self[index] != suffix.utf8Start[index - start] {
      return false
    }
    return true
  }
}
