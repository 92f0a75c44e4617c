import Answering
import Model
import Retrieval
import Testing
import TextAnalysis

@Suite struct AnswererTests {
  private static let harbour = passage(
    """
    The harbour of Skagen was opened in 1907 by Mayor Inge Holm. It has room for 400 boats. The \
    Skagen Harbour Union (SHU) runs it. The harbour is a shelter for fishing boats. Storms broke \
    the old pier because its piles were too short.
    """, document: "harbour.md", title: "The harbour of Skagen")

  @Test(
    "the words asked for are cut from the sentence",
    arguments: [
      ("When was the harbour of Skagen opened?", "1907"),
      ("Who opened the harbour of Skagen?", "Inge Holm"),
      ("How many boats does the harbour have room for?", "400"),
      ("What does SHU stand for?", "Skagen Harbour Union"),
      ("Why did storms break the old pier?", "its piles were too short"),
    ])
  func cutsAnswer(question: String, expected: String) {
    let answer = ask(question, [Self.harbour])
    #expect(answer.verdict == .answered)
    #expect(answer.text == expected)
  }

  @Test(
    "Indonesian questions are answered alike",
    arguments: [
      ("Kapan jembatan Ampera diresmikan?", "30 September 1965"),
      ("Berapa panjang jembatan Ampera?", "1.117 meter"),
      ("Di mana letak jembatan Ampera?", "Palembang"),
      ("Siapa yang meresmikan jembatan Ampera?", "Ahmad Yani"),
    ])
  func indonesian(question: String, expected: String) {
    let bridge = passage(
      """
      Jembatan Ampera terletak di Palembang. Jembatan itu diresmikan oleh Ahmad Yani pada 30 \
      September 1965. Panjang jembatan ini 1.117 meter.
      """, title: "Jembatan Ampera", language: .indonesian)
    let answer = ask(question, [bridge], language: .indonesian)
    #expect(answer.text == expected)
    #expect(answer.verdict == .answered)
  }

  @Test(
    "of two dates the one that the question's verb means is given",
    arguments: [
      ("When was Niels Gade born?", "22 February 1817"),
      ("When did Niels Gade die?", "21 December 1890"),
    ])
  func spanOfDates(question: String, expected: String) {
    let life = passage("Niels Gade (22 February 1817 – 21 December 1890) was a composer.")
    #expect(ask(question, [life]).text == expected)
  }

