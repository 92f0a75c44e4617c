import Answering
import Library
import LineEditing
import Model
import Retrieval
import TextAnalysis

/// A conversation: questions and commands go in as lines, and text comes out.
///
/// It knows nothing of terminals or of how lines are edited.
struct Session {
  let library: SessionLibrary
  var options: AskOptions
  var settings: SessionSettings
  var writer: AnswerWriter
  /// Whether a person sits there, for whom an editor may be started.
  let isInteractive: Bool
  /// Of all that is said beside answers, which speak their question's.
  let language: Language
  var output: Output
  /// Set by the command that leaves.
  var isOver = false
  /// What the next line decides on.
  var proposal: Proposal?
  /// The documents that are asked; nil for all.
  private(set) var scope: LibraryScope?
  /// The last answers, in order.
  private(set) var transcript: [AnsweredQuestion] = []
  /// The number of answers that `:save` goes back; a pipe may ask millions of questions.
  static let longestTranscript = 1000
  private var isHeaderDue = true
  private(set) var tally = BatchTally()
  private var reader: LibraryReader?
  private(set) var last: AnsweredQuestion?
  /// The last question as typed, where it was asked with words of the one before.
  private var bareQuestion: Query?

  init(
    library: SessionLibrary, options: AskOptions, settings: SessionSettings = SessionSettings(),
    writer: AnswerWriter, isInteractive: Bool, language: Language = .spoken, output: Output
  ) {
    self.library = library
    self.options = options
    self.settings = settings
    self.writer = writer
    self.isInteractive = isInteractive
    self.language = language
    self.output = output
  }

  /// Does what a line says.
  mutating func handle(_ line: String) throws(CommandError) {
    if isInteractive { writer.typesetter = settings.typesetter }
    if let proposal {
      self.proposal = nil
      return try decide(proposal, reply: line)
    }
    switch SessionLine(line) {
    case .nothing: break
    case .question(let text): try takeUp(text)
    case .pasted(let lines): propose(.batch(lines))
    case .command(let name, let argument):
      guard let command = SessionCommand.named(name) else {
        return say(.unknownCommand(name, nearest: SessionCommand.nearest(to: name)))
      }
      try command.run(&self, argument)
    }
  }

  /// Answers a question that a person typed, which may go on from the one before.
  private mutating func takeUp(_ question: String) throws(CommandError) {
    let query = currentReader().analyze(question)
    guard isInteractive, let last, let followUp = FollowUp(query, after: last.query) else {
      return try ask(query)
    }
    say(.goingOn(question: followUp.question))
    try ask(followUp.question)
    bareQuestion = query
  }

  /// Forgets the answer to a question that was gone on with, and asks it as it was typed.
  mutating func undoFollowUp() throws(CommandError) {
    guard let bareQuestion else { return say(.nothingToUndo) }
    transcript.removeLast()
    try ask(bareQuestion)
  }

  /// Answers a question, to which later commands go back.
  mutating func ask(_ question: String) throws(CommandError) {
    try ask(currentReader().analyze(question))
  }

  mutating func ask(_ query: Query) throws(CommandError) {
    let answered = try answer(query, top: settings.top)
    // Who pressed Ctrl-C meanwhile does not want it any more.
    if isInteractive, isInterrupted { throw .interrupted }
    record(answered)
    show(answered)
    noteMissingDictionary()
  }

  mutating func record(_ answered: AnsweredQuestion) {
    bareQuestion = nil
    tally.add(answered.answer.verdict == .none ? .nothing : .found)
    if transcript.count >= 2 * Self.longestTranscript {
      transcript.removeFirst(transcript.count - Self.longestTranscript + 1)
    }
    transcript.append(answered)
    last = answered
  }

  mutating func answer(_ query: Query, top: Int) throws(CommandError) -> AnsweredQuestion {
    let reader = currentReader()
    return try asking { () throws(IndexError) in
      var answered = try reader.ask(query, top: top)
      if writer.format == .text { answered.corrections = try reader.corrections(of: answered) }
      return answered
    }
  }

  /// Prints an answer, which later commands speak of; `from` passes over the first citations.
  mutating func show(_ answered: AnsweredQuestion, from first: Int = 0) {
    last = answered
    if first > 0 {
      let text = AnswerText(typesetter: writer.typesetter)
      for index in answered.answer.citations.indices.dropFirst(first) {
        output.append((index > first ? "\n" : "") + text.citation(at: index, of: answered))
      }
    } else {
      writeHeader()
      output.append(writer.body(answered))
    }
    if writer.format == .text { output.append("\n") }
  }

  /// Writes what stands once before all answers, unless it was written.
  mutating func writeHeader() {
    if isHeaderDue { output.append(writer.header) }
    isHeaderDue = false
  }

  /// Asks only documents that meet these conditions from now on.
  ///
  /// - Throws: where there is none; everything is then as it was.
  mutating func setNarrowing(_ new: Narrowing) throws(CommandError) {
    scope = try library.current.scope(admitting: new)
    forgetReader()
  }

  /// The conditions that the documents meet.
  var narrowing: Narrowing { scope?.narrowing ?? Narrowing() }

  /// A reader for the library as it is now.
  mutating func currentReader() -> LibraryReader {
    if let reader { return reader }
    let made = library.current.makeReader(options, within: scope)
    reader = made
    return made
  }

  /// To be called when the library or the options are no longer what they were.
  mutating func forgetReader() { reader = nil }

  mutating func forgetAnswer() { last = nil }

  /// Makes later commands speak of what is cited, without its being an answer to keep.
  mutating func remember(_ cited: AnsweredQuestion) { last = cited }

  mutating func say(_ message: UserMessage) { say(message.phrase) }

  mutating func say(_ message: SessionMessage) { say(message.phrase) }

  mutating func say(_ phrase: Phrase) {
    output.append(
      writer.typesetter.lines([StyledText(phrase.text(in: language), .warning)]))
  }
}
