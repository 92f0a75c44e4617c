import Answering
import JSON
import Platform
import Retrieval
import TextAnalysis

/// One question with all that was asked for beside it.
struct AskRequest: Sendable, Equatable {
  var question: String
  var top = TopOption.citations
  var explains = false
  /// A document that is not in the answer, to be told why.
  var whyNot: String?
  var format = AnswerFormat.text
  var color = ColorChoice.auto
  var options = AskOptions()
  var narrowing = Narrowing()
  var index = IndexChoice()

  /// Answers on standard output.
  ///
  /// - Returns: the exit status.
  func perform() throws(CommandError) -> Int32 {
    guard !question.utf8.allSatisfy(\.isBlank) else { throw .emptyQuestion }
    let location = index.location()
    // What narrows a question is told by looking at every document.
    let library = try asking { () throws(IndexError) in
      try Library(location, access: narrowing.isEmpty && whyNot == nil ? .few : .most)
    }
    // The process ends with the answer, which unmaps all files at once.
    _ = Unmanaged.passRetained(library)
    let scope = try library.scope(of: narrowing)
    if let whyNot { return try tell(whyNot, library, scope) }
    let answered = try asking { () throws(IndexError) in
      let reader = library.makeReader(options, within: scope)
      var answered = try AnsweredQuestion.ask(
        question, top: top, reader: reader, check: SourceCheck(library: library))
      if format == .text { try answered.correct(with: reader) }
      if explains { try answered.explain(with: reader) }
      return answered
    }
    var output = Output()
    let typesetter = Typesetter(forOutput: color)
    output.append(AnswerWriter(format: format, typesetter: typesetter).document(answered))
    try output.flush()
    index.noteMissingDictionary(of: library)
    return answered.answer.verdict == .none ? ExitStatus.nothingFound : ExitStatus.cited
  }

  /// Tells how far a document came.
  ///
  /// - Returns: the exit status: that something was found where the index holds the document.
  private func tell(
    _ file: String, _ library: Library, _ scope: SearchScope?
  ) throws(CommandError) -> Int32 {
    let whyNot = try asking { () throws(IndexError) in
      try WhyNot.ask(
        question, about: file, top: top, library: library,
        reader: library.makeReader(options, within: scope), narrowing: narrowing)
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
