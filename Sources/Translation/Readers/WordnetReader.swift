import Model
import TextAnalysis

/// Joins a wordnet of the Open Multilingual Wordnet (Bond and Paik 2012) to the Princeton WordNet
/// 3.0, whose synsets it names by their offsets: words of one synset translate each other.
///
/// A translation's position is the number of the English word's sense, which WordNet has in the
/// order of how frequent they are; a pair that shares several synsets adds its positions up.
enum WordnetReader {
  /// The parts of speech of WordNet and the letters that name them; satellite adjectives, `s`, are
  /// kept with the adjectives.
  static let indexNames = ["index.noun", "index.verb", "index.adj", "index.adv"]

  static func read(
    table path: String, princeton indexPaths: [String], _ vocabularies: Vocabularies
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

  /// Reads an index file of WordNet (wndb(5WN)): `lemma pos synsets pointers … senses tagged
  /// offset …`, the lemma's synsets at the end; lines that begin with a space are the licence.
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
