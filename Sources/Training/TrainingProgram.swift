import Glibc
import Model
import Platform
import Retrieval

/// Learns the weights of the second stage of ranking and of `support` from collections with
/// questions, and prints them with the gain of each feature.
public func trainingProgram() -> Never {
  let arguments = ProgramArguments.words
  if arguments.count >= 2, let lesson = Lesson(rawValue: arguments[0]) {
    lesson.print(Array(arguments.dropFirst()))
  }
  let depth = arguments.count > 1 ? Int(arguments[1]) : 5
  guard (1...3).contains(arguments.count), let depth, (2...100).contains(depth) else {
    fail(
      """
      usage: tanya-train FOLDER [PASSAGES [EXAMPLES]]
             tanya-train certainty FOLDER
             tanya-train frequencies INDEX LANGUAGE
             tanya-train related VECTORS LANGUAGE COSINE COUNT
        FOLDER    holds a folder for each collection: corpus.jsonl or corpus.jsonl.gz,
                  queries.jsonl and qrels.tsv
        VECTORS   has a word and the numbers of its vector a line
        PASSAGES  are read for each question (5)
        EXAMPLES  how the files begin that what was learned from is written to, a passage
                  and an answer a line

      """)
  }
  do throws(TrainingFailure) {
    let (sets, support) = try exampleSets(in: arguments[0], depth: depth)
    if arguments.count > 2 {
      try write(lines(of: sets), to: "\(arguments[2]).ranking.tsv")
      try write(lines(of: support), to: "\(arguments[2]).support.tsv")
    }
    print(TrainingReport(sets: sets, depth: depth, date: today).text)
    print(SupportReport(sets: support).text, terminator: "")
    exit(0)
  } catch {
    fail("tanya-train: \(error)\n")
  }
}

/// The lessons besides ranking and support.
private enum Lesson: String {
  /// The certainty of the likeliest words, from the collections of a folder.
  case certainty
  /// The frequencies of the stems of an index, for `Sources/CWordFrequencies`.
  case frequencies
  /// The related stems of a file of word vectors, for `Sources/CRelatedWords`.
  case related

  func print(_ arguments: [String]) -> Never {
    do throws(TrainingFailure) {
      switch self {
      case .certainty:
        var sets: [CertaintySet] = []
        try forEachCollection(in: arguments[0]) { lessons throws(IndexError) in
          let set = try lessons.certainty()
          if !set.examples.isEmpty { sets.append(set) }
        }
        Swift.print(CertaintyReport(sets: sets).text)
      case .frequencies:
        guard arguments.count == 2 else { fail("tanya-train frequencies INDEX LANGUAGE\n") }
        Swift.print(
          try FrequencyTable(index: arguments[0], language: Language(rawValue: arguments[1])).text,
          terminator: "")
      case .related:
        guard arguments.count == 4, let cosine = Float(arguments[2]), let count = Int(arguments[3])
        else { fail("tanya-train related VECTORS LANGUAGE COSINE COUNT\n") }
        let table = try RelatedStemTable(
          vectors: arguments[0], language: Language(rawValue: arguments[1]),
          limits: RelatedStemTable.Limits(cosine: cosine, count: count))
        Swift.print(table.text, terminator: "")
      }
      exit(0)
    } catch {
      fail("tanya-train: \(error)\n")
    }
  }
}

/// Returns the examples of the collections of a folder, in the order of their names.
private func exampleSets(
  in folder: String, depth: Int
) throws(TrainingFailure) -> (ranking: [ExampleSet], support: [SupportSet]) {
  var sets: [ExampleSet] = []
  var support: [SupportSet] = []
  try forEachCollection(in: folder) { lessons throws(IndexError) in
    let set = try lessons.ranking(depth: depth)
    sets.append(set)
    if !set.isAdHoc { support += try lessons.support() }
  }
  return (sets, support)
}

/// Indexes each collection of a folder and calls `body` with its lessons.
private func forEachCollection(
  in folder: String, _ body: (CollectionLessons) throws(IndexError) -> Void
) throws(TrainingFailure) {
  var isEmpty = true
  for name in try files({ () throws(FileError) in try Folder.names(in: folder) }) {
    let path = "\(folder)/\(name)"
    let documents = ["corpus.jsonl", "corpus.jsonl.gz"].map { "\(path)/\($0)" }
    guard let documents = documents.first(where: isReadable), isReadable("\(path)/queries.jsonl"),
      isReadable("\(path)/qrels.tsv")
    else { continue }
    note("\(name)\n")
    let index = try files { () throws(FileError) in try TemporaryFolder() }
    let collection = try JudgedCollection(
      documents: documents, questions: "\(path)/queries.jsonl",
      judgements: "\(path)/qrels.tsv", indexing: index.path)
    let lessons = CollectionLessons(name: name, collection: collection)
    isEmpty = false
    do throws(IndexError) { try body(lessons) } catch { throw .index(error) }
  }
  if isEmpty { throw .noCollection(folder: folder) }
}

/// Returns lines with the collection, question, document, grade and model inputs of each passage.
private func lines(of sets: [ExampleSet]) -> String {
  var text = ""
  for set in sets {
    for (question, example) in set.examples.enumerated() {
      for passage in example.grades.indices {
        let inputs = example.inputs[(passage * RankingModel.width)...].prefix(RankingModel.width)
        let cells = [set.name, "\(question)", example.documents[passage]]
        text +=
          (cells + ([example.grades[passage]] + inputs).map { "\($0)" })
          .joined(separator: "\t") + "\n"
      }
    }
  }
  return text
}

/// Returns lines with the collection, kind, answerability, support and model inputs of each
/// question.
private func lines(of sets: [SupportSet]) -> String {
  var text = ""
  for set in sets {
    for example in set.examples {
      let cells = [set.name, "\(set.kind)", example.isAnswerable ? "1" : "0"]
      text +=
        (cells + ([example.support] + example.inputs).map { "\($0)" })
        .joined(separator: "\t") + "\n"
    }
  }
  return text
}

private func write(_ text: String, to path: String) throws(TrainingFailure) {
  try files { () throws(FileError) in
    try OutputFile.replace(path, with: Array(text.utf8))
  }
}

private func files<Value>(_ body: () throws(FileError) -> Value) throws(TrainingFailure) -> Value {
  do throws(FileError) { return try body() } catch { throw .file(error) }
}

private func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

private func note(_ text: String) {
  _ = text.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
}

private func fail(_ message: String) -> Never {
  note(message)
  exit(2)
}

/// The current date in UTC, in the format of ISO 8601.
private var today: String {
  var now = time(nil)
  var parts = tm()
  gmtime_r(&now, &parts)
  var text = [CChar](repeating: 0, count: 16)
  strftime(&text, text.count, "%Y-%m-%d", &parts)
  return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
