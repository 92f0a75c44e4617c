import Model
import TextAnalysis

/// Reads a glossary, in which each line has a term in one language, a tab, and its translations in
/// another, the likeliest first and separated by `;`.
///
/// The first line names the two languages. Blank lines and lines that begin with `#` are ignored. A
/// glossary is read in both directions.
enum GlossaryReader {
  /// Reads all entries. Lines that are not entries are counted in `outcome`.
  static func read(
    _ text: Span<UInt8>, as kind: DictionaryKind, _ vocabularies: DictionaryTermsByLanguage,
    _ outcome: inout DictionaryReport.Outcome
  ) throws(DictionaryReport.Problem) -> FoundPairs {
    var found: FoundPairs?
    TextLines.forEach(in: text) { number, line in
      guard !isPassedOver(text, line) else { return true }
      guard found != nil else {
        found = languages(text, line).map { languages in
          FoundPairs(
            kind, from: vocabularies[languages.source], to: vocabularies[languages.target])
        }
        return found != nil
      }
      if found?.addLine(text, line) != true {
        outcome.refusedLineCount += 1
        outcome.firstRefusedLine = outcome.firstRefusedLine ?? number
      }
      return true
    }
    guard let found else { throw .languagesMissing }
    return found
  }

  /// Returns the languages that the first line names.
  static func languages(of text: Span<UInt8>) -> LanguagePair? {
    var found: LanguagePair?
    TextLines.forEach(in: text) { _, line in
      guard !isPassedOver(text, line) else { return true }
      found = languages(text, line)
      return false
    }
    return found
  }

  private static func isPassedOver(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let content = text.trimmed(line)
    return content.isEmpty || text[content.lowerBound] == UInt8(ascii: "#")
  }

  private static func languages(_ text: Span<UInt8>, _ line: Range<Int>) -> LanguagePair? {
    let tags = text.split(line, at: 0x09).map { text.trimmed($0) }
    guard tags.count == 2, let source = language(text, tags[0]),
      let target = language(text, tags[1]), source != target
    else { return nil }
    return LanguagePair(source, target)
  }

  /// Returns the language of a tag such as `en`.
  private static func language(_ text: Span<UInt8>, _ range: Range<Int>) -> Language? {
    guard 2...3 ~= range.count else { return nil }
    for index in range where !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= text[index]) { return nil }
    return Language(rawValue: text.string(range))
  }
}

extension FoundPairs {
  /// Adds the entry of a line, and returns `false` if the line is not an entry.
  fileprivate mutating func addLine(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let columns = text.split(line, at: 0x09)
    guard columns.count >= 2, !text.trimmed(columns[0]).isEmpty,
      columns.dropFirst().contains(where: { !text.trimmed($0).isEmpty })
    else { return false }
    // An entry that is longer than a phrase, or has only stop words, is valid but never looked up.
    let sources = terms(text, columns.prefix(1), source)
    let targets = terms(text, columns.dropFirst(), target)
    for (sourceIndex, sourceTerm) in sources.enumerated() {
      for (targetIndex, targetTerm) in targets.enumerated() {
        add(sourceTerm, targetTerm, position: (sourceIndex + 1) * (targetIndex + 1))
      }
    }
    return true
  }

  private func terms(
    _ text: Span<UInt8>, _ columns: ArraySlice<Range<Int>>, _ vocabulary: DictionaryTerms
  ) -> [Int32] {
    var terms: [Int32] = []
    for column in columns {
      for part in text.split(column, at: UInt8(ascii: ";")) {
        guard let term = vocabulary.number(of: text.extracting(part)) else { continue }
        terms.append(term)
      }
    }
    return terms
  }
}

/// Languages by their ISO 639-3 codes, which FreeDict and wordnets use.
enum LanguageCode {
  /// Returns the language of a code, or nil if it has no two-letter code.
  static func language(of code: Substring) -> Language? {
    guard code.utf8.count == 3 else { return nil }
    // At the start of a program, searching the list is faster than first building a table of it.
    let list = UnsafeBufferPointer(start: codes.utf8Start, count: codes.utf8CodeUnitCount)
    var start = 0
    while start + 6 <= list.count {
      if list[start..<start + 3].elementsEqual(code.utf8) {
        return Language(rawValue: String(decoding: list[start + 4..<start + 6], as: UTF8.self))
      }
      start += 7
    }
    return nil
  }

  /// The codes of ISO 639-3 and ISO 639-1, in seven bytes each.
  private static let codes: StaticString = """
    afr=af ara=ar bel=be ben=bn bos=bs bre=br bul=bg cat=ca ces=cs cos=co cym=cy dan=da deu=de
    ell=el eng=en epo=eo est=et eus=eu fao=fo fas=fa fin=fi fra=fr fry=fy gla=gd gle=ga glg=gl
    guj=gu hbs=sh heb=he hin=hi hrv=hr hun=hu hye=hy ina=ia ind=id isl=is ita=it jav=jv jpn=ja
    kan=kn kat=ka kaz=kk khm=km kor=ko kur=ku lat=la lav=lv lit=lt ltz=lb mal=ml mar=mr mkd=mk
    mlg=mg mlt=mt mon=mn msa=ms mya=my nep=ne nld=nl nno=nn nob=nb nor=no oci=oc pol=pl por=pt
    ron=ro rus=ru san=sa slk=sk slv=sl spa=es sqi=sq srp=sr sun=su swa=sw swe=sv swh=sw tam=ta
    tel=te tgl=tl tha=th tur=tr ukr=uk urd=ur uzb=uz vie=vi wol=wo yid=yi zho=zh zsm=ms
    """
}
