import Testing
import TextAnalysis
import Translation

@testable import Commands

struct GlossaryRequestTests {
  @Test(
    "a line looks up, adds, or asks what there is",
    arguments: [
      ("", GlossaryRequest.report), ("tenaga kerja", .lookUp("tenaga kerja")),
      ("add tenaga kerja = workforce", .add("tenaga kerja", "workforce")),
      ("add", .incomplete), ("add x =", .incomplete), ("add a = b = c", .incomplete),
      ("add value", .lookUp("add value")),
    ])
  func reads(line: String, request: GlossaryRequest) {
    #expect(GlossaryRequest(line) == request)
  }

  @Test("a dictionary is named with its size, or with what is wrong with it")
  func describes() {
    var outcome = DictionaryReport.Outcome(languages: LanguagePair(.english, .indonesian))
    outcome.pairCount = 1234
    outcome.refusedLineCount = 2
    outcome.firstRefusedLine = 7
    let dictionary = BilingualDictionary(
      kind: .userGlossary, files: [FileStamp(path: "/x/glossary.tsv", size: 1, modified: 1)])
    let entry = DictionaryReport.Entry(dictionary: dictionary, outcome: outcome)
    let line = DictionaryMessage.line(entry).english
    #expect(line.contains("1,234 pairs en–id (/x/glossary.tsv)") && line.contains("line 7"))
    var damaged = entry
    damaged.outcome.problem = .unreadable
    #expect(DictionaryMessage.line(damaged).english.contains("not in use: it cannot be read"))
  }
}
