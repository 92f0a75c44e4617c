import Answering
import JSON
import Library
import Model
import Testing
import TextAnalysis

@testable import Commands

struct AnswerTextTests {
  private func text(_ answered: AnsweredQuestion, isColored: Bool = false) -> String {
    AnswerText(typesetter: Typesetter(width: 50, isColored: isColored)).text(answered)
  }

  @Test("the words asked for come first, then the quotation and its source")
  func laysOut() {
    #expect(
      text(Samples.answer()) == """
        12 million

          The government hopes to produce **12 million**
          digital talents.
          [1] Talents — Ani, 2025-12-31 · docs/a.txt:7

        """)
  }

  @Test("with colour, matched words are bold and the answer is more than that")
  func colours() {
    let text = text(Samples.answer(), isColored: true)
    #expect(text.contains("\u{1B}[1;32m12 million\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1mdigital\u{1B}[0m \u{1B}[1mtalents\u{1B}[0m."))
    #expect(!text.contains("**"))
  }

  @Test(
    "what is not supported is said first, in the question's language",
    arguments: [
      (
        Verdict.none, ["Telkom", "2027"], Language.english,
        "Nothing in the documents supports:"
      ),
      (.none, ["Telkom"], .indonesian, "Tidak ada dokumen yang mendukung: *Telkom*."),
      (.none, [], .english, "Every word of the question is too common"),
      (.related, ["Telkom"], .english, "No passage found supports: *Telkom*."),
      (.related, [], .english, "No sentence answers this. Nearest passages:"),
      (.related, [], .indonesian, "Tidak ada kalimat yang menjawabnya. Bagian"),
    ])
  func saysWhatIsMissing(
    verdict: Verdict, missing: [String], language: Language, beginning: String
  ) {
    let text = text(Samples.answer(verdict, missing: missing, language: language))
    #expect(text.hasPrefix(beginning))
    #expect(missing.allSatisfy { text.contains("*\($0)*") })
  }

  @Test("a sentence without words that are sure is called the best supported one")
  func saysBestSentence() {
    var answered = Samples.answer()
    answered.answer.isCertain = false
    #expect(text(answered).hasPrefix("Best supported sentence:\n"))
    #expect(!text(Samples.answer()).contains("Best supported sentence"))
  }

  @Test("the nearest passages are shown, but cite nothing")
  func showsNearest() throws {
    var answered = Samples.answer(.none, missing: ["Telkom"])
    answered.answer.nearest = Samples.answer().answer.citations
    answered.answer.citations = []
    #expect(text(answered).contains("Nearest passages:\n"))
    #expect(text(answered).contains("[1] "))
    let json = try Samples.json(answered)
    #expect(json["nearest"]?.array?.count == 1)
    #expect(json["citations"]?.array?.isEmpty == true)
    #expect(json["verdict"]?.string == "none")
  }

  @Test("what is not supported is said in place of the words asked for")
  func markdownVerdict() {
    var answered = Samples.answer(.related, missing: ["Tel*kom"])
    answered.answer.answerRange = 32..<42
    let text = AnswerMarkdown.text(answered)
    #expect(text.contains("No passage found supports: *Tel\\*kom*.\n"))
    #expect(text.contains("No sentence answers this"))
    #expect(!text.contains("**12 million**"))
  }

  @Test(
    "a source says what it knows of itself, and no more",
    arguments: [
      ("Talents", "Ani", "2025-12-31", nil, "[1] Talents — Ani, 2025-12-31 · docs/a.txt:7"),
      (nil, nil, nil, nil, "[1] docs/a.txt:7"),
      ("Talents", nil, nil, nil, "[1] Talents · docs/a.txt:7"),
      (nil, "Ani", nil, nil, "[1] Ani · docs/a.txt:7"),
      ("T", nil, "Tuesday", "“X” by Y", "[1] T — Tuesday · docs/a.txt:7 · retold from “X” by Y"),
    ] as [(String?, String?, String?, String?, String)])
  func namesSources(title: String?, author: String?, date: String?, basedOn: String?, line: String)
  {
    let wide = AnswerText(typesetter: Typesetter(width: 200, isColored: false))
    let text = wide.text(
      Samples.answer(title: title, author: author, date: date, basedOn: basedOn))
    #expect(text.contains(line + "\n"))
  }

  @Test("the original of a retold document is named once in an answer")
  func namesOriginalOnce() {
    var answered = Samples.answer(basedOn: "“X” by Y")
    answered.answer.citations += answered.answer.citations
    answered.sourceStates += answered.sourceStates
    #expect(text(answered).split(separator: "retold from").count == 2)
    #expect(AnswerMarkdown.text(answered).split(separator: "retold from").count == 2)
  }

  @Test("a source that is not as it was says so", arguments: SourceState.allCases)
  func marksChanges(state: SourceState) {
    var answered = Samples.answer()
    answered.sourceStates = [state]
    #expect(text(answered).contains("since it was") == (state != .unchanged))
  }
}

