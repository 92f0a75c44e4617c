import Answering
import Library
import LineEditing
import Model
import Retrieval
import Testing
import TextAnalysis

@testable import Commands

struct SessionLineTests {
  @Test(
    "a line is a question or a command",
    arguments: [
      ("", SessionLine.nothing), ("  \t", .nothing), (" Who? ", .question("Who?")),
      (":open 2", .command(name: ":open", argument: "2")),
      (":index  ~/My Files ", .command(name: ":index", argument: "~/My Files")),
      ("2", .command(name: ":open", argument: "2")), ("2025", .question("2025")),
      ("exit", .command(name: ":quit", argument: "")), ("?", .command(name: ":help", argument: "")),
      ("a\n b \n\n", .pasted(["a", "b"])), ("a\n", .question("a")),
      ("/help", .command(name: ":help", argument: "")),
      ("/usr/bin/env?", .question("/usr/bin/env?")),
      (":!ls -l | wc", .command(name: ":!", argument: "ls -l | wc")),
      (":pipe grep a | wc", .command(name: ":pipe", argument: "grep a | wc")),
      (":sources a | sort -u", .command(name: ":sources", argument: "a", program: "sort -u")),
      (":sources a|b", .command(name: ":sources", argument: "a|b")),
      ("who | cat > x", .question("who | cat > x")), ("!ls", .question("!ls")),
      (":!ls\n", .question(":!ls")), ("quit\n", .question("quit")),
      ("exit strategy", .question("exit strategy")), (":", .command(name: ":", argument: "")),
    ])
  func reads(line: String, meaning: SessionLine) {
    #expect(SessionLine(line) == meaning)
  }
}

struct SessionCommandTests {
  @Test("names are commands' own, and no two commands share one")
  func namesDiffer() {
    let names = SessionCommand.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.hasPrefix(":") })
  }

  @Test(
    "a mistyped name suggests what was meant",
    arguments: [
      (":opne", ":open"), (":hlep", ":help"), (":sttus", ":status"), (":xyzzy", nil),
    ] as [(String, String?)])
  func suggests(name: String, nearest: String?) {
    #expect(SessionCommand.nearest(to: name) == nearest)
  }
}

struct SessionTests {
  private func session(isInteractive: Bool = false) throws -> Session {
    Session(
      library: try SessionLibrary(.builtIn), options: AskOptions(),
      writer: AnswerWriter(format: .text, typesetter: Typesetter(width: 80, isColored: false)),
      isInteractive: isInteractive, language: .english, output: Output(descriptor: -1))
  }

  private func output(_ lines: [String], isInteractive: Bool = false) throws -> String {
    var session = try session(isInteractive: isInteractive)
    for line in lines { try session.handle(line) }
    return String(decoding: session.output.pending, as: UTF8.self)
  }

  @Test(
    "commands speak of the last answer",
    arguments: [
      (":show 1", ">"), (":why 1", "sum"), (":open 1", "sample/"), ("1", "sample/"),
      (":status", "the built-in sample articles"), (":help", ":index PATH"),
      (":show 9", "There is no citation [9]"), (":nonsense", "There is no command :nonsense"),
      (":lang xx1", "Usage: :lang"), (":set", "lang   auto"), (":set top 1", "top    1"),
      (":set top 0", "top cannot be 0"), (":sources", "sample/"), (":sources xyzzy", "No document"),
      (":only x", "Usage: :only"), (":only 999", "There is no document 999"),
      (":only [1]", "Asking 1 of"), (":since x", "Usage: :since"),
      (":before x", "Usage: :before"), (":author TANYA", "(:author TANYA)"),
      (":all", "Asking all"),
      (":help :only", "in brackets"), (":help nothing", "There is no command :nothing"),
      (":save", "Usage: :save"), (":batch", "Usage: :batch"),
    ])
  func obeys(command: String, words: String) throws {
    #expect(try output(["How many digital talents?", command]).contains(words))
  }

  @Test(
    "what needs an answer says so before there is one", arguments: [":more", ":show", ":why 2"])
  func needsAnswer(command: String) throws {
    #expect(try output([command]).contains("Ask something first"))
  }

  @Test("a follow-up is asked with the topic of the question before, until that is undone")
  func goesOn() throws {
    let lines = ["How many employees has Bank Mandiri retrained?", "and Toyota?"]
    let text = try output(lines, isInteractive: true)
    #expect(text.contains("Follow-up, read as: How many employees has Toyota retrained?"))
    var session = try session(isInteractive: true)
    for line in lines + [":undo"] { try session.handle(line) }
    #expect(session.transcript.map(\.answer.question) == [lines[0], lines[1]])
    session.output.discard()
    try session.handle(":undo")
    #expect(String(decoding: session.output.pending, as: UTF8.self).contains("exactly as typed"))
  }

  @Test("lines that no person types are each asked by themselves")
  func asksLinesAlone() throws {
    let text = try output(["How many employees has Bank Mandiri retrained?", "and Toyota?"])
    #expect(!text.contains("Follow-up"))
  }

