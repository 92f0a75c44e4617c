import Answering
import Model
import Retrieval
import Testing
import TextAnalysis

@Suite("Records and what introduces them") struct RecordTests {
  private static let towns = passage(
    """
    Population of the towns.

    | Town | 1990 | 2005 | Mayor |
    |---|---:|---:|---|
    | Ulvik | 2,100 | 2,480 | Siri Bakke |
    | Sande | 640 | 590 | Per Aas |
    """, document: "towns.md", title: "Towns")

  @Test(
    "a row is answered from the column that the question names, with the heads as context",
    arguments: [
      ("What was the population of Ulvik in 2005?", "2,480"),
      ("What was the population of Ulvik in 1990?", "2,100"),
      ("What was the population of Sande in 2005?", "590"),
      ("Who is the mayor of Sande?", "Per Aas"),
    ])
  func column(question: String, expected: String) throws {
    let answer = ask(question, [Self.towns])
    #expect(answer.text == expected)
    let citation = try #require(answer.citations.first)
    #expect(citation.context.map(\.text) == ["| Town | 1990 | 2005 | Mayor |"])
    let source = Array(Self.towns.text.utf8)
    for excerpt in citation.context {
      #expect(String(decoding: source[excerpt.bytes], as: UTF8.self) == excerpt.text)
    }
  }

