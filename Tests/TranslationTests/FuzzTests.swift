import Bytes
import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Platform
@testable import Translation

/// Vocabularies that are replaced before they become large, because `DictionaryTermsByLanguage`
/// keeps every word.
private final class FreshDictionaryTermsByLanguage {
  private var vocabularies = DictionaryTermsByLanguage()
  private var uses = 0

  func next() -> DictionaryTermsByLanguage {
    uses += 1
    if uses % 1000 == 0 { vocabularies = DictionaryTermsByLanguage() }
    return vocabularies
  }
}

@Suite("Fuzzed dictionaries") struct FuzzTests {
  private static let glossary = """
    # made up
    en\tid
    central bank\tbank sentral; bank pusat
    dog\tanjing\tasu
    bad line

    """

  /// Corrects the hash of the header and the length that it states.
  private func seal(_ table: inout [UInt8]) {
    guard table.count > 28 else { return }
    put(UInt64(table.count), at: 20, in: &table)
    let header = table[16..<20].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard 16...table.count ~= header else { return }
    put(table[16..<header].withUnsafeBytes { ContentHash.value(of: $0) }, at: 8, in: &table)
  }

  private func put(_ value: UInt64, at offset: Int, in table: inout [UInt8]) {
    for byte in 0..<8 {
      table[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
    }
  }

  @Test func table() throws {
    let vocabularies = DictionaryTermsByLanguage()
    var outcome = DictionaryReport.Outcome()
    let text = Array(Self.glossary.utf8)
    let found = try GlossaryReader.read(text.span, as: .text, vocabularies, &outcome)
    let sections = TableCompiler.sections(of: [found])
    let whole = TableHeader.encode(entries: [TableFormatTests.entry(3)], sections: sections)
    let keys = ["dog", "central bank", "absent"].map { Array($0.utf8) }
    let fuzzing = Fuzzing("translation-table", [whole], seal: seal)
    let result = fuzzing.run { bytes throws(FormatError) in
      let table = try TableFile(MappedFile(unowned: bytes))
      defer { withExtendedLifetime(table) {} }
      for languages in table.header.sections.map(\.languages) {
        for key in keys {
          _ = try table[languages]?.translations(of: key, byStem: false)
          _ = try table[languages]?.translations(of: key, byStem: true)
        }
      }
    }
    #expect(result.isTelling)
  }

  @Test("the table of short forms that stands beside an index")
  func shortForms() {
    struct Damaged: Error {}
    let forms = ShortFormTable.compile([
      ShortForm(short: "BI", expansion: "Bank Indonesia", language: indonesian, count: 2),
      ShortForm(short: "SMEs", expansion: "small and medium enterprises", language: english),
    ])
    var cases = 0
    let outcome = Fuzzing("names", [forms]).run { bytes throws(Damaged) in
      // Prefetching makes system calls, so it is enabled for few of the cases.
      cases += 1
      let file = MappedFile(unowned: bytes, access: cases % 64 == 0 ? .few : .most)
      guard let table = ShortFormTable(file) else { throw Damaged() }
      _ = table.sets("BI and small and medium enterprises", english)
    }
    #expect(outcome.isTelling)
  }

  @Test func record() {
    let term = TableRecord.encode(DictionaryTerms.Term(surface: "anjing laut", stem: "anjing laut"))
    let whole = TableRecord.encode(key: "seal", surface: [(.text, term)], stem: [(.text, term)])
    let outcome = Fuzzing("translation-record", [whole]).run { bytes throws(FormatError) in
      let record = try TableRecord(bytes)
      _ = (try record.translations(byStem: false), try record.translations(byStem: true))
    }
    #expect(outcome.isTelling)
  }

  @Test func glossary() {
    let vocabularies = FreshDictionaryTermsByLanguage()
    let outcome = Fuzzing("glossary", [Array(Self.glossary.utf8)]).run {
      bytes throws(DictionaryReport.Problem) in
      let text = Array(bytes)
      var outcome = DictionaryReport.Outcome()
      _ = try GlossaryReader.read(text.span, as: .text, vocabularies.next(), &outcome)
    }
    #expect(outcome.isTelling)
  }

  @Test func dictdIndex() {
    let index = "00databaseinfo\tA\tq\ndog\tq\tBk\nrun\tCO\tD/\nand/or\t+//\tA\n"
    let outcome = Fuzzing("dictd-index", [Array(index.utf8)]).run {
      bytes throws(DictionaryReport.Problem) in
      let index = Array(bytes)
      _ = try DictdIndex.entries(index.span)
    }
    #expect(outcome.isTelling)
  }

  @Test func freeDictEntry() {
    struct None: Error {}
    let entries = [
      "run //ɹʊn// //ɹʌn// <v>\n1. menjalankan 2.\nto be in charge of\n 3.\nto go\n2. lari, lari\n",
      "Hund /hʊnt/ <n, masc>\nanjing 2.\nHaustier\n 3.\nMensch\n",
    ].map { Array($0.utf8) }
    let outcome = Fuzzing("freedict-entry", entries).run { bytes throws(None) in
      let text = Array(bytes)
      guard let entry = FreeDictEntry(text.span, 0..<text.count) else { throw None() }
      for range in entry.translations {
        _ = TermList.forEach(in: text.span, range, from: 1) { _, term in _ = term.count }
      }
    }
    #expect(outcome.isTelling)
  }

  @Test("a dictionary under dictzip, as its files are read")
  func freeDictFiles() throws {
    let folder = try TemporaryFolder()
    writeFreeDict("eng-ind", ["dog <n>\nanjing\n", "cat <n>\nkucing\n"], in: folder)
    let index = folder.path + "/dictd/freedict-eng-ind.index"
    let whole = dictzip(Array("00-database-info\nmade up\ndog <n>\nanjing\n".utf8))
    let vocabularies = FreshDictionaryTermsByLanguage()
    let file = MemoryFile()
    let outcome = Fuzzing("dictzip", [whole], cases: 100).run {
      bytes throws(DictionaryReport.Problem) in
      file.write(bytes)
      let vocabularies = vocabularies.next()
      _ = try FreeDictReader.read(
        index: index, text: file.path, from: vocabularies[english], to: vocabularies[indonesian])
    }
    #expect(outcome.threw > 0)
  }

  @Test func wordnetTable() {
    let vocabularies = FreshDictionaryTermsByLanguage()
    let outcome = Fuzzing("wordnet-table", [Array(WordnetTests.table.utf8)]).run {
      bytes throws(DictionaryReport.Problem) in
      _ = try WordnetTable(Array(bytes), vocabularies.next())
    }
    #expect(outcome.isTelling)
  }

  @Test("a wordnet's index, as its file is read")
  func wordnetIndex() throws {
    let folder = try TemporaryFolder()
    let table = folder.write("wn-data-ind.tab", WordnetTests.table)
    let vocabularies = FreshDictionaryTermsByLanguage()
    let inputs = [WordnetTests.nouns, WordnetTests.adjectives].map { Array($0.utf8) }
    let file = MemoryFile()
    let outcome = Fuzzing("wordnet-index", inputs, cases: 100).run {
      bytes throws(DictionaryReport.Problem) in
      file.write(bytes)
      _ = try WordnetReader.read(table: table, princeton: [file.path], vocabularies.next())
    }
    // Lines that are not entries are skipped, so no file is rejected.
    #expect(outcome.threw == 0)
  }
}