  @Test(
    "a mistyped word is corrected from the index, and only below what is no answer",
    arguments: [
      ("What is compulsary?", "*compulsory* for *compulsary*"),
      ("How many employes does Atlantis have?", nil),
      ("What are the xyzzyx plugh?", nil),
      ("How many employees has Bank Mandiri retrained?", nil),
      ("Apa itu kurikulun?", "untuk *kurikulun*"),
    ] as [(String, String?)])
  func corrects(question: String, words: String?) throws {
    let text = try output([question])
    if let words {
      #expect(text.contains(words))
    } else {
      #expect(!text.contains("Did you mean") && !text.contains("Maksudnya"))
    }
  }

  @Test("more goes on where the answer ended")
  func showsMore() throws {
    let text = try output(["artificial intelligence Indonesia", ":more"])
    #expect(text.contains("[1]") && text.contains("[4]"))
  }

  @Test(
    "a table of dates is sorted, and its numbers are for later commands",
    arguments: [[":dates AI in Indonesia"], ["AI in Indonesia", ":dates"]])
  func tabulatesDates(lines: [String]) throws {
    let before = try output(lines.dropLast())
    let table = try output(lines).dropFirst(before.count)
    let years = table.split(separator: "\n").compactMap { $0.wholeMatch(of: /([0-9]{4})\b.*/)?.1 }
    #expect(years.count >= 3 && years == years.sorted())
    let last = try #require(table.matches(of: /\[([0-9]+)\]/).last?.1)
    let place = try #require(table.matches(of: /sample\/[a-z-]+\.md:[0-9]+/).last?.0)
    #expect(try output(lines + [":open \(last)"]).hasSuffix("\n\(place)\n"))
    #expect(try output(lines + [":more"]).hasSuffix("Nothing more was found.\n"))
  }

  @Test("amounts in both languages stand in one table")
  func tabulatesNumbers() throws {
    let table = try output([":numbers talenta digital"])
    #expect(table.contains("\n12 juta ") && table.contains("\n12 million "))
  }

  @Test(
    "a table without a topic or without facts says so",
    arguments: [
      (":dates", "Ask something first"), (":numbers", "Ask something first"),
      (":dates xyzzy", "No sentence about xyzzy contains a date."),
      (":numbers the", "No sentence about the contains a number."),
    ])
  func lacksFacts(command: String, words: String) throws {
    #expect(try output([command]).contains(words))
  }

  @Test("one table names every command in help, with one line each or in that of another")
  func listsCommands() throws {
    let text = try output([":help"])
    for command in SessionCommand.all {
      #expect(text.contains(command.isListed ? "  \(command.usage) " : command.name))
    }
  }

  @Test(
    "help fits into the usual window with the prompt below it",
    arguments: [Language.english, .indonesian])
  func listsBriefly(language: Language) throws {
    var session = Session(
      library: try SessionLibrary(.builtIn), options: AskOptions(),
      writer: AnswerWriter(format: .text, typesetter: Typesetter(width: 80, isColored: false)),
      isInteractive: false, language: language, output: Output(descriptor: -1))
    try session.handle(":help")
    #expect(session.output.pending.count { $0 == UInt8(ascii: "\n") } < 24)
  }

  @Test("an answer comes from the documents that are asked, and all are asked again after")
  func narrows() throws {
    let all = try output(["artificial intelligence Indonesia"])
    let cited = try output([":only 2", "artificial intelligence Indonesia", ":sources"])
    let source = try #require(
      Library(.builtIn).documents().dropFirst().first.map(\.source))
    for line in cited.split(separator: "\n") where line.contains("sample/") {
      #expect(line.contains(source))
    }
    #expect(try output([":only 2", ":only", "artificial intelligence Indonesia"]).hasSuffix(all))
  }

  @Test("an interactive session that is left has nothing to report")
  func leaves() throws {
    var session = try session()
    try session.handle(":q")
    #expect(session.isOver)
  }
}

struct SessionCompletionTests {
  private func words(_ line: String) throws -> [String] {
    let library = try Library(.builtIn)
    let start = line.utf8.lastIndex(of: UInt8(ascii: " "))
    let offset = start.map { line.utf8.distance(from: line.startIndex, to: $0) + 1 } ?? 0
    return SessionCompletion.completions(
      for: CompletionRequest(line: line, wordOffset: offset), in: library
    ).words
  }

  @Test(
    "commands, arguments and words of the index",
    arguments: [
      (":st", ":status"), (":lang i", "id"), ("who is indon", "indonesia"), ("Indon", "Indonesia"),
      (":set t", "top"), (":set color ne", "never"), (":help st", "status"),
      (":help :st", ":status"), (":in sample/ai-", "sample/ai-hub.md"),
      (":in how ai is Ch", "Changing Work in Indonesia"),
    ])
  func completes(line: String, word: String) throws {
    #expect(try words(line).contains(word))
  }

  @Test("an argument that is a number has no words", arguments: [":open in", ":nonsense in", ""])
  func offersNothing(line: String) throws {
    #expect(try words(line).isEmpty)
  }
}
