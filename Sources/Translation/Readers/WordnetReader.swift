import Model
import TextAnalysis

/// Joins a wordnet of the Open Multilingual Wordnet (Bond and Paik 2012) to the Princeton WordNet
/// 3.0, whose synsets it identifies by their offsets: words of the same synset translate each
/// other.
///
/// The position of a translation is the number of the English word's sense; WordNet lists senses in
/// the order of their frequency. The scores of a pair that shares several synsets are added.
enum WordnetReader {
  /// The names of WordNet's index files, one for each part of speech. Satellite adjectives are
  /// among the adjectives.
  static let indexNames = ["index.noun", "index.verb", "index.adj", "index.adv"]

  static func read(
    table path: String, princeton indexPaths: [String], _ vocabularies: DictionaryTermsByLanguage
  ) throws(DictionaryReport.Problem) -> FoundPairs {
    guard !indexPaths.isEmpty else { throw .wordnetMissing }
    let table = try WordnetTable(try DictionaryFile.read(path), vocabularies)
    var found = FoundPairs(.wordnet, from: vocabularies[.english], to: table.vocabulary)
    for path in indexPaths {
      let index = try DictionaryFile.read(path)
      addSenses(index.span, table, &found)
    }
    return found
  }

  /// Reads an index file of WordNet (wndb(5WN)). A line is `lemma pos synsets pointers … senses
  /// tagged offset …`, with the synsets of the lemma at the end. Lines that begin with a space are
  /// the license.
  private static func addSenses(
    _ index: Span<UInt8>, _ table: WordnetTable, _ found: inout FoundPairs
  ) {
    var pairs = found
    TextLines.forEach(in: index) { _, line in
      guard line.count > 2, index[line.lowerBound] != 0x20 else { return true }
      let fields = index.split(index.trimmed(line), at: 0x20)
      guard fields.count > 3, fields[1].count == 1, let count = index.number(fields[2]),
        count > 0, count < fields.count - 3
      else { return true }
      var lemma: Int32?
      for (sense, offset) in fields.suffix(count).enumerated() {
        guard let offset = index.number(offset) else { break }
        let words = table.words(of: Synset(offset, index[fields[1].lowerBound]))
        guard !words.isEmpty else { continue }
        lemma = lemma ?? pairs.source.number(of: index.extracting(fields[0]))
        guard let lemma else { break }
        for word in words { pairs.add(lemma, word, position: sense + 1) }
      }
      return true
    }
    found = pairs
  }
}

/// A synset of the Princeton WordNet 3.0.
struct Synset: Hashable {
  /// Its offset in the data file of its part of speech, and the letter of that part of speech.
  private let value: UInt64

  /// - Parameter partOfSpeech: The letter `n`, `v`, `a`, `r` or `s`, which counts as `a`.
  init(_ offset: Int, _ partOfSpeech: UInt8) {
    let letter = partOfSpeech == UInt8(ascii: "s") ? UInt8(ascii: "a") : partOfSpeech
    value = UInt64(offset) << 8 | UInt64(letter)
  }
}

/// A `.tab` file of the Open Multilingual Wordnet. The first line is `# name TAB language TAB …`.
/// Each further line has a synset, a type and a text; lines of the type `lemma` (or `ind:lemma`)
/// are read.
struct WordnetTable {
  let vocabulary: DictionaryTerms
  private var members: [Synset: [Int32]] = [:]

  init(_ content: [UInt8], _ vocabularies: DictionaryTermsByLanguage) throws(DictionaryReport
    .Problem)
  {
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

  /// Returns the words of a synset, as numbers in `vocabulary`.
  func words(of synset: Synset) -> [Int32] { members[synset] ?? [] }

  private static func language(_ text: Span<UInt8>) -> Language? {
    let line = 0..<(text.index(of: 0x0A, in: text.indices) ?? text.count)
    guard text.starts("#") else { return nil }
    let fields = text.split(line, at: 0x09)
    guard fields.count >= 2 else { return nil }
    return LanguageCode.language(of: Substring(text.string(text.trimmed(fields[1]))))
  }

  /// Returns the synset of a field such as `02084071-n`.
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
