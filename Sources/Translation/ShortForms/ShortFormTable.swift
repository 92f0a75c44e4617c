import Bytes
public import Model
public import Platform
import TextAnalysis

/// The short forms that the texts of an index explain. See ``compile(_:)``.
public final class ShortFormTable: @unchecked Sendable {
  // Unchecked: the bytes never change.
  private let mapped: MappedFile
  private let file: ShortFormFile

  /// The maximum number of words of an expansion. Longer ones are left out.
  static let maximumLength = 8

  /// Returns the bytes of a table, to be stored beside the index of the texts that explain the
  /// forms.
  public static func compile(_ forms: [ShortForm]) -> [UInt8] { ShortFormCompiler.compile(forms) }

  /// Creates a table from a file, or returns nil if the file is damaged.
  public init?(_ mapped: MappedFile) {
    guard let file = try? ShortFormFile(mapped.bytes) else { return nil }
    self.mapped = mapped
    self.file = file
  }

  /// A long form in a question.
  struct LongForm {
    /// The range of its words.
    var range: Range<Int>
    /// The short form that texts equate with it.
    var short: SynonymSet.Member
  }

  /// Returns the long forms in a question, ordered by their beginnings and ends.
  ///
  /// - Parameters:
  ///   - words: The words of the question.
  ///   - keys: The keys of the words.
  ///   - language: The language of the question.
  func longForms(
    in words: [QuestionWord], _ keys: QuestionKeys, _ language: Language
  ) throws(FormatError) -> [LongForm] {
    let index = file.longForms(in: language.translated)
    if mapped.access == .few { prefetch(words, keys, index) }
    // Most questions have none, so that no memory is allocated for them.
    var found: [LongForm] = []
    guard let index else { return found }
    try Self.forEachPhrase(of: words, atMost: index.shape.longestPhrase) {
      (range) throws(FormatError) in
      guard let place = keys.withStems(of: range, { index.place(of: $0) }) else { return }
      let short = try file.record(at: place).shortForm.words
      found.append(
        LongForm(
          range: range,
          short: SynonymSet.Member(
            words: short.map { WordForms(surface: $0, stem: $0) }, weight: 1)))
    }
    return found
  }

  /// Returns the place of the record of a short form, or nil if the word is none.
  func place(of word: UnsafeRawBufferPointer) -> Int? { file.shortForms.place(of: word) }

  /// Returns the long forms of a short form in a language, the most frequent first.
  ///
  /// - Parameters:
  ///   - place: The place of the record of the short form.
  ///   - analyzer: The analyzer of the language.
  func expansions(
    at place: Int, in analyzer: Analyzer
  ) throws(FormatError) -> [SynonymSet.Member] {
    guard file.longForms(in: analyzer.language.translated) != nil else { return [] }
    var members: [SynonymSet.Member] = []
    var record = try file.record(at: place)
    while members.count < Self.mostExpansions, let form = try record.nextLongForm() {
      let words = form.words.map { analyzer.forms(of: $0) }
      // Stop words do not distinguish passages.
      guard words.contains(where: { !analyzer.isStopWord($0.surface.utf8.span) }) else { continue }
      let weight = Self.expansionWeight * SynonymSet.weight(ofRank: members.count)
      members.append(SynonymSet.Member(words: words, weight: weight))
    }
    return members
  }

  /// The weight of a long form, whose words may be apart in a passage and mean something else.
  private static let expansionWeight = 0.5
  /// The maximum number of long forms of a short form. Further meanings of the same letters are
  /// noise.
  private static let mostExpansions = 3

  /// Calls `body` with each range of a question that may be a long form.
  @inline(__always)
  private static func forEachPhrase<Failure>(
    of words: [QuestionWord], atMost length: Int,
    _ body: (Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    for start in words.indices where !words[start].isStopWord {
      for end in start..<min(start + length, words.count)
      where end > start && !words[end].isStopWord {
        try body(start..<end + 1)
      }
    }
  }

  /// Starts to read from disk what leads to the records of the words.
  private func prefetch(_ words: [QuestionWord], _ keys: QuestionKeys, _ index: PhraseIndex?) {
    let single = words.indices.filter { !words[$0].isStopWord }.map { $0..<$0 + 1 }
    file.shortForms.prefetch(
      single.map { keys.withSurfaces(of: $0) { ContentHash.value(of: $0) } })
    if let index {
      var phrases: [Range<Int>] = []
      Self.forEachPhrase(of: words, atMost: index.shape.longestPhrase) { phrases.append($0) }
      index.prefetch(phrases.map { keys.withStems(of: $0) { ContentHash.value(of: $0) } })
    }
  }
}

extension String {
  /// The words of a form, which spaces separate.
  fileprivate var words: [String] {
    utf8.split(separator: 0x20).map { String(Substring($0)) }
  }
}