struct AnswerFormatTests {
  @Test("JSON holds what the interface promises")
  func writesJSON() throws {
    let answered = Samples.answer(missing: ["x"])
    let json = try Samples.json(answered)
    #expect(json["version"]?.integer == 2)
    #expect(json["id"] == nil)
    #expect(json["question"]?.string == "How many talents?")
    #expect(json["language"]?.string == "en")
    #expect(json["verdict"]?.string == "answered")
    #expect(json["support"]?.double == 0.5)
    #expect(json["answer"]?.string == "12 million")
    #expect(json["type"]?.string == "number")
    #expect(json["missing"]?[0]?.string == "x")
    #expect(json["elapsed_us"]?.integer == 412)
    let citation = try #require(json["citations"]?[0])
    #expect(citation["rank"]?.integer == 1)
    #expect(citation["document"]?.string == "docs/a.txt")
    #expect(citation["source"]?.string == "docs/a.txt")
    #expect(citation["source_state"]?.string == "unchanged")
    #expect(citation["field"]?.string == "text")
    #expect(citation["title"]?.string == "Talents")
    #expect(citation["author"]?.string == "Ani")
    #expect(citation["date"]?.string == "2025-12-31T00:00:00Z")
    #expect(citation["lines"]?[1]?.integer == 7)
    #expect(citation["bytes"]?[0]?.integer == 100)
    #expect(citation["snippet"]?.string == Samples.sentence)
    #expect(citation["highlights"]?[0]?[1]?.integer == 50)
    #expect(citation["score"]?.double == 11.93)
  }

  @Test("what is not known is null, and an id is echoed")
  func writesNull() throws {
    var answered = Samples.answer(.related, title: nil, author: nil, date: nil)
    answered.id = "q-7"
    let json = try Samples.json(answered)
    #expect(json["id"]?.string == "q-7")
    #expect(json["answer"]?.isNull == true)
    #expect(json["citations"]?[0]?["title"]?.isNull == true)
  }

  @Test(
    "a table has a row per citation, and one where there is none",
    arguments: [
      (Verdict.answered, "\tanswered\t12 million\t1\tdocs/a.txt\t7-7\tTalents\tAni\t"),
      (.none, "\tnone\t\t\t\t\t\t\t\t\t\t\tHow many talents?\n"),
    ])
  func writesTable(verdict: Verdict, beginning: String) {
    let rows = AnswerTable.rows(Samples.answer(verdict))
    #expect(rows.hasPrefix(beginning))
    #expect(rows.split(separator: "\n").count == 1)
    let columns = rows.split(separator: "\t", omittingEmptySubsequences: false).count
    #expect(columns == AnswerTable.header.split(separator: "\t").count)
  }

  @Test("values cannot break a table")
  func keepsRows() {
    let row = TabSeparatedText.row(["a\tb\\t", "c\r\nd\u{1B}", "é\u{202E}\u{E0041}中", ""])
    #expect(row == #"a\tb\\t"# + "\t" + #"c\r\nd\u001b"# + "\té" + #"\u202e\udb40\udc41"# + "中\t\n")
  }

  @Test("a table gives only words that are sure", arguments: [(true, "12 million"), (false, "")])
  func tabulatesSureWords(isCertain: Bool, expected: String) {
    var answered = Samples.answer()
    answered.answer.isCertain = isCertain
    let columns = AnswerTable.rows(answered).split(
      separator: "\t", omittingEmptySubsequences: false)
    #expect(columns[2] == expected)
  }

  @Test("Markdown quotes, and makes markup of the text literal")
  func writesMarkdown() {
    var answered = Samples.answer(title: "A *bold* [title]")
    answered.answer.question = "How\nmany # <talents>?"
    let text = AnswerMarkdown.text(answered)
    #expect(text.hasPrefix("## How many \\# \\<talents\\>?\n\n**12 million**\n\n> The government"))
    #expect(text.contains("> \\[1\\]") == false)
    #expect(text.contains("A \\*bold\\* \\[title\\]"))
  }

  @Test(
    "text reads in Markdown as it stands in the source",
    arguments: [
      ("plain, with (signs): é!", "plain, with (signs): é!"), ("- item", "\\- item"),
      ("a - b + c = d", "a - b + c = d"), ("+ 1", "\\+ 1"), ("=====", "\\====="),
      ("2025. It began", "2025\\. It began"), ("12) twelve", "12\\) twelve"),
      ("In 2025. It ended", "In 2025. It ended"), ("US$5 and US$6", "US\\$5 and US\\$6"),
      ("~~no~~ <b> &amp;", "\\~\\~no\\~\\~ \\<b\\> \\&amp;"),
      ("    code\n\n# not a heading  ", "code  \\# not a heading"),
      ("[x](y) ![z] `c` a_b {d} \\ |", #"\[x\](y) !\[z\] \`c\` a\_b \{d\} \\ \|"#), ("", ""),
    ])
  func escapesMarkdown(text: String, markdown: String) {
    #expect(MarkdownText.escaped(text) == markdown)
    // As in CommonMark, a backslash before a character is not shown.
    var shown = ""
    var isEscaped = false
    for sign in markdown {
      if sign == "\\", !isEscaped {
        isEscaped = true
      } else {
        shown.append(sign)
        isEscaped = false
      }
    }
    #expect(shown == VisibleText.line(text).trimmed)
  }

  @Test("a ranking in every form")
  func writesRankings() {
    let ranking = Ranking(
      id: "q 1", hits: [(id: "docs/a b.txt", score: 2.5), (id: "x", score: 1)], microseconds: 9)
    var writer = JSONWriter()
    ranking.write(to: &writer)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"id":"q 1","hits":[["docs/a b.txt",2.5],["x",1.0]],"us":9}"# + "\n")
    #expect(ranking.trecRun == "q_1 Q0 docs/a_b.txt 1 2.5 tanya\nq_1 Q0 x 2 1.0 tanya\n")
    #expect(
      Ranking(id: "", hits: [(id: "x", score: 1)], microseconds: 0).trecRun
        == "_ Q0 x 1 1.0 tanya\n")
    #expect(ranking.tableRows == "q 1\t1\tdocs/a b.txt\t2.5\nq 1\t2\tx\t1.0\n")
  }
}
