import Glibc
import Model
import Platform
import Retrieval
import Testing
import TextAnalysis

@testable import Answering

/// Questions that are made of the words of the word tables, which must never end the process.
@Suite("Every word of the word tables") struct EveryWordTests {
  private static let text = passage(
    """
    The cooperative of Tirta was founded by Sari Indah in 1987. It has 240 members.

    Rapat warga diadakan pada hari Sabtu di balai desa. Iurannya Rp12.000 per bulan.
    """)

  /// The words in the string literals of the targets that read questions.
  private static let words: [String] = {
    var words: Set<String> = []
    for folder in ["Sources/Answering", "Sources/TextAnalysis"] {
      for path in swiftFiles(below: root + "/" + folder) {
        guard let bytes = try? readFile(path) else { continue }
        let parts = String(decoding: bytes, as: UTF8.self).split(
          separator: "\"", omittingEmptySubsequences: false)
        for index in parts.indices where !index.isMultiple(of: 2) {
          for word in parts[index].split(whereSeparator: { " \n=,|:/".contains($0) })
          where word.utf8.count < 40 {
            words.insert(String(word))
          }
        }
      }
    }
    return words.sorted()
  }()

  @Test("a short form that stands for two words is read as both")
  func shortForm() {
    for word in ["dmn", "dmna", "dimn"] {
      var question = query("rapat warga \(word)?", .indonesian)
      QuestionNormalizer().normalize(&question, analyzer: Analyzer(language: .indonesian))
      let answerer = Answerer(statistics: EvenStatistics())
      let answer = answerer.answer(
        answerer.analyze(question), from: [RankedPassage(passage: Self.text, score: 1)], top: 1)
      #expect(answer.type == .place)
      #expect(answer.verdict == .answered)
    }
  }

  @Test(
    "a question made of any word of the tables is read, alone and in a sentence",
    arguments: [Language.english, .indonesian])
  func noneTraps(in language: Language) {
    #expect(Self.words.count > 5000)
    let answerer = Answerer(statistics: EvenStatistics())
    let analyzer = Analyzer(language: language)
    let ranked = [RankedPassage(passage: Self.text, score: 1)]
    for word in Self.words {
      for text in [word, "rapat \(word) the members \(word)? \(word)"] {
        let bytes = Array(text.utf8)
        var question = Query(
          text: text, language: language,
          terms: analyzer.analyze(text).map { token in
            QuestionWord(
              text: String(decoding: bytes[token.range], as: UTF8.self), range: token.range,
              surface: token.surface, stem: token.stem, isStopWord: token.isStopWord)
          })
        QuestionNormalizer().normalize(&question, analyzer: analyzer)
        let starts = question.terms.map(\.range.lowerBound)
        let answer = answerer.answer(answerer.analyze(question), from: ranked, top: 1)
        if starts != starts.sorted() || answer.support > 1 { Issue.record("\(text)") }
      }
    }
  }

  /// The checkout that these tests were built from.
  private static let root: String = {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return folders.dropLast(3).joined(separator: "/")
  }()

  /// Returns the paths of all Swift files below a folder.
  private static func swiftFiles(below path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var paths: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let whole = path + "/" + name
      paths += name.hasSuffix(".swift") ? [whole] : swiftFiles(below: whole)
    }
    return paths
  }
}
