import Glibc
import Platform
import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite struct TableCacheTests {
  /// Returns locations with a glossary and a cache folder.
  func places(_ folder: TemporaryFolder) -> DictionaryPlaces {
    var places = emptyPlaces(folder)
    places.cacheFolder = folder.path + "/cache/tanya"
    places.userGlossary = folder.write("glossary.tsv", "en\tid\ndog\tanjing\ncat\tkucing\n")
    return places
  }

  @Test("the table is compiled once, and opened after that")
  func openedAgain() throws {
    let folder = try TemporaryFolder()
    let places = places(folder)
    let first = TranslationTable.open(places)
    let path = try #require(first.report.tablePath)
    let compiled = try FileInfo(path: path)
    let second = TranslationTable.open(places)
    #expect(second.report == first.report)
    #expect(try FileInfo(path: path).identity == compiled.identity)
    #expect(second.translations("anjing kucing") == [["dog"], ["cat"]])
  }

  @Test("another content, another date or another dictionary compiles it anew")
  func stale() throws {
    let folder = try TemporaryFolder()
    var places = places(folder)
    #expect(TranslationTable.open(places).translations("sapi").isEmpty)
    folder.write("glossary.tsv", "en\tid\ncow\tsapi\n")
    #expect(TranslationTable.open(places).translations("sapi") == [["cow"]])
    folder.write("glossary.tsv", "en\tid\nbul\tsapi\n")
    try setModificationTime(of: folder.path + "/glossary.tsv", seconds: 1_000_000)
    #expect(TranslationTable.open(places).translations("sapi") == [["bul"]])
    places.builtInGlossary = embedded("en\tid\nox\tsapi\n")
    #expect(TranslationTable.open(places).translations("sapi") == [["bul", "ox"]])
    places.builtInGlossary = embedded("en\tid\nko\tsapi\n")
    #expect(TranslationTable.open(places).translations("sapi") == [["bul", "ko"]])
    writeFreeDict("eng-ind", ["cattle <n>\nsapi\n"], in: folder)
    #expect(TranslationTable.open(places).translations("sapi") == [["bul", "ko", "cattle"]])
    places.userGlossary = nil
    #expect(TranslationTable.open(places).translations("sapi") == [["ko", "cattle"]])
  }

  @Test("where the cache cannot be written to, the table is in memory")
  func memory() throws {
    let folder = try TemporaryFolder()
    var places = places(folder)
    places.cacheFolder = folder.write("file") + "/cache"
    let table = TranslationTable.open(places)
    #expect(table.report.tablePath == nil)
    #expect(table.translations("anjing") == [["dog"]])
  }

  @Test("without any dictionary nothing is written")
  func noDictionary() throws {
    let folder = try TemporaryFolder()
    var places = emptyPlaces(folder)
    places.cacheFolder = folder.path + "/cache"
    places.wordnetTables = ["/data/wn-data-ind.tab"]
    let report = TranslationTable.open(places).report
    #expect(report.entries.isEmpty)
    #expect(report.tablePath == nil)
    #expect(
      report.additions == [
        .package("dict-freedict-eng-ind"), .wordnetTable(["/data/wn-data-ind.tab"]),
      ])
    #expect(throws: FileError.self) { try FileInfo(path: folder.path + "/cache") }
  }

  @Test("a table that is cut off or foreign is made anew", arguments: [0, 1, 8, 60, 200, -1])
  func truncated(length: Int) throws {
    let folder = try TemporaryFolder()
    let places = places(folder)
    let path = try #require(TranslationTable.open(places).report.tablePath)
    let whole = try readFile(path)
    folder.write(
      String(path.dropFirst(folder.path.utf8.count + 1)),
      length < 0 ? Array("a foreign file".utf8) : Array(whole.prefix(length)))
    #expect(TranslationTable.open(places).translations("anjing") == [["dog"]])
    #expect(try readFile(path) == whole)
  }

  @Test("whichever byte of a table is flipped, the answers stay what they were")
  func flipped() throws {
    let folder = try TemporaryFolder()
    let places = places(folder)
    let path = try #require(TranslationTable.open(places).report.tablePath)
    let name = String(path.dropFirst(folder.path.utf8.count + 1))
    let whole = try readFile(path)
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1 << UInt8(index % 8)
      folder.write(name, bytes)
      let table = TranslationTable.open(places)
      #expect(table.translations("anjing kucing") == [["dog"], ["cat"]])
      #expect(table.translations("dogs", english, indonesian) == [["anjing"]])
    }
  }

  @Test("a damaged table is written anew once a look-up meets the damage")
  func repaired() throws {
    let folder = try TemporaryFolder()
    let places = places(folder)
    let path = try #require(TranslationTable.open(places).report.tablePath)
    let whole = try readFile(path)
    var bytes = whole
    bytes[bytes.count - 1] ^= 1
    folder.write(String(path.dropFirst(folder.path.utf8.count + 1)), bytes)
    let table = TranslationTable.open(places)
    for question in ["anjing kucing", "sapi"] { _ = table.translations(question) }
    #expect(try readFile(path) == whole)
  }

  private func setModificationTime(of path: String, seconds: Int) throws {
    let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
  }
}
