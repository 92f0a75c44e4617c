import Answering
import Corpus
import Indexing
import Library
import Model
import Platform
import Retrieval
import TextAnalysis

/// Commands about an answer, and about the index.
extension Session {
  mutating func showMore() throws(CommandError) {
    guard let last else { return say(SessionMessage.noAnswerYet) }
    guard !last.isWhole else { return say(SessionMessage.noMore) }
    if last.answer.quoted.isEmpty { return try showNearest(to: last.query) }
    let shown = last.answer.citations.count
    let answered = try answer(last.query, top: shown + settings.top)
    guard answered.answer.citations.count > shown else { return say(SessionMessage.noMore) }
    show(answered, from: shown)
  }

  /// Shows the passages that are nearest to a question for which nothing was cited.
  private mutating func showNearest(to query: Query) throws(CommandError) {
    var options = options
    options.givesNearest = true
    let reader = try library.current.makeReader(options, within: scope).admitting(query.text)
    let answered = try asking { () throws(IndexError) in
      try reader.ask(query, top: settings.top)
    }
    guard !answered.answer.nearest.isEmpty else { return say(SessionMessage.noMore) }
    show(answered)
  }

  mutating func explain(_ number: String) throws(CommandError) {
    guard let (citation, _) = citation(number), let last else { return }
    let reader = try reader(for: last.query)
    let explanation = try asking { () throws(IndexError) in
      try reader.explain(last, citationAt: citation.rank - 1)
    }
    guard let explanation else { return say(AnswerMessage.unranked) }
    say(AnswerMessage.score(Quantity.decimal(explanation.score)))
    output.append(ExplanationText.lines(explanation))
  }

  /// Explains why a document would not be cited if the last question were asked now.
  mutating func explainAbsence(of file: String) throws(CommandError) {
    guard !file.isEmpty else {
      return say(SessionMessage.usage(":whynot", "notes/budget.md"))
    }
    guard let asked = transcript.last?.query else { return say(SessionMessage.noAnswerYet) }
    // `:more` may have shown further citations.
    let shown = last.map { $0.query == asked ? $0.answer.citations.count : 0 }
    let reader = try reader(for: asked)
    let whyNot = try asking { () throws(IndexError) in
      try reader.whyNot(file, for: asked, top: max(settings.top, shown ?? 0))
    }
    output.append(WhyNotText(typesetter: writer.typesetter).text(whyNot))
  }

  /// Shows the passage around a citation with line numbers; `>` marks cited lines.
  mutating func show(_ number: String) throws(CommandError) {
    guard let (citation, state) = citation(number) else { return }
    let typesetter = writer.typesetter
    let heading = CitationText.origin(citation, state, in: last?.answer.language ?? language)
    output.append(typesetter.lines(heading, first: "[\(citation.rank)] ", indent: 4))
    let passage = citation.passage
    if !passage.headings.isEmpty {
      output.append(
        typesetter.lines(
          [StyledText(passage.headings.joined(separator: " › "), .quiet)], first: "    ",
          indent: 4))
    }
    var number = passage.firstLine
    for line in passage.text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { number += 1 }
      guard !line.utf8.allSatisfy(\.isBlank) else { continue }
      let isCited = citation.lines.contains(number)
      let margin = (isCited ? "> " : "  ") + "\(number)  "
      output.append(
        typesetter.lines(
          [StyledText(String(line), isCited ? .match : .plain)], first: margin,
          indent: margin.utf8.count))
    }
  }

  mutating func open(_ number: String) throws(CommandError) {
    guard let (citation, _) = citation(number) else { return }
    let source = citation.passage.document.source
    let origin = library.current.origin(of: citation.passage.document)
    guard isInteractive, isTyped, let origin else {
      return output.append(typeset(Self.place(of: citation, in: origin?.path ?? source)))
    }
    try output.flush()
    let editor = Editor(environment: .process, configured: settings.editor)
    let line = citation.lines.lowerBound
    if citation.fileLines == nil, let path = origin.path {
      if let page = citation.places?.first, page.kind == .page,
        let viewer = PageViewer(environment: .process), viewer.open(path, page: page.number)
      {
        return
      }
      // An editor cannot show such a file, but its text has the line.
      if let document = SourceText.document(citation.passage.document) {
        return try editor.open(.builtIn(text: document.text), named: source, line: line)
      }
    }
    try editor.open(origin, named: source, line: line)
  }

  private static func place(of citation: Citation, in path: String) -> String {
    if let place = PlaceText.short(citation) { return "\(path), \(place)" }
    return citation.fileLines.map { "\(path):\($0.lowerBound)" } ?? path
  }

  mutating func index(_ path: String) throws(CommandError) {
    let current = LibraryLocation.currentFolder
    let folder =
      switch library.location {
      case .folder(let folder): LibraryLocation.absolute(folder, from: current)
      case .libraries(let indexes):
        if indexes.count == 1 {
          indexes[0].folder
        } else {
          throw .severalLibraries(indexes.map(\.name))
        }
      case .foreign(let folder): throw .foreignIndex(folder: folder)
      case .cluster: throw .notOfCluster
      case .builtIn: LibraryLocation.new(in: current)
      }
    let paths = path.isEmpty ? [] : [absolute(path)]
    try output.flush()
    let summary = try IndexRun.run(
      IndexRequest(folder: folder, adding: paths, threads: processorCount), quiet: !isInteractive)
    output.append(
      writer.typesetter.block(IndexMessage.summary(summary, folder: folder).text(in: language)))
    if case .libraries = library.location {
      try library.move(to: library.location)
    } else {
      try library.move(to: .folder(folder))
    }
    forgetAnswer()
    try renewScope()
  }

  mutating func showStatus() throws(CommandError) {
    let library = library.current
    let status = try asking { () throws(IndexError) in try library.status() }
    output.append(StatusText.text(status, writer.typesetter, in: language))
  }

  private func typeset(_ text: String) -> String {
    writer.typesetter.lines([StyledText(text)])
  }

  /// Returns the citation with a number, or the first one without a number. Reports a citation that
  /// does not exist.
  private mutating func citation(_ number: String) -> (Citation, SourceState?)? {
    guard let last, !last.answer.quoted.isEmpty else {
      say(SessionMessage.noAnswerYet)
      return nil
    }
    let citations = last.answer.quoted
    guard let rank = number.isEmpty ? 1 : Int(number), citations.indices.contains(rank - 1) else {
      say(SessionMessage.noCitation(number, count: citations.count))
      return nil
    }
    return (citations[rank - 1], last.sourceState(ofCitationAt: rank - 1))
  }
}

extension Session {
  /// Shows the dates or amounts about a topic, or about the last question if no topic is given.
  /// Later commands refer to the sentences by their numbers.
  mutating func showFacts(_ kind: FactKind, about topic: String) throws(CommandError) {
    guard let topic = topic.isEmpty ? last?.answer.question : topic else {
      return say(SessionMessage.noAnswerYet)
    }
    let reader = try currentReader().admitting(topic)
    let found = try asking { () throws(IndexError) in try reader.facts(kind, about: topic) }
    if isInteractive, isInterrupted { throw .interrupted }
    guard !found.table.facts.isEmpty else {
      return say(AnswerMessage.noFacts(kind, about: topic))
    }
    remember(found.sentences)
    let text = FactText(typesetter: writer.typesetter)
      .text(found.table, states: found.sentences.sourceStates)
    output.append(text + "\n")
  }
}
