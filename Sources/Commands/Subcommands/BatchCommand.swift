import Answering
import ArgumentParser
import Glibc
import Library
import Platform
import Retrieval

/// `tanya batch [FILE|-]`: many questions, one answer each, in order.
struct BatchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Answer many questions, in order.",
    discussion: """
      Examples:
        tanya batch questions.txt > answers.jsonl
        tanya batch questions.jsonl --format markdown > notebook.md
        tanya batch --format tsv < questions.txt | cut -f 1-5
        tanya batch --retrieve --top 100 --format trec < questions.jsonl > run.trec

      A line is a question, or an object {"id": …, "question": …}. Blank lines and lines that \
      begin with # are skipped. A bad line is reported, and the run continues. Questions with \
      known answers can test your documents: see tanya eval --help.
      """)

  @Argument(help: "A file of questions; - for standard input.", completion: .file())
  var file = "-"
  @Flag(help: "Write ranked documents instead of answers.") var retrieve = false
  @OptionGroup var top: TopOption
  @Option(help: ArgumentHelp("Threads (default: one per processor).", valueName: "count"))
  var threads: Int?
  @Option(
    help: ArgumentHelp(
      "Approximate memory for pages of the index; at least 16M.", valueName: "size"))
  var memory = MemorySize(bytes: PageLimit.standard)
  @OptionGroup var verdict: VerdictOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var questionOptions: QuestionOptions
  @OptionGroup var narrowing: NarrowingOptions
  @OptionGroup var index: IndexOption

  /// The minimum value of `--memory`, in bytes. The pages of the program itself take ten megabytes
  /// of it.
  private static let leastMemory = 16 << 20

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must lie between 1 and 1024.")
    }
    if memory.bytes < Self.leastMemory {
      throw ValidationError("--memory must be at least \(Self.leastMemory >> 20)M.")
    }
    let format = format.format(default: .jsonl)
    if format == .trec, !retrieve { throw ValidationError("--format trec needs --retrieve.") }
    if retrieve, ![.jsonl, .json, .tsv, .trec].contains(format) {
      throw ValidationError("--retrieve writes jsonl, tsv or trec.")
    }
  }

  func perform() throws(CommandError) -> Int32 {
    Interrupt.note(endingAfter: 1)
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .input(path: file, code: errno) }
    let configuration = try index.choice.configuration()
    let location = try index.choice.location(configuration)
    let library = try asking { () throws(IndexError) in try Library(location) }
    let job = BatchJob(
      library: library,
      options: questionOptions.askOptions(configuration, nearest: verdict.nearest),
      scope: try library.scope(admitting: narrowing.narrowing), retrieves: retrieve,
      top: top.count
        ?? (retrieve
          ? TopOption.documents : configuration.integer(.top) ?? TopOption.citations),
      memory: memory.bytes, isStrict: verdict.require == .answered,
      format: format.format(default: .jsonl),
      typesetter: configuration.typesetter(format.color))
    var output = Output()
    output.append(job.header)
    let input = QuestionLines(
      descriptor: descriptor, path: file == "-" ? "standard input" : file)
    let tally = try BatchRun(
      input: input, output: output, linesAtOnce: library.questionsAtOnce
    )
    .run(threads: threads ?? processorCount) { job.makeResponder() }
    index.choice.noteMissingDictionary(of: library)
    return retrieve && tally.badLines == 0 ? ExitStatus.cited : tally.exitStatus
  }
}