  @Test(
    "the place, part or office asked for is given, not that of another clause or sentence",
    arguments: [
      (
        "Where did Ida Vold die?",
        "The weaver Ida Vold was born in 1890 in Sande and died in Bergen.",
        "Bergen"
      ),
      (
        "Where was Ida Vold born?",
        "The weaver Ida Vold was born in 1890 in Sande and died in Bergen.",
        "Sande"
      ),
      (
        "How many barges of the company were sold?",
        "Of the 60 barges of the company, 12 burned, 31 were sold and the rest rotted.",
        "31"
      ),
      (
        "Who is the managing director of Vestbo Ull?",
        "Vestbo Ull was founded by Karl Dahl in Moss. Its managing director is Siv Lund.",
        "Siv Lund"
      ),
      (
        "In how many wells did Rao measure the salt?",
        "Rao measured the salt in 27 wells and found no trend.",
        "27"
      ),
      (
        "How much does the ferry weigh?",
        "The ferry holds 800 litres of oil and weighs 90 tonnes.",
        "90 tonnes"
      ),
    ])
  func otherClause(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test("an amount of another dimension never answers how much something weighs")
  func otherDimension() {
    let text = "The ferry holds 800 litres of oil and belongs to the town."
    #expect(ask("How much does the ferry weigh?", [passage(text)]).text == nil)
  }

  @Test("an ordinal does not answer a question for an amount")
  func ordinal() {
    let text = "Rahmat Sani at first took the old stranger for a sailor."
    #expect(ask("How old is Rahmat Sani?", [passage(text)]).verdict == .related)
    let known = "Rahmat Sani at first was a sailor, and is 52 years old."
    #expect(ask("How old is Rahmat Sani?", [passage(known)]).verdict == .answered)
  }

  @Test("a span of dates is given whole where no end of it is asked for")
  func wholeSpan() {
    let works = passage("The canal at Odense was dug between 1797 and 1806 by soldiers.")
    #expect(ask("When was the canal at Odense dug?", [works]).text == "1797 and 1806")
  }

  @Test("what is asked for by a noun is told by the words beside it")
  func choice() {
    let paint = passage("The doors of Nyhavn are painted with linseed oil and ochre pigments.")
    #expect(ask("What pigments are the doors of Nyhavn painted with?", [paint]).text == "ochre")
  }

  @Test(
    "where no kind is asked for the phrase beside the question's words is given",
    arguments: [
      ("What did Inge Holm plant?", "Inge Holm planted red tulips.", "red tulips"),
      (
        "What is sold at the mill?", "At the mill fresh rye bread is sold daily.", "fresh rye bread"
      ),
      (
        "What did the guild call the ship?", "The guild called the ship \"Morning Star\" in jest.",
        "Morning Star"
      ),
    ])
  func phrase(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test("an Indonesian question for a thing gets its phrase")
  func indonesianPhrase() {
    let mill = passage("Pabrik itu menghasilkan gula merah.", language: .indonesian)
    let answer = ask("Apa yang dihasilkan pabrik itu?", [mill], language: .indonesian)
    #expect(answer.text == "gula merah")
  }

  @Test("a question to be answered with yes or no gets no phrase")
  func yesNo() {
    #expect(ask("Does the harbour shelter fishing boats?", [Self.harbour]).text == nil)
  }

  @Test("who someone is is answered by what stands beside the name")
  func description() {
    let byline = passage(
      "Maria Lund\nSenior Editor of the Fjord Weekly", document: "b", role: .metadata)
    let answer = ask("Who is Maria Lund?", [byline])
    #expect(answer.text == "Senior Editor of the Fjord Weekly")
    #expect(answer.citations.first?.lines == 1...2)
  }

  @Test("evidence in the asker's language goes first where it is as good")
  func language() {
    let english = passage("Tempe is a cake of soybeans from Java.", document: "en")
    let indonesian = passage(
      "Tempe adalah makanan kedelai dari Java.", document: "id", language: .indonesian)
    let answer = ask("What is tempe?", [indonesian, english])
    #expect(answer.citations.first?.passage.document.id == "en")
    #expect(answer.text == "a cake of soybeans from Java")
  }

  @Test("a snippet is the passage's bytes at the cited place, on the cited lines")
  func verbatim() throws {
    let text = "A first line.\nThe mill at Vejle burned down in 1893.\nA last line, café."
    let answer = ask(
      "When did the mill at Vejle burn?", [passage(text, byteOffset: 100, firstLine: 7)])
    let citation = try #require(answer.citations.first)
    let start = citation.bytes.lowerBound - 100
    #expect(cut(text, start..<(citation.bytes.upperBound - 100)) == citation.snippet)
    #expect(citation.snippet.contains("1893"))
    #expect(citation.lines.contains(8))
    for range in citation.highlights {
      #expect(["mill", "Vejle", "burned"].contains(cut(citation.snippet, range)))
    }
    #expect(!citation.highlights.isEmpty)
  }

  @Test(
    "a name, a year or a type that nothing holds is not answered",
    arguments: [
      ("When was the harbour of Esbjerg opened?", "Esbjerg"),
      ("Who opened the harbour of Skagen in 1950?", "1950"),
    ])
  func missingEntity(question: String, missing: String) {
    let answer = ask(question, [Self.harbour])
    #expect(answer.verdict == .related)
    #expect(answer.missing == [missing])
  }

  @Test(
    "a question is answered only with what restricts it",
    arguments: [
      ("How many bridges has Skagen?", "Skagen has 12 bridges.", Verdict.answered),
      ("How many fountains has Skagen?", "Skagen has 12 bridges.", .related),
      (
        "Who is the tallest keeper of Skagen harbour?", "The keeper of Skagen harbour is Ida Holm.",
        .related
      ),
      (
        "Who is the keeper of Skagen harbour?", "The keeper of Skagen harbour is Ida Holm.",
        .answered
      ),
      // Texts omit a first name.
      (
        "When did Hans Peter Jens Holm leave Skagen?", "Peter Jens Holm did leave Skagen in 1907.",
        .answered
      ),
      ("When did Hans Holm leave Skagen?", "Holm did leave Skagen in 1907.", .answered),
      ("When did Hans Holm leave?", "Holm did leave in 1907.", .related),
    ])
  func restriction(question: String, text: String, verdict: Verdict) {
    #expect(ask(question, [passage(text)]).verdict == verdict)
  }

  @Test(
    "words are certain only where the sentence answers and a rule is sure of them",
    arguments: [
      ("When was the harbour of Skagen opened?", true),
      // No source contains half of the question.
      ("When was the aquarium of Skagen rebuilt?", false),
      ("Who runs the harbour?", true),
      ("How long is the pier of Skagen?", true),
    ])
  func certain(question: String, isCertain: Bool) {
    let harbour = passage(
      "The harbour of Skagen was opened in 1907. SHU runs the harbour. "
        + "The pier of Skagen cost 3 million kroner. It is 310 metres long and 12 metres wide.")
    let answer = ask(question, [harbour])
    #expect(answer.text != nil)
    #expect((answer.headline != nil) == isCertain)
  }

  @Test("a word that another of the passages holds is not missing")
  func supportedElsewhere() {
    let mill = passage("The mill of Vejle burned down.", document: "mill.md")
    let question = "When was the harbour of Skagen and the mill of Esbjerg opened?"
    #expect(ask(question, [Self.harbour, mill]).missing == ["Esbjerg"])
    #expect(ask(question, [Self.harbour]).missing == ["mill", "Esbjerg"])
  }

  @Test(
    "a question that nothing supports gets no citation",
    arguments: ["Who painted the ceiling of Florence?", "the of and", ""])
  func none(question: String) {
    let answer = ask(question, [Self.harbour])
    #expect(answer.verdict == .none)
    #expect(answer.citations.isEmpty)
    #expect(answer.answerRange == nil)
  }

  @Test("support falls with what is missing")
  func support() {
    let full = ask("When was the harbour of Skagen opened?", [Self.harbour]).support
    let partial = ask("When was the airport of Skagen opened?", [Self.harbour]).support
    let nothing = ask("When was the airport of Oslo closed?", [Self.harbour]).support
    #expect(full > partial)
    #expect(partial > nothing)
    #expect((0...1).contains(full))
  }

  @Test("words that stand in the question's order support more than scattered ones")
  func order() {
    let near = passage("The harbour of Skagen was opened after a long and costly war.")
    let far = passage("The harbour was rebuilt after a long and costly war that Skagen opened.")
    let question = "Why was the harbour of Skagen opened?"
    #expect(ask(question, [near]).support > ask(question, [far]).support)
  }

  @Test("a number that the quoted words lack lowers support though the passage holds it")
  func lackingNumber() {
    let text = """
      The mill at Vejle burned down in one night of storm and fire, and nobody in town could say \
      afterwards who had been the last to leave it or what had set the flames. The parish took up \
      a collection for the miller and his family, who moved to the coast and never came back to \
      the valley. A new mill was opened in 1893.
      """
    let with = ask("Why did the mill at Vejle burn down in 1893?", [passage(text)]).support
    let without = ask("Why did the mill at Vejle burn down?", [passage(text)]).support
    #expect(with < without)
  }

  @Test("boilerplate is never cited, and statements of an article only when asked for")
  func roles() {
    let invitation = passage("Subscribe to the Skagen harbour news.", role: .boilerplate)
    let byline = passage("Written by Skagen Harbour Staff", document: "b", role: .metadata)
    let answer = ask("What is new in Skagen harbour?", [invitation, byline, Self.harbour])
    #expect(answer.citations.allSatisfy { $0.passage.role == .body })
    #expect(!answer.citations.isEmpty)
  }

  @Test("who wrote an article is answered by the line that says so")
  func statement() throws {
    let harbour = Self.harbour.changingDocument {
      $0.author = Statement(
        value: "Lene Friis",
        line: .init(text: "author: 'Lene Friis'", byteOffset: 31, number: 3))
    }
    let answer = ask("Who wrote the article on the harbour of Skagen?", [harbour])
    let citation = try #require(answer.citations.first)
    #expect(answer.verdict == .answered)
    #expect(answer.text == "Lene Friis")
    #expect(citation.snippet == "author: 'Lene Friis'")
    #expect(citation.bytes == 31..<51)
    #expect(citation.lines == 3...3)
  }

  @Test("near-duplicates are cited once, and other documents come in")
  func diversity() {
    let copy = passage(Self.harbour.text, document: "copy.md", title: "The harbour of Skagen")
    let other = passage(
      "Travellers reached Skagen harbour by steamer once it was opened.", document: "steamer.md")
    let answer = ask("When was the harbour of Skagen opened?", [Self.harbour, copy, other])
    let snippets = Set(answer.citations.map(\.snippet))
    #expect(snippets.count == answer.citations.count)
    #expect(answer.citations.contains { $0.passage.document.id == "steamer.md" })
    #expect(answer.citations.map(\.rank) == Array(1...answer.citations.count))
  }

  @Test("a sentence that begins with a pronoun brings the one before it")
  func anaphor() throws {
    let text = passage("Karen Blixen kept a farm. She sold it to a builder in 1931.")
    let answer = ask("When did Karen Blixen sell her farm?", [text])
    let citation = try #require(answer.citations.first)
    #expect(citation.snippet == text.text)
    #expect(answer.text == "1931")
  }

  @Test("a snippet of several sentences stays within sixty words")
  func length() {
    let sentence = "The ferry to Samsø carries cars and people every day of the year. "
    let many = passage(String(repeating: sentence, count: 30))
    let answer = ask("Does the ferry to Samsø carry cars?", [many])
    #expect(
      answer.citations.allSatisfy {
        $0.snippet.split(whereSeparator: \.isWhitespace).count <= 60
      })
    #expect(!answer.citations.isEmpty)
  }

  @Test(
    "passages suffice for an answer once there are twelve that may be quoted",
    arguments: [
      ("When did Skagen open its harbour?", Role.body, 12, true),
      ("When did Skagen open its harbour?", .body, 11, false),
      ("When did Skagen open its harbour?", .boilerplate, 30, false),
      ("When did Skagen open its harbour?", .metadata, 30, false),
      ("Who is Karen Blixen?", .metadata, 12, true),
      ("Who wrote the article about Skagen?", .body, 30, false),
    ])
  func sufficientPassages(question: String, role: Role, count: Int, isEnough: Bool) {
    let answerer = Answerer(statistics: EvenStatistics())
    let passages = (0..<count).map { number in
      RankedPassage(
        passage: passage("Skagen.", document: "\(number)", role: role), score: 1)
    }
    let analyzed = answerer.analyze(query(question))
    #expect(answerer.isEnough(passages, for: analyzed, top: 3) == isEnough)
  }

  @Test("a question of very many words is judged and not refused outright")
  func longQuestion() {
    let words = (0..<5000).map { "word\($0)" }.joined(separator: " ")
    let answer = ask("harbour Skagen opened \(words)", [Self.harbour])
    #expect(answer.verdict != .answered)
    #expect(answer.missing.count <= 64)
  }
}