  @Test(
    "an item has its lead-in as context, and an answer its question",
    arguments: [
      (
        "Which tool does the kiln need for glazing?",
        "The kiln needs these tools for glazing:\n\n- a pair of long steel tongs\n- a soft brush\n",
        "The kiln needs these tools for glazing:"
      ),
      (
        "When may visitors fire the kiln?",
        "When may visitors fire the kiln?\n\nOnly on Sundays, with a guide who knows the kiln. "
          + String(repeating: "The guide has been with the workshop for long. ", count: 6),
        nil
      ),
    ] as [(String, String, String?)])
  func leadIn(question: String, text: String, expected: String?) throws {
    let answer = ask(question, [passage(text)])
    let citation = try #require(answer.citations.first)
    let shown = citation.context.map(\.text).joined() + citation.snippet
    if let expected { #expect(shown.contains(expected)) }
    // What is quoted is never repeated above the quotation.
    #expect(citation.context.allSatisfy { !citation.bytes.overlaps($0.bytes) })
  }

  @Test("a comment that readers do not see is not quoted between sentences")
  func skipsComments() throws {
    let text =
      "The pilot of the tug is Nils Bo. <!-- The owner of the tug is Max Void. --> The cook of the "
      + "tug is Berit Lie."
    let answer = ask("Who is the cook of the tug?", [passage(text)])
    let citation = try #require(answer.citations.first)
    #expect(answer.text == "Berit Lie")
    #expect(!citation.snippet.contains("Max Void"))
  }

  /// Texts of records, each with questions and the fields that answer them.
  private static let records: [(text: String, questions: [(String, String)])] = [
    (
      "Town | Mayor | People\n---|---|---\nVik | Eva Holm | 1350\nLunde | Ib Krag | 850",
      [
        ("How many people live in Vik?", "1350"), ("Who is the mayor of Lunde?", "Ib Krag"),
        ("Which town has the mayor Ib Krag?", "Lunde"),
      ]
    ),
    (
      "town: Vik · mayor: Eva Holm · people: 1350\n\ntown: Lunde · mayor: Ib Krag · people: 850",
      [("How many people live in Vik?", "1350"), ("Who is the mayor of Lunde?", "Ib Krag")]
    ),
    (
      "name: Iris Poole · role: treasurer · town: Ludd\n\nname: Gus Hahn · role: chair · town: Ware",
      [("Who is the treasurer?", "Iris Poole"), ("In which town does Gus Hahn live?", "Ware")]
    ),
    (
      "Boat: Sea Holly\nSkipper: Joan Keld\nHome port: Amble\nLength: 12.4 m\nLast survey: 12 May 2023",
      [
        ("Who is the skipper of the Sea Holly?", "Joan Keld"),
        ("How long is the Sea Holly?", "12.4 m"),
        ("When was the last survey of the Sea Holly?", "12 May 2023"),
      ]
    ),
    (
      "Make        Volvo\nMileage     118,400 km\nNext check  March 2025",
      [
        ("What is the mileage of the Volvo?", "118,400 km"),
        ("When is the next check?", "March 2025"),
      ]
    ),
    (
      "Leat - an artificial channel that brings water to a mill\nWeir - a low dam across a river",
      [("What is a leat?", "an artificial channel that brings water to a mill")]
    ),
    (
      "Chair (acting)     Ann Poe (since 2019)\nClerk              Bo Dahl\nCook               Cai Due",
      [("Who is the clerk?", "Bo Dahl"), ("Who is the chair?", "Ann Poe")]
    ),
    (
      "Mary Rudd – laundry\nJosef Lind – night watch\nAbena Cole – kitchen",
      [("Who does the laundry?", "Mary Rudd"), ("Who is on night watch?", "Josef Lind")]
    ),
    (
      "Ned Arkle, coxswain\nFay Sutton, mechanic\nOlu Bright, medic",
      [("Who is the mechanic?", "Fay Sutton"), ("Who is the medic?", "Olu Bright")]
    ),
    (
      "2024-02-11 09:02:10 WARN disk vol3 is full\n2024-02-11 11:40:55 ERROR printer hall2 out of paper",
      [("When was printer hall2 out of paper?", "2024-02-11 11:40:55")]
    ),
  ]

  @Test(
    "a field of a record is the answer, and its line is the quotation",
    arguments: records.flatMap { record in record.questions.map { (record.text, $0.0, $0.1) } })
  func field(text: String, question: String, expected: String) throws {
    let answer = ask(question, [passage(text)])
    #expect(answer.text == expected)
    #expect(answer.isCertain)
    let snippet = try #require(answer.citations.first).snippet
    #expect(!snippet.contains("\n"))
    #expect(text.contains(snippet))
  }

  @Test(
    "no field is certain if the record lacks a name of the question or another one says otherwise",
    arguments: [
      ("Who is the mayor of Stad?", "Town | Mayor\n---|---\nVik | Eva Holm\nLunde | Ib Krag"),
      ("Who is the mayor of Vik?", "Town | Mayor\n---|---\nVik | Eva Holm\nVik | Ib Krag"),
      ("How many people live in Vik?", "town: Vik · mayor: Eva Holm · hens: 1350"),
      ("Who is the skipper of the Sea Holly?", "Boat: Marigold\nSkipper: Joan Keld"),
    ])
  func uncertainField(question: String, text: String) {
    #expect(!ask(question, [passage(text)]).isCertain)
  }

  @Test(
    "the reply to a question is certain if it is the one that is asked",
    arguments: [
      ("How many beds does the hut have?", "There are 36.", "36"),
      ("How many beds does the hut have?", "There are 36, in four rooms.", nil),
      ("Who owns the Storvik dam?", "Stad AS.", "Stad AS"),
      ("Who owns the Lunde dam?", "Stad AS.", nil),
    ] as [(String, String, String?)])
  func reply(question: String, text: String, expected: String?) {
    let reply = passage(text, headings: [question.replacing("Lunde", with: "Storvik")])
    #expect(ask(question, [reply]).headline == expected)
  }

  @Test("a reply is quoted without the next question")
  func nextQuestion() throws {
    let text =
      "How long does a passport take?\n\nFour days.\n\nWhere is the photo taken?\n\nAt counter 3."
    let answer = ask("How long does a passport take?", [passage(text)])
    let snippet = try #require(answer.citations.first).snippet
    #expect(snippet.hasSuffix("Four days."))
  }

  @Test("a statement comes before contents and before comments in code")
  func statement() {
    let code = passage(
      "# the backup keeps 99 copies\nbackup --copies 99\n```\n\nThe backup keeps 14 copies.")
    #expect(ask("How many copies does the backup keep?", [code]).text == "14")
    let contents = passage(
      "Cleaning the pump\n- The pressure of the pump\n- Pressure 99 bar\n\nIts pressure is 6 bar.",
      headings: ["Contents"])
    #expect(ask("What is the pressure of the pump?", [contents]).text == "6 bar")
  }

  @Test("the time that opens a log's entry is no part of a phrase in it")
  func phraseInEntry() {
    let log =
      "2024-02-11 09:02:10 WARN disk vol3 is 91% full\n2024-02-11 11:40:55 WARN printer hall2 jammed"
    let answer = ask("How full is disk vol3?", [passage(log)])
    #expect(answer.citations.first?.snippet.hasPrefix("2024-02-11 09:02:10") == true)
    #expect(!(answer.text ?? "").contains("10 WARN"))
  }

  @Test("a time of day beside a weekday is no day")
  func day() {
    let text =
      "Tujuan | Hari | Jam | Tarif\n--- | --- | --- | ---\nSeram | Senin | 07.30 | Rp90.000"
    let boats = passage(text, language: .indonesian)
    #expect(ask("Hari apa kapal ke Seram?", [boats], language: .indonesian).text == "Senin")
    #expect(ask("Jam berapa kapal ke Seram?", [boats], language: .indonesian).text == "07.30")
  }

  @Test("a price is found in its column though a currency stands for a word of the question")
  func price() {
    let text = "Barang | Harga | Stok\n---|---|---\nGula | Rp17.000 | 25\nMinyak | Rp15.800 | 60"
    let prices = passage(text, language: .indonesian)
    #expect(ask("Berapa harga gula?", [prices], language: .indonesian).text == "Rp17.000")
    #expect(ask("Berapa stok minyak?", [prices], language: .indonesian).text == "60")
  }
}
