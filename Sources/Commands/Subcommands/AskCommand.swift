import ArgumentParser

/// `tanya ask QUESTION…`: one answer.
struct AskCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Answer one question.",
    discussion: """
      Examples:
        tanya ask When was the strategy released?
        tanya ask --why-not notes/budget.md Who approved the budget?
        tanya ask "Berapa orang yang ikut lokakarya?"
        tanya ask --in "minutes*" --since 2026 What was decided about parking?
        tanya ask --explain --top 1 '"AI Talent Factory" -ANTARA'
        tanya ask --json "Who opened the event?" | jq -r .answer
        tanya ask --format answer "Who opened the event?"
        tanya ask --require answered "Who opened the event?" || echo "not sure"
        tanya ask --nearest "Who closed the event?"
        tanya ask - < question.txt

      The question may contain "exact phrases" and -words that must not occur; the rest is plain \
      language, in English or Indonesian. Quote it if it contains characters such as ? that your \
      shell would expand.
      """)

  @Argument(help: "The question; words are joined.") var question: [String] = []
  @OptionGroup var top: TopOption
  @Flag(help: "Show how each cited passage came to its score, term by term.") var explain = false
  @Option(
    help: ArgumentHelp(
      "Explain why a document is not in the answer, given its id or path.",
      valueName: "file"))
  var whyNot: String?
  @OptionGroup var refresh: RefreshOption
  @OptionGroup var verdict: VerdictOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var questionOptions: QuestionOptions
  @OptionGroup var narrowing: NarrowingOptions
  @OptionGroup var index: IndexOption

  func validate() throws {
    if format.format(default: .text) == .trec {
      throw ValidationError("--format trec needs tanya batch --retrieve.")
    }
    let format = format.format(default: .text)
    if whyNot != nil, ![.text, .json, .jsonl].contains(format) {
      throw ValidationError("--why-not writes text or --json.")
    }
  }

  var request: AskRequest {
    AskRequest(
      question: question.joined(separator: " "), top: top.count, explains: explain, whyNot: whyNot,
      isStrict: verdict.require == .answered, givesNearest: verdict.nearest,
      format: format.format, color: format.color, language: questionOptions.language,
      search: questionOptions.search, narrowing: narrowing.narrowing, refreshes: refresh.choice,
      index: index.choice)
  }

  func perform() throws(CommandError) -> Int32 { try request.perform() }
}
