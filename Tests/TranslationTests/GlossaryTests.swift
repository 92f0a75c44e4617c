import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite struct GlossaryTests {
  @Test("a glossary is read in both directions, the likeliest translation first")
  func directions() throws {
    let folder = try TemporaryFolder()
    let table = table(
      user:
        "en\tid\n# a comment\n\nworkforce\ttenaga kerja; angkatan kerja\nlabour\ttenaga kerja\n",
      in: folder)
    #expect(
      table.translations("workforce", english, indonesian) == [["tenaga kerja", "angkatan kerja"]])
    #expect(table.translations("tenaga kerja") == [["workforce", "labour"]])
    #expect(table.translations("angkatan kerja") == [["workforce"]])
  }

  @Test("the first line may name the languages the other way round, and lines may end in CR LF")
  func reversed() throws {
    let folder = try TemporaryFolder()
    let table = table(user: "id\ten\r\npeta jalan\troad map; roadmap\r\n", in: folder)
    #expect(table.translations("peta jalan") == [["road map", "roadmap"]])
    #expect(table.translations("the roadmap", english, indonesian) == [["peta jalan"]])
  }

  @Test("further columns are further translations")
  func columns() throws {
    let folder = try TemporaryFolder()
    let table = table(user: "en\tid\ndog\tanjing\tasu; guk\n", in: folder)
    #expect(table.translations("dog", english, indonesian) == [["anjing", "asu", "guk"]])
  }

  @Test("lines that are no entries are counted, and the first is named")
  func refusedLines() throws {
    let folder = try TemporaryFolder()
    let table = table(
      user: "en\tid\ndog\tanjing\nno tab\n\tanjing\ncat\t\ncat\tkucing\n", in: folder)
    let outcome = try #require(table.report.entries.first?.outcome)
    #expect(outcome.refusedLineCount == 3)
    #expect(outcome.firstRefusedLine == 3)
    #expect(outcome.pairCount == 2)
    #expect(table.translations("cat", english, indonesian) == [["kucing"]])
  }

  @Test(
    "a glossary that does not name its languages is refused",
    arguments: [
      "", "dog\tanjing\n", "# only a comment\n", "en\ten\n", "en\tid\tde\n", "\u{0}\u{1}",
    ])
  func withoutLanguages(text: String) throws {
    let folder = try TemporaryFolder()
    let report = table(user: text, in: folder).report
    #expect(report.entries.first?.outcome.problem == .languagesMissing)
  }

  @Test("words that are stop words only, and phrases of five words, are left out")
  func leftOut() throws {
    let folder = try TemporaryFolder()
    let table = table(
      user: "en\tid\nwhich\tyang\nhome\tdi rumah; tempat tinggal yang paling utama\n", in: folder)
    #expect(table.translations("home", english, indonesian) == [["di rumah"]])
    #expect(table.report.entries.first?.outcome.pairCount == 1)
    #expect(table.report.entries.first?.outcome.refusedLineCount == 0)
  }

  @Test(
    "articles and the infinitive's particle do not count", arguments: ["to run", "the run", "run"])
  func particles(term: String) throws {
    let folder = try TemporaryFolder()
    let table = table(user: "en\tid\n\(term)\tlari\n", in: folder)
    #expect(table.translations("lari") == [["run"]])
    #expect(table.translations("run", english, indonesian) == [["lari"]])
  }
}
