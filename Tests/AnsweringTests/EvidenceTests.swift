import Model
import Retrieval
import TestSupport
import Testing
import TextAnalysis

@testable import Answering

@Suite struct EvidenceTests {
  @Test(
    "Indonesian verbs share the root of all voices",
    arguments: [
      ("menanam", "ditanam"), ("merendam", "terendam"), ("menulis", "tertulis"),
      ("memakai", "dipakai"), ("mengirimkan", "dikirim"), ("mengukur", "diukur"),
    ])
  func root(first: String, second: String) {
    #expect(IndonesianRoot.key(of: first.utf8.span) == IndonesianRoot.key(of: second.utf8.span))
  }

  @Test("the words of a text are those of its parts, wherever it is divided")
  func wordsOfParts() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let bytes: [UInt8] = (0..<24).map { _ in
        [0x20, 0x0A, 0x61, 0xC3].randomElement(using: &generator)!
      }
      let whole = bytes.span.wordCount(bytes.indices)
      let words = bytes.split { $0 <= 0x20 }.count
      #expect(whole == words, "seed \(seed)")
      for place in 1..<bytes.count {
        let isInside = bytes[place - 1] > 0x20
        let rest = bytes.span.wordCount(place..<bytes.count, isInsideWord: isInside)
        #expect(bytes.span.wordCount(0..<place) + rest == whole, "seed \(seed), \(place)")
      }
    }
  }

  @Test(
    "code, navigation and lines of contents are not sentences to be quoted",
    arguments: [
      ("Home | News | Contact", true), ("Introduction ........ 3", true), ("a = {b; c};", true),
      ("The harbour opened... at last.", false), ("Well..... no.", false), ("| a | b |", false),
      ("Either | or", false), ("The price is x_1; see #4.", false),
    ])
  func unreadForms(text: String, isUnread: Bool) {
    let bytes = Array(text.utf8)
    #expect(SentenceForm(bytes.span, bytes.indices, isTable: false).isUnread == isUnread)
  }

  @Test("different roots differ", arguments: [("menanam", "ditandai"), ("membaca", "menjaga")])
  func otherRoot(first: String, second: String) {
    #expect(IndonesianRoot.key(of: first.utf8.span) != IndonesianRoot.key(of: second.utf8.span))
  }

  @Test("a common word is told from a rare one in a library of one passage")
  func background() {
    let common = BackgroundFrequencies.idf(ofStem: "make", in: .english, frequency: 0, of: 1)
    let rare = BackgroundFrequencies.idf(ofStem: "zyzzyva", in: .english, frequency: 0, of: 1)
    #expect(common < rare)
    let large = BackgroundFrequencies.idf(
      ofStem: "make", in: .english, frequency: 10, of: 10_000_000)
    #expect(large > 10)
    let unknown = BackgroundFrequencies.idf(
      ofStem: "faire", in: Language(rawValue: "fr"), frequency: 3, of: 9)
    #expect(unknown > 0)
  }

  @Test(
    "a word of the passage that is related to the question's raises its sentence",
    arguments: [
      ("How many stairs has the tower?", Language.english, "The tower has 90 narrow steps inside."),
      ("Berapa karyawan di Brakk?", .indonesian, "Di Brakk sekarang ada 90 orang pegawai."),
    ])
  func related(question: String, language: Language, sentence: String) {
    let other =
      language == .english
      ? "The tower has 80 narrow windows inside." : "Di Brakk sekarang ada 80 ekor sapi."
    let text = passage(other + "\n\n" + sentence, language: language)
    let answer = ask(question, [text], language: language)
    #expect(answer.citations.first?.snippet == sentence)
  }

  @Test("names and numbers have no related words")
  func unrelatedNames() {
    let terms = AnalyzedQuestion(
      query("Where does King live?"), ExpectedAnswer(type: .place), statistics: EvenStatistics(),
      stems: StemReaders()
    ).terms
    let matcher = terms.matcher(for: StemReader(.english))
    #expect(matcher.translated(WordKey("monarch"), stem: WordKey("monarch")) == nil)
    #expect(matcher.translated(WordKey("resides"), stem: WordKey("resid")) != nil)
  }

  @Test(
    "a verb with its particle is related to the verb that texts write",
    arguments: [
      ("When must we hand in the report?", "Reports are submitted by 4 May."),
      ("When did the ship set out?", "The ship departed on 4 May."),
    ])
  func phrasalVerb(question: String, sentence: String) {
    let text = passage("The report and the ship were seen on 1 May.\n\n" + sentence)
    #expect(ask(question, [text]).citations.first?.snippet == sentence)
  }

  @Test(
    "the capitals of a long form spell the acronym",
    arguments: [
      ("DPR", "kepada Dewan Perwakilan Rakyat dan", "Dewan Perwakilan Rakyat"),
      ("NIH", "the National Institutes of Health pay", "National Institutes of Health"),
      ("PDP", "Undang-Undang Pelindungan Data Pribadi", "Pelindungan Data Pribadi"),
      ("UUD", "dalam Undang-Undang Dasar", "Undang-Undang Dasar"),
      ("DPR", "Dewan Dakwah", nil), ("DPR", "dewan perwakilan rakyat", nil),
      ("DPR", "Dewan. Perwakilan Rakyat", nil), ("DPR", "SuDewan Perwakilan", nil),
      ("DPR", "Dewan", nil), ("DPR", "", nil),
    ])
  func initials(acronym: String, text: String, longForm: String?) throws {
    let initials = try #require(Initials(acronym: acronym))
    let range = initials.longForm(in: text.utf8.span, from: 0)
    #expect(range.map { cut(text, $0) } == longForm)
  }

  @Test("few letters, many letters and words are no acronyms", arguments: ["AI", "UNHCRXY", "Dpr"])
  func noAcronym(word: String) {
    #expect(Initials(acronym: word) == nil)
  }

  @Test("an acronym finds the long form of a text that does not explain it")
  func acronym() {
    let text = passage(
      "Presiden tidak dapat membubarkan Dewan Perwakilan Rakyat.", language: .indonesian)
    let answer = ask("Apakah presiden boleh membubarkan DPR?", [text], language: .indonesian)
    #expect(answer.missing.isEmpty)
    #expect(answer.citations.first?.translations.map(\.passage) == ["Dewan Perwakilan Rakyat"])
  }

  @Test("the nearest passages of a refused question are given only on request")
  func nearest() {
    let answerer = Answerer(statistics: EvenStatistics())
    let question = answerer.analyze(query("Which violin does Zyx Qua play in Brakk?"))
    let ranked = [RankedPassage(passage: passage("The weir of Brakk broke."), score: 1)]
    let silent = answerer.answer(question, from: ranked, top: 3)
    #expect(silent.verdict == .none)
    #expect(silent.citations.isEmpty && silent.nearest.isEmpty)
    let answer = answerer.answer(question, from: ranked, top: 3, nearest: true)
    #expect(answer.citations.isEmpty)
    #expect(answer.nearest.map(\.snippet) == ["The weir of Brakk broke."])
  }

  @Test(
    "little support refuses a question only among many passages",
    arguments: [(499, Verdict.related), (500, .none)])
  func byChance(passages: Int, expected: Verdict) {
    let answerer = Answerer(statistics: EvenStatistics(passageCount: passages))
    let question = answerer.analyze(query("Which mill of Brakk did the water cross in autumn?"))
    let texts = [
      "The water rose.", "Brakk lies inland.", "In autumn it rains.", "They cross the bog.",
      "The mill turned.",
    ]
    let ranked = texts.map { RankedPassage(passage: passage($0, document: $0), score: 1) }
    let answer = answerer.answer(question, from: ranked, top: 3)
    #expect(answer.verdict == expected)
    #expect(answer.citations.isEmpty == (expected == .none))
  }

  @Test("a sentence that answers a question is quoted with it")
  func questionAndAnswer() {
    let faq = passage("When was the Brakk weir built? In 1961. How high is it? 12 metres.")
    let answer = ask("When was the Brakk weir built?", [faq])
    #expect(answer.citations.first?.snippet.contains("1961") == true)
    #expect(answer.text == "In 1961" || answer.text == "1961")
  }

  @Test("quotations are filled with the sentences of their paragraph, and end with it")
  func filled() {
    let text = passage(
      """
      The weir of Brakk broke in 1975. Nobody was hurt. The county paid for a new one.

      The mill stands empty.
      """)
    let snippet = ask("When did the weir of Brakk break?", [text], top: 1).citations.first?.snippet
    #expect(
      snippet
        == "The weir of Brakk broke in 1975. Nobody was hurt. The county paid for a new one.")
  }

  @Test("the same text in another file is named beside its citation")
  func also() {
    let text = "The weir of Brakk broke in 1975."
    let answer = ask(
      "When did the weir of Brakk break?",
      [passage(text, document: "a.md"), passage(text, document: "b.md")])
    #expect(answer.citations.count == 1)
    #expect(answer.citations.first?.also == ["b.md"])
  }

  @Test("the newest document answers what is latest")
  func latest() {
    func minutes(_ name: String, _ date: String, _ text: String) -> StoredPassage {
      passage(text, document: name).changingDocument { $0.date = Statement(value: date) }
    }
    let answer = ask(
      "Who is the current chair of the guild?",
      [
        minutes("a", "2019-01-01", "The chair of the guild is Ola Lie."),
        minutes("b", "2023-01-01", "The chair of the guild is Eva Moe."),
      ])
    #expect(answer.citations.first?.passage.document.id == "b")
  }

  @Test("a number that only resembles the one asked for is not taken for it")
  func version() {
    let text = passage("Kelp 3.2 was released in May 2011.")
    #expect(ask("When was Kelp 3.2 released?", [text]).verdict == .answered)
    #expect(ask("When was Kelp 3.9 released?", [text]).verdict != .answered)
  }

  @Test("the title of an article tells who wrote it")
  func impliedStatement() {
    let pier = passage("The pier was painted red.", document: "pier.md", title: "Pier notes")
    let text = pier.changingDocument {
      $0.author = Statement(
        value: "Una Holt",
        line: Statement.Line(text: "author: Una Holt", byteOffset: 0, number: 2))
    }
    #expect(ask("Who wrote Pier notes?", [text]).text == "Una Holt")
  }

  @Test(
    "the names of folders count like a title, but not that of the file with its ending",
    arguments: [
      ("recipes/bread.txt", true), ("food/recipes/old/bread.txt", true), ("recipes.txt", false),
      ("bread/recipes.txt", false), ("bread.txt", false),
    ])
  func folders(source: String, isHeld: Bool) {
    let question = AnalyzedQuestion(
      query("How long for the bread recipe?"), ExpectedAnswer(type: .duration),
      statistics: EvenStatistics(), stems: StemReaders())
    let evidence = question.evidence(in: passage("Bake for 40 minutes.", document: source))
    let recipe = question.terms.terms.firstIndex { $0.text == "recipe" }!
    #expect((evidence.context[recipe] > 0) == isHeld)
  }
}
