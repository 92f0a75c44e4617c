import Corpus
import Model
import SegmentFormat
import TextAnalysis

/// Turns documents into partial indexes, one for each language that occurs. Each thread has its own
/// worker.
struct IndexWorker: ~Copyable {
  let number: Int
  private var tokenizer = Tokenizer()
  private var counters: [LanguageState] = []
  /// The words to count, or nil to count all words.
  private let words: CountedWords?
  private let analyzer: (Language) -> Analyzer
  /// The short forms in the most recent unit.
  private(set) var shortForms = ShortFormCounts()

  /// The state for one language, which is kept from unit to unit.
  private final class LanguageState {
    var counter: PassageCounter
    var part: PartialIndex
    var record: [UInt8] = []

    init(_ analyzer: Analyzer, counting words: CountedWords?, worker: Int, source: Int) {
      counter = PassageCounter(analyzer, counting: words)
      part = PartialIndex(worker: worker, source: source)
    }
  }

  /// - Parameters:
  ///   - number: The number of the worker.
  ///   - words: The words to count, or nil to count all words.
  ///   - analyzer: A closure that returns the analyzer of a language.
  init(
    number: Int, counting words: CountedWords? = nil,
    analyzer: @escaping (Language) -> Analyzer = { Analyzer(language: $0) }
  ) {
    self.number = number
    self.words = words
    self.analyzer = analyzer
  }

  /// The vocabularies to which this worker's counts refer, by language.
  var vocabularies: [Language: Vocabulary] {
    Dictionary(uniqueKeysWithValues: counters.map { ($0.counter.language, $0.counter.vocabulary) })
  }

  /// The approximate size of the vocabularies in memory, in bytes.
  var vocabularyByteCount: Int { counters.reduce(0) { $0 + $1.counter.vocabulary.byteCount } }

  /// Indexes the documents of one reading unit.
  ///
  /// - Parameters:
  ///   - documents: The documents of the unit.
  ///   - source: The index of the unit's source in the run's list.
  /// - Returns: The partial index for each language that occurs.
  mutating func index(_ documents: [Document], source: Int) -> [Language: PartialIndex] {
    var touched: [LanguageState] = []
    shortForms = ShortFormCounts()
    let common = commonLanguage(of: documents)
    for document in documents {
      var states: [LanguageState] = []
      var lines = LineCounter(document.text)
      for var passage in document.passages {
        if passage.language == .undetermined { passage.language = common }
        let state = self.state(of: passage.language, source: source)
        if !touched.contains(where: { $0 === state }) { touched.append(state) }
        if !states.contains(where: { $0 === state }) {
          states.append(state)
          add(document, to: state)
        }
        let line = passage.field == .text ? lines.line(at: passage.range.lowerBound) : 1
        add(passage, of: document, firstLine: line, to: state)
      }
    }
    var parts: [Language: PartialIndex] = [:]
    for state in touched {
      parts[state.counter.language] = state.part
      state.part = PartialIndex(like: state.part)
    }
    return parts
  }

  /// Returns the language of at least four in five of the passages whose language is known. It is
  /// assumed for the other passages: a bare title in an English collection is English.
  private func commonLanguage(of documents: [Document]) -> Language {
    var counts: [Language: Int] = [:]
    for document in documents {
      for passage in document.passages where passage.language != .undetermined {
        counts[passage.language, default: 0] += 1
      }
    }
    let known = counts.values.reduce(0, +)
    return counts.first { $0.value * 5 >= known * 4 }?.key ?? .undetermined
  }

  private mutating func state(of language: Language, source: Int) -> LanguageState {
    if let state = counters.first(where: { $0.counter.language == language }) {
      state.part.source = source
      return state
    }
    let state = LanguageState(
      analyzer(language), counting: words, worker: number, source: source)
    counters.append(state)
    return state
  }

  private func add(_ document: Document, to state: LanguageState) {
    state.part.documentIDs.append(document.id)
    state.part.documentLines.append(document.collectionLine ?? 0)
    DocumentRecord(document).encode().withUnsafeBytes { state.part.documents.append($0) }
  }

  private mutating func add(
    _ passage: Passage, of document: Document, firstLine: Int, to state: LanguageState
  ) {
    let title = document.metadata[.title]?.value ?? ""
    let source = passage.field == .text ? document.text : title
    let text = source.utf8.span.extracting(passage.range)
    // An index for a single question explains no short forms to others.
    if passage.role == .body, words == nil { shortForms.add(text, in: passage.language) }
    let length = state.counter.countPassage(
      text, title: passage.field == .text ? title : nil, headings: passage.headings,
      with: &tokenizer, into: &state.part)
    state.record.removeAll(keepingCapacity: true)
    switch passage.field {
    case .text:
      text.withUnsafeBytes { bytes in
        PassageRecord.encode(headings: passage.headings, text: bytes, into: &state.record)
      }
    case .title: PassageRecord.encode(titleLength: text.count, into: &state.record)
    }
    state.record.withUnsafeBytes { state.part.text.append($0) }
    state.part.passages.append(
      PassageRow(
        document: state.part.documentIDs.count - 1, byteOffset: passage.range.lowerBound,
        firstLine: firstLine, flags: passage.flags, length: length))
  }
}

extension Passage {
  var flags: UInt8 {
    PassageRow.flags(
      field: field, role: role, hasHeadings: !headings.isEmpty)
  }
}

extension DocumentRecord {
  init(_ document: Document) {
    var lines = LineCounter(document.text)
    var statements: DocumentRecord.Statements = [:]
    for (key, entry) in document.metadata.entries.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    {
      var statement = Statement(value: entry.value)
      if let range = entry.range {
        let bytes = document.text.utf8.span.extracting(range)
        let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        statement.line = Statement.Line(
          text: text, byteOffset: range.lowerBound, number: lines.line(at: range.lowerBound))
      }
      statements[key] = statement
    }
    self.init(statements: statements, places: document.places.encoded)
  }
}

/// Finds the line numbers of offsets in a text. It is fastest if the offsets ascend.
struct LineCounter {
  private let text: String
  private var offset = 0
  private var number = 1

  init(_ text: String) { self.text = text }

  /// Returns the number, from 1, of the line that contains the byte at `target`.
  ///
  /// - Complexity: O(*n*), where *n* is the distance from the previous target in bytes. If the
  ///   target is before the previous one, *n* is the distance from the beginning of the text.
  mutating func line(at target: Int) -> Int {
    if target < offset {
      offset = 0
      number = 1
    }
    let bytes = text.utf8.span
    let end = min(target, bytes.count)
    for index in offset..<max(offset, end) where bytes[index] == UInt8(ascii: "\n") { number += 1 }
    offset = max(offset, end)
    return number
  }
}
