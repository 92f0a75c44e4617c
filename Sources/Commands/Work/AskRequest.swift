import Answering
import JSON
import Library
import Platform
import Retrieval
import TextAnalysis

/// A question with its options.
struct AskRequest: Sendable, Equatable {
  var question: String
  /// The number of citations; nil for that of the configuration, or else the default.
  var top: Int?
  var explains = false
  /// A document whose absence from the answer is to be explained.
  var whyNot: String?
  /// A Boolean value that indicates whether only the verdict *answered* results in exit status 0.
  var isStrict = false
  /// A Boolean value that indicates whether the nearest passages are wanted where nothing is cited.
  var givesNearest = false
  /// The output format; nil for that of the configuration.
  var format: AnswerFormat?
  var color: ColorChoice?
  var language: LanguageChoice?
  var search = SearchOptions()
  var narrowing = Narrowing()
  /// A Boolean value that indicates whether the index is updated first if few sources have changed;
  /// nil for the choice of the configuration.
  var refreshes: Bool?
  var index = IndexChoice()

  /// Writes the answer to standard output.
  ///
  /// - Returns: The exit status.
  func perform() throws(CommandError) -> Int32 {
    let question = try typedOrRead()
    guard !question.utf8.allSatisfy(\.isBlank) else { throw .emptyQuestion }
    let configuration = try index.configuration()
    let format = format ?? configuration.choice(.format) ?? .text
    let top = top ?? configuration.integer(.top) ?? TopOption.citations
    let typesetter = configuration.typesetter(color)
    let options = AskOptions(
      language: configuration.language(language), search: search, givesNearest: givesNearest)
    let location = try index.location(configuration)
    // A narrowed question reads every document.
    let isNarrowed = !narrowing.isEmpty || !QuestionFilters(question).narrowing.isEmpty
    let use: Library.Use = isNarrowed || whyNot != nil ? .repeatedly : .once
    let library = try asking { () throws(IndexError) in
      let library = try Library(location, for: use)
      // Whoever asks why a file is not in the index does not want it to change.
      guard whyNot == nil, refreshes ?? configuration.boolean(.refresh) ?? true else {
        return library
      }
      switch try library.refresh(
        environment: .process,
        patience: configuration.integer(.patience) ?? Library.refreshPatience)
      {
      case .takenUp: return try Library(location, for: use)
      case .pending(let changes):
        if !index.isQuiet { Output.note(IndexMessage.changes(changes) + IndexMessage.takeUp) }
      case .current, .notLooked: break
      }
      return library
    }
    // The process ends with the answer, so the system unmaps all files at once.
    _ = Unmanaged.passRetained(library)
    let reader = try library.makeReader(options, within: try library.scope(admitting: narrowing))
      .admitting(question)
    if let whyNot {
      let absence = try asking { () throws(IndexError) in
        try reader.whyNot(whyNot, for: reader.analyze(question), top: top)
      }
      return try write(absence, format, typesetter)
    }
    let answered = try asking { () throws(IndexError) in
      var answered = try reader.ask(question, top: top)
      if format == .text { answered.corrections = try reader.corrections(of: answered) }
      if explains { answered.explanations = try reader.explain(answered) }
      return answered
    }
    var output = Output()
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

  /// Returns the question as typed, or from standard input for `-`.
  private func typedOrRead() throws(CommandError) -> String {
    guard question == "-" else { return question }
    let bytes = try Input("-").readToEnd()
    do {
      return String(copying: try UTF8Span(validating: bytes.span)).trimmed
    } catch {
      throw .line(1, .invalidUTF8(offset: error.byteOffsets.lowerBound))
    }
  }

  /// Explains why a document is not cited, or how close it came.
  ///
  /// - Returns: The exit status: success if the index holds the document.
  private func write(
    _ whyNot: WhyNot, _ format: AnswerFormat, _ typesetter: Typesetter
  ) throws(CommandError) -> Int32 {
    var output = Output()
    switch format {
    case .json, .jsonl:
      var writer = JSONWriter(capacity: 4096)
      WhyNotJSON.write(whyNot, to: &writer)
      output.append(writer.bytes)
    default: output.append(WhyNotText(typesetter: typesetter).text(whyNot))
    }
    try output.flush()
    if case .standing = whyNot.finding { return ExitStatus.cited }
    return ExitStatus.nothingFound
  }
}
