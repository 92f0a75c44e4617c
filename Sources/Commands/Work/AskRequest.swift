import Answering
import JSON
import Library
import Retrieval
import TextAnalysis

/// A question with its options.
struct AskRequest: Sendable, Equatable {
  var question: String
  var top = TopOption.citations
  var explains = false
  /// A document whose absence from the answer is to be explained.
  var whyNot: String?
  /// Whether only the verdict *answered* gives the exit status 0.
  var isStrict = false
  var format = AnswerFormat.text
  var color = ColorChoice.auto
  var options = AskOptions()
  var narrowing = Narrowing()
  var index = IndexChoice()

  /// Answers on standard output.
  ///
  /// - Returns: The exit status.
  func perform() throws(CommandError) -> Int32 {
    let question = try typedOrRead()
    guard !question.utf8.allSatisfy(\.isBlank) else { throw .emptyQuestion }
    let location = index.location()
    // A narrowed question looks at every document.
    let library = try asking { () throws(IndexError) in
      try Library(location, for: narrowing.isEmpty && whyNot == nil ? .once : .repeatedly)
    }
    // The process ends with the answer, which unmaps all files at once.
    _ = Unmanaged.passRetained(library)
    let reader = library.makeReader(options, within: try library.scope(admitting: narrowing))
    if let whyNot { return try explainAbsence(of: whyNot, for: question, reader) }
    let answered = try asking { () throws(IndexError) in
      var answered = try reader.ask(question, top: top)
      if format == .text { answered.corrections = try reader.corrections(of: answered) }
      if explains { answered.explanations = try reader.explain(answered) }
      return answered
    }
    var output = Output()
    let typesetter = Typesetter(forOutput: color)
    output.append(AnswerWriter(format: format, typesetter: typesetter).document(answered))
    try output.flush()
    index.noteMissingDictionary(of: library)
    switch format {
    case .answer:
      return answered.answer.headline == nil ? ExitStatus.nothingFound : ExitStatus.cited
    case .vimgrep:
      let placeless = answered.answer.citations.count - AnswerPlaces.lines(answered).count
      if placeless > 0, !index.isQuiet { Output.note(AnswerMessage.placeless(placeless)) }
    default: break
    }
    return answered.answer.isFound(isStrict: isStrict)
      ? ExitStatus.cited : ExitStatus.nothingFound
  }

  /// The question as typed; standard input for `-`.
  private func typedOrRead() throws(CommandError) -> String {
    guard question == "-" else { return question }
    let bytes = try Input("-").readToEnd()
    do {
      return String(copying: try UTF8Span(validating: bytes.span)).trimmed
    } catch {
      throw .line(1, .invalidUTF8(offset: error.byteOffsets.lowerBound))
    }
  }

  /// Writes how far a document came.
  ///
  /// - Returns: The exit status: success if the index holds the document.
  private func explainAbsence(
    of file: String, for question: String, _ reader: LibraryReader
  ) throws(CommandError) -> Int32 {
    let whyNot = try asking { () throws(IndexError) in
      try reader.whyNot(file, for: reader.analyze(question), top: top)
    }
    var output = Output()
    switch format {
    case .json, .jsonl:
      var writer = JSONWriter(capacity: 4096)
      WhyNotJSON.write(whyNot, to: &writer)
      output.append(writer.bytes)
    default: output.append(WhyNotText(typesetter: Typesetter(forOutput: color)).text(whyNot))
    }
    try output.flush()
    if case .standing = whyNot.finding { return ExitStatus.cited }
    return ExitStatus.nothingFound
  }
}
