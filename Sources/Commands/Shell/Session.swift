import Answering
import Library
import LineEditing
import Model
import Retrieval
import TextAnalysis

/// A conversation that takes lines with questions and commands, and returns text.
///
/// It depends neither on a terminal nor on the way in which lines are edited.
struct Session {
  let library: SessionLibrary
  var options: AskOptions
  var settings: SessionSettings
  var writer: AnswerWriter
  /// A Boolean value that indicates whether input and output are a terminal, so that an editor can
  /// be started.
  let isInteractive: Bool
  /// The language of messages; answers have the language of their question.
  let language: Language
  var output: Output
  /// A Boolean value that indicates whether the session has ended.
  var isOver = false
  /// The proposal that the next line replies to.
  var proposal: Proposal?
  /// The documents that are asked; nil for all.
  private(set) var scope: LibraryScope?
  /// The last answers, in order.
  private(set) var transcript: [AnsweredQuestion] = []
  /// The maximum number of answers that `:save` writes. A pipe may ask millions of questions.
  static let longestTranscript = 1000
  private var isHeaderDue = true
  var freshness = SessionFreshness()
  /// A Boolean value that indicates whether the line was typed, not pasted with others. Only typed
  /// lines may run programs.
  var isTyped = true
  /// Returns the lines of earlier sessions and this one, the oldest first.
  var history: @Sendable () -> [String] = { [] }
  /// The path of the user's configuration file, to which settings are saved; nil if it has no
  /// place.
  var configurationPath: String?
  private(set) var tally = BatchTally()
  private var reader: LibraryReader?
  private(set) var last: AnsweredQuestion?
  /// The last question as it was typed, if it was completed with words of the previous question.
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

  /// Handles a line.
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
    case .command(let name, let argument, let program):
      guard let command = SessionCommand.named(name) else {
        return say(SessionMessage.unknownCommand(name, nearest: SessionCommand.nearest(to: name)))
      }
      guard let program else { return try command.run(&self, argument) }
      try run(command, argument, into: program)
    }
  }

  /// Answers a typed question, which may be a follow-up.
  mutating func takeUp(_ question: String) throws(CommandError) {
    try refresh()
    let query = currentReader().analyze(question)
    // No words are taken from a question that failed.
    guard isInteractive, let last, last.answer.verdict != .none,
      let followUp = FollowUp(query, after: last.query, naming: last.answer.person)
    else { return try ask(query) }
    say(SessionMessage.followUp(followUp.question))
    let filters = QuestionFilters(question).text
    try ask(followUp.question + (filters.isEmpty ? "" : " " + filters))
    bareQuestion = query
  }

  /// Discards the answer to a completed question, and asks the question as typed.
  mutating func undoFollowUp() throws(CommandError) {
    guard let bareQuestion else { return say(SessionMessage.nothingToUndo) }
    transcript.removeLast()
    try ask(bareQuestion)
  }

  /// Answers a question, which later commands refer to.
  mutating func ask(_ question: String) throws(CommandError) {
    try ask(currentReader().analyze(question))
  }

  mutating func ask(_ query: Query) throws(CommandError) {
    let answered = try answer(query, top: settings.top)
    // The user pressed Ctrl-C during the search, so the answer is discarded.
    if isInteractive, isInterrupted { throw .interrupted }
    record(answered)
    show(answered)
    if isInteractive, answered.answer.verdict == .none, !answered.answer.missing.isEmpty {
      say(SessionMessage.nearest)
    }
    if settings.isTimed { say(SessionMessage.time(microseconds: answered.microseconds)) }
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
    let reader = try reader(for: query)
    return try asking { () throws(IndexError) in
      var answered = try reader.ask(query, top: top)
      if writer.format == .text { answered.corrections = try reader.corrections(of: answered) }
      return answered
    }
  }

  /// Shows an answer, which later commands refer to.
  ///
  /// - Parameter first: The first citation to show.
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

  /// Writes the header before the first answer.
  mutating func writeHeader() {
    if isHeaderDue { output.append(writer.header) }
    isHeaderDue = false
  }

  /// Narrows questions to the documents that meet the given conditions.
  ///
  /// - Throws: An error if there are no such documents. The scope is then unchanged.
  mutating func setNarrowing(_ new: Narrowing) throws(CommandError) {
    scope = try library.current.scope(admitting: new)
    forgetReader()
  }

  /// The conditions on the documents that are asked.
  var narrowing: Narrowing { scope?.narrowing ?? Narrowing() }

  /// Returns a reader of the current library, scope and options.
  mutating func currentReader() -> LibraryReader {
    if let reader { return reader }
    let made = library.current.makeReader(options, within: scope)
    reader = made
    return made
  }

  /// Returns the reader for a question that may have conditions on documents.
  mutating func reader(for query: Query) throws(CommandError) -> LibraryReader {
    try currentReader().admitting(query.text)
  }

  /// Discards the reader after a change of library, scope or options.
  mutating func forgetReader() { reader = nil }

  mutating func forgetAnswer() { last = nil }

  /// Lets later commands refer to citations that do not belong to an answer to save.
  mutating func remember(_ cited: AnsweredQuestion) { last = cited }

  mutating func say(_ phrase: Phrase) {
    output.append(
      writer.typesetter.lines([StyledText(phrase.text(in: language), .warning)]))
  }
}

extension Answer {
  /// The person for whom the question asked and whom the answer names; nil if there is none.
  fileprivate var person: String? {
    guard type == .person, let words = headline ?? guess else { return nil }
    return String(decoding: ReadableText(words.utf8.span).bytes, as: UTF8.self)
  }
}
