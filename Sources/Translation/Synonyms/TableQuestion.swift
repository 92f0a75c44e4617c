import Bytes
import Model

/// A question as all tables look it up, whatever the language of the passages.
struct TableQuestion {
  let words: [QuestionWord]
  let keys: QuestionKeys
  /// The long forms in the question that texts explain, by the number of their table. Most questions
  /// have none.
  let longForms: [(table: Int, form: ShortFormTable.LongForm)]

  /// - Parameters:
  ///   - words: The whole question.
  ///   - language: The language of the question.
  ///   - tables: The short forms that texts explain.
  init(_ words: [QuestionWord], in language: Language, _ tables: [ShortFormTable]) {
    self.words = words
    keys = QuestionKeys(words)
    var found: [(table: Int, form: ShortFormTable.LongForm)] = []
    for (number, table) in tables.enumerated() {
      // Damage to the short forms must not count as damage to the dictionaries.
      guard let forms = try? table.longForms(in: words, keys, language) else { continue }
      for form in forms { found.append((number, form)) }
    }
    longForms = found
  }

  /// Returns whether all words of a range are stop words.
  @inline(__always)
  func isOfStopWords(_ range: Range<Int>) -> Bool {
    for index in range where !words[index].isStopWord { return false }
    return true
  }

  /// Returns whether any word of a range is part of a long form.
  @inline(__always)
  func hasLongForm(overlapping range: Range<Int>) -> Bool {
    !longForms.isEmpty && longForms.contains { $0.form.range.overlaps(range) }
  }

  /// Returns the forms of a word, or those of a phrase, separated by spaces.
  func forms(of range: Range<Int>) -> WordForms {
    if range.count == 1 {
      let word = words[range.lowerBound]
      return WordForms(surface: word.surface, stem: word.stem)
    }
    return WordForms(
      surface: keys.withSurfaces(of: range) { String(decoding: $0, as: UTF8.self) },
      stem: keys.withStems(of: range) { String(decoding: $0, as: UTF8.self) })
  }
}
