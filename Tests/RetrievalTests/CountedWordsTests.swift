import Indexing
import Model
import Testing

@testable import Retrieval

@Suite struct CountedWordsTests {
  /// Documents whose words have the stems of the questions, begin like them, or neither.
  private static let documents = [
    document(
      "workshop", ["Dewi opened the workshop in Bandung.", "Workshops were opening elsewhere."],
      title: "Opening of workshops", headings: ["The happy opener"]),
    document("dying", ["They were dying happily; the die was cast in the work shop."]),
    document("works", ["Works worked while workers shopped, 1,200 of them, happier than before."]),
    document(
      "lokakarya", ["Dewi membuka lokakarya di Bandung.", "Pembukaan lokakarya itu terbuka."],
      title: "Lokakarya", language: .indonesian),
    document("nothing", ["Een oude haven met veel schepen."], language: Language(rawValue: "nl")),
  ]

  private func searcher(counting words: CountedWords?) throws -> Searcher {
    Searcher(try IndexReader(segments: segments(of: Self.documents, counting: words)))
  }

  @Test(
    "an index that counts the words of a question finds what one of all words finds, and as good",
    arguments: [
      "Who opened the workshop in Bandung?", "happy dying workers", "Siapa yang membuka lokakarya?",
      #"a "happy opener" -dying"#, "1200 oude haven", "zebra",
    ])
  func findsTheSame(_ question: String) throws {
    let whole = try searcher(counting: nil)
    let query = whole.query(question)
    var words = CountedWords()
    for term in query.terms { words.insert(WordForms(surface: term.surface, stem: term.stem)) }
    for surface in query.phrases.joined() { words.insert(surface: surface) }
    for stem in query.excluded { words.insert(stem: stem) }
    let small = try searcher(counting: words)
    let expected = try whole.search(query, top: 10)
    #expect(expected.isEmpty == (question == "zebra"))
    #expect(try small.search(query, top: 10) == expected)
    for ranked in expected {
      #expect(
        try small.explain(query, ranked.passage) == whole.explain(query, ranked.passage))
    }
  }

  @Test("words that are not counted are found nowhere, and their passages are listed")
  func countsNothing() throws {
    let small = try searcher(counting: CountedWords())
    #expect(try small.search(small.query("workshop"), top: 10).isEmpty)
    #expect(try small.passages(ofDocument: "workshop").count == 2)
    let sizes = [nil, CountedWords()].map { words in
      segments(of: Self.documents, counting: words).reduce(0) { $0 + $1.bytes.count }
    }
    #expect(sizes[1] < sizes[0])
  }
}
