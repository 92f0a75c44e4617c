import Answering
import ArgumentParser
import JSON
import Retrieval

/// `tanya ask QUESTION…`: one answer.
struct AskCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Answer one question.",
    discussion: """
      The question may hold "exact phrases" and -words to leave out; the rest is plain language.

      Examples:
        tanya ask When was the strategy released?
        tanya ask --explain --top 1 '"AI Talent Factory" -ANTARA'
      """)

  @Argument(help: "The question; words are joined.") var question: [String] = []
  @OptionGroup var top: TopOption
  @Flag(help: "Show how each cited passage came to its score, term by term.") var explain = false
  @OptionGroup var format: FormatOptions
  @OptionGroup var questionOptions: QuestionOptions
  @OptionGroup var index: IndexOption

  func validate() throws {
    if format.format(default: .text) == .trec {
      throw ValidationError("--format trec goes with tanya batch --retrieve.")
    }
  }

  func perform() throws(CommandError) -> Int32 {
    let question = question.joined(separator: " ")
    guard !question.utf8.allSatisfy(\.isBlank) else { throw .emptyQuestion }
    let location = index.location()
    let answered = try asking { () throws(IndexError) in
      let library = try Library(location)
      let reader = library.makeReader(questionOptions.askOptions)
      var answered = try AnsweredQuestion.ask(
        question, top: top.count ?? TopOption.citations, reader: reader,
        check: SourceCheck(library: library))
      if explain { try answered.explain(with: reader) }
      return answered
    }
    var output = Output()
    output.append(
      AnswerWriter(format: format.format(default: .text), typesetter: format.typesetter)
        .document(answered))
    try output.flush()
    return answered.answer.verdict == .none ? ExitStatus.nothingFound : ExitStatus.cited
  }
}
