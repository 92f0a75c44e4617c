import Model
import TextAnalysis

/// Compiles short forms into a `ShortFormFile`.
struct ShortFormCompiler {
  private let shortForms = DictionaryTerms(.undetermined)
  private var records: [UInt8] = []
  /// The offset of the record of each short form, by the number of the short form.
  private var places: [Int] = []
  /// The maximum length in bytes that a record can store. No name is that long.
  private static let longest = Int(UInt8.max)

  static func compile(_ forms: [ShortForm]) -> [UInt8] {
    let forms = forms.filter {
      max($0.short.utf8.count, $0.expansion.utf8.count) <= longest
    }
    var compiler = ShortFormCompiler()
    compiler.addRecords(of: forms)
    var indexes = [(language: Language.undetermined, index: compiler.shortFormIndex)]
    // A long form may be a name in a text of another language, so each is stemmed in all of them.
    for language in Set(forms.map(\.language)).subtracting([.undetermined])
      .sorted(by: { $0.rawValue < $1.rawValue })
    {
      indexes.append((language, compiler.longFormIndex(of: forms, in: language)))
    }
    return ShortFormFile.encode(indexes, records: compiler.records)
  }

  private mutating func addRecords(of forms: [ShortForm]) {
    let longForms = DictionaryTerms(.undetermined, maximumLength: ShortFormTable.maximumLength)
    var findings: [RankedLists.Finding] = []
    for form in forms {
      guard let short = shortForms.number(of: form.short.utf8.span),
        let long = longForms.number(of: form.expansion.utf8.span)
      else { continue }
      findings.append(
        RankedLists.Finding(key: short, source: .text, term: long, score: Float(form.count)))
    }
    let lists = RankedLists(findings, keyCount: shortForms.terms.count)
    for (number, term) in shortForms.terms.enumerated() {
      places.append(records.count)
      ShortFormRecord.encode(
        term.surface, lists[number].map { longForms.terms[Int($0.term)].surface },
        into: &records)
    }
  }

  private var shortFormIndex: (shape: PhraseIndex.Shape, bytes: [UInt8]) {
    PhraseIndex.encode(zip(shortForms.terms, places).map { ($0.surface, $1) })
  }

  /// Returns an index that leads from the stems of each long form to its most frequent short form.
  private func longFormIndex(
    of forms: [ShortForm], in language: Language
  ) -> (shape: PhraseIndex.Shape, bytes: [UInt8]) {
    let longForms = DictionaryTerms(language, maximumLength: ShortFormTable.maximumLength)
    var phrases: [String] = []
    var numbers: [String: Int32] = [:]
    var findings: [RankedLists.Finding] = []
    for form in forms {
      guard let short = shortForms.number(of: form.short.utf8.span),
        let long = longForms.number(of: form.expansion.utf8.span)
      else { continue }
      let phrase = longForms.terms[Int(long)].stem
      let number = numbers[phrase] ?? Int32(phrases.count)
      if Int(number) == phrases.count {
        numbers[phrase] = number
        phrases.append(phrase)
      }
      findings.append(
        RankedLists.Finding(key: number, source: .text, term: short, score: Float(form.count)))
    }
    let lists = RankedLists(findings, keyCount: phrases.count)
    return PhraseIndex.encode(
      phrases.enumerated().compactMap { number, phrase in
        lists[number].first.map { (phrase, places[Int($0.term)]) }
      })
  }
}
