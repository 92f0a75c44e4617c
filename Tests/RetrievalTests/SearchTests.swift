import Corpus
import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Searching") struct SearchTests {
  /// Returns the ids of the documents that a question finds, best first.
  private func found(
    _ question: String, in searcher: Searcher, language: Language = .english,
    weighting: SearchOptions.Weighting = .default
  ) throws -> [String] {
    try searcher.search(
      searcher.query(question, language: language), top: 10,
      options: SearchOptions(weighting: weighting)
    ).map(\.passage.document.id)
  }

  @Test("a passage comes back with all that a citation needs")
  func wholePassage() throws {
    let searcher = try searcher([
      document("other", ["Nothing of note."]),
      document(
        "report", ["First lines.\nMore of them.", "Inflation fell to 3.7% in May."],
        title: "Economy", headings: ["Prices"]),
    ])
    let passage = try #require(
      try searcher.search(searcher.query("When did inflation fall?"), top: 1).first
    ).passage
    #expect(passage.text == "Inflation fell to 3.7% in May.")
    #expect(passage.byteOffset == 28 && passage.firstLine == 4 && passage.field == .text)
    #expect(passage.headings == ["Prices"] && passage.language == .english)
    #expect(passage.document.id == "report" && passage.document.title?.value == "Economy")
    #expect(passage.document.source == "report.txt")
    #expect(passage.document.origin?.path == "/docs/report.txt")
  }

  @Test(
    "an exact phrase is found where its words stand side by side",
    arguments: SearchOptions.Weighting.allCases)
  func phrase(weighting: SearchOptions.Weighting) throws {
    let searcher = try searcher(
      "The bank of the river, the central park.", "A central bank sets rates.",
      "Bank after central.", "Rates rise.", "The central bank and the central banks.")
    let hits = try found("who runs the \"central bank\"?", in: searcher, weighting: weighting)
    #expect(Set(hits) == ["1", "4"])
    #expect(try found("“bank of the river”", in: searcher, weighting: weighting) == ["0"])
  }

  @Test("a phrase may stand in a title or a heading, but not across lines")
  func phraseInTitle() throws {
    let searcher = try searcher([
      document("title", ["Some rates."], title: "Central bank"),
      document("heading", ["Some rates."], headings: ["The central bank"]),
      document("across", ["bank rates"], title: "Central"), document("none", ["Some rates."]),
    ])
    #expect(Set(try found("\"central bank\" rates", in: searcher)) == ["title", "heading"])
  }

  @Test("quotes that nothing matches, or around one word, are a manner of speaking")
  func looseQuotes() throws {
    let searcher = try searcher("The bank is central.", "Rates rise.")
    #expect(try found("\"central bank\"", in: searcher) == ["0"])
    #expect(try found("the \"rates\"", in: searcher) == ["1"])
    #expect(try found("\"central bank", in: searcher) == ["0"])
  }

  @Test("an excluded word rules passages out, in any form and with a phrase too")
  func excluded() throws {
    let searcher = try searcher("Rates of banks", "Rates of shops", "Rates of a bank", "A shop")
    #expect(try found("rates -bank", in: searcher) == ["1"])
    #expect(try found("\"rates of\" -shops", in: searcher).sorted() == ["0", "2"])
    #expect(try found("rates -rate", in: searcher) == [])
    #expect(try found("rates -unknown", in: searcher).count == 3)
    #expect(try found("-bank", in: searcher) == [])
  }

  @Test(
    "a question without a word that tells passages apart finds nothing",
    arguments: ["", "?", "what is it", "apa itu", "zzzzqqq", "\"\"", "-", "\u{0}\u{7F}"])
  func nothingToFind(question: String) throws {
    let searcher = try searcher("Rates rise.", "What it is, it is.", "Apa itu?")
    for language in [Language.english, .indonesian, .undetermined] where question != "zzzzqqq" {
      let query = searcher.query(question, language: language)
      guard query.terms.allSatisfy(\.isStopWord) else { continue }
      for weighting in SearchOptions.Weighting.allCases {
        #expect(
          try searcher.search(query, top: 5, options: .init(weighting: weighting)).isEmpty)
      }
      #expect(try searcher.retrieve(query, top: 5).isEmpty)
      #expect(try searcher.explain(query, rank: 1) == nil)
    }
    #expect(try searcher.search(searcher.query("zzzzqqq", language: .english), top: 5).isEmpty)
  }

  @Test("a document comes once, with its best passage's score", arguments: [1, 2, 5, 100])
  func documentsOnce(count: Int) throws {
    let collection = RandomCollection(
      seed: 31, documents: 20, passages: 30, words: 8, vocabulary: 40, skew: 2)
    let searcher = try searcher(collection.make())
    var random = SplitMix64(seed: 32)
    for _ in 0..<20 {
      let query = searcher.query(collection.text(3, &random), language: .english)
      var best: [RankedDocument] = []
      for hit in try searcher.ranker.rank(query, top: .max, options: SearchOptions()) {
        let id = try searcher.store.documentID(of: hit.id)
        if !best.contains(where: { $0.id == id }) {
          best.append(RankedDocument(id: id, score: hit.score))
        }
      }
      #expect(best.count > 1)
      #expect(try searcher.retrieve(query, top: count) == Array(best.prefix(count)))
    }
  }

  @Test("a document in two languages comes once")
  func documentInTwoLanguages() throws {
    let index = try IndexReader(
      segments: segments(of: [document("a", ["Jakarta grows"])])
        + segments(of: [document("a", ["Jakarta tumbuh"], language: .indonesian)]))
    let searcher = Searcher(index)
    #expect(try searcher.retrieve(searcher.query("Jakarta"), top: 9).map(\.id) == ["a"])
  }

  @Test("names and numbers are found in passages of the other language")
  func otherLanguage() throws {
    let searcher = try searcher([
      document("en", ["In 2045 Prabowo visited Bandung."]),
      document("id", ["Pada 2045 Prabowo mengunjungi Surabaya."], language: .indonesian),
      document("fr", ["En 2045 Macron visita Lyon."], language: .undetermined),
    ])
    #expect(try found("Siapa ke Bandung?", in: searcher, language: .indonesian) == ["en"])
    #expect(try found("Who is in Surabaya?", in: searcher) == ["id"])
    #expect(try found("Lyon", in: searcher, language: .indonesian) == ["fr"])
    #expect(Set(try found("2045", in: searcher)) == ["en", "id", "fr"])
    #expect(searcher.index.languages == [.english, .indonesian, .undetermined])
  }

  @Test("passages are found by other forms of a word; the form that was typed ranks first")
  func forms() throws {
    let searcher = try searcher("The visitor visits.", "A visit.", "Visiting.", "None.")
    #expect(try found("visiting", in: searcher) == ["2", "1", "0"])
    let indonesian = try self.searcher([
      document("0", ["pemerintah membangun jalan"], language: .indonesian),
      document("1", ["bangunan tinggi"], language: .indonesian),
    ])
    #expect(Set(try found("bangun", in: indonesian, language: .indonesian)) == ["0", "1"])
  }

  private func searcher(_ documents: [Document]) throws -> Searcher {
    try RetrievalTests.searcher(documents)
  }

  private func searcher(_ texts: String...) throws -> Searcher {
    try RetrievalTests.searcher(texts.enumerated().map { document("\($0)", [$1]) })
  }

  @Test("a question of 300 words and one of a megabyte are answered")
  func longQuestions() throws {
    let collection = RandomCollection(
      seed: 41, documents: 50, passages: 1, words: 10, vocabulary: 900, skew: 1)
    let searcher = try searcher(collection.make())
    let words = (0..<300).map { RandomCollection.word($0) }.joined(separator: " ")
    #expect(try searcher.search(searcher.query(words, language: .english), top: 3).count == 3)
    let long = String(repeating: "zob ", count: 1 << 18) + RandomCollection.word(0)
    #expect(try found(long, in: searcher).count <= 10)
  }

  @Test("completion gives the most frequent words first, and never a bare stem")
  func completion() throws {
    let searcher = try searcher(
      "inflation infers", "inflation inflates", "information", "Inflation, Ínflation", "other")
    #expect(try searcher.words(beginningWith: "INF", limit: 9).first == "inflation")
    #expect(
      try Set(searcher.words(beginningWith: "inf", limit: 9)) == [
        "inflation", "infers", "inflates", "information",
      ])
    #expect(try searcher.words(beginningWith: "infl", limit: 1) == ["inflation"])
    #expect(try searcher.words(beginningWith: "inf", limit: 0).isEmpty)
    #expect(try searcher.words(beginningWith: "", limit: 5).isEmpty)
    #expect(try searcher.words(beginningWith: "q", limit: 5).isEmpty)
  }
}
