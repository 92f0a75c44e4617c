import Model
import TextAnalysis

/// A synset of the Princeton WordNet 3.0.
struct Synset: Hashable {
  /// Its offset in the data file of its part of speech, and the letter of that.
  private let value: UInt64

  /// - Parameter partOfSpeech: `n`, `v`, `a`, `r`, or `s`, which counts as `a`.
  init(_ offset: Int, _ partOfSpeech: UInt8) {
    let letter = partOfSpeech == UInt8(ascii: "s") ? UInt8(ascii: "a") : partOfSpeech
    value = UInt64(offset) << 8 | UInt64(letter)
  }
}

/// A `.tab` file of the Open Multilingual Wordnet: a first line `# name TAB language TAB …`, then
/// lines of a synset, a type and a text, of which those of type `lemma` (or `ind:lemma`) count.
struct WordnetTable {
  let vocabulary: Vocabulary
  private var members: [Synset: [Int32]] = [:]

  init(_ content: [UInt8], _ vocabularies: Vocabularies) throws(DictionaryReport.Problem) {
    let text = content.span
    guard let language = Self.language(text) else { throw .languagesMissing }
    let vocabulary = vocabularies[language]
    var members: [Synset: [Int32]] = [:]
    TextLines.forEach(in: text) { _, line in
      let fields = text.split(line, at: 0x09)
      guard fields.count == 3, let synset = Self.synset(text, fields[0]),
        Self.isLemma(text, fields[1]), let word = vocabulary.number(of: text.extracting(fields[2]))
      else { return true }
      members[synset, default: []].append(word)
      return true
    }
    self.vocabulary = vocabulary
    self.members = members
  }

  /// Numbers in `vocabulary`.
  func words(of synset: Synset) -> [Int32] { members[synset] ?? [] }

  private static func language(_ text: Span<UInt8>) -> Language? {
    let line = 0..<(text.index(of: 0x0A, in: text.indices) ?? text.count)
    guard text.starts("#") else { return nil }
    let fields = text.split(line, at: 0x09)
    guard fields.count >= 2 else { return nil }
    return LanguageCode.language(of: Substring(text.string(text.trimmed(fields[1]))))
  }

  /// `02084071-n`
  private static func synset(_ text: Span<UInt8>, _ field: Range<Int>) -> Synset? {
    guard field.count >= 3, text[field.upperBound - 2] == UInt8(ascii: "-"),
      let offset = text.number(field.lowerBound..<field.upperBound - 2)
    else { return nil }
    return Synset(offset, text[field.upperBound - 1])
  }

  private static func isLemma(_ text: Span<UInt8>, _ field: Range<Int>) -> Bool {
    guard field.count >= 5, text.starts("lemma", at: field.upperBound - 5) else { return false }
    return field.count == 5 || text[field.upperBound - 6] == UInt8(ascii: ":")
  }
}
