import Bytes
public import Model
public import Platform
public import TextAnalysis

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

  /// Returns a set for each word of a question that is a short form or part of a long form, in
  /// passages of the question's own language.
  ///
  /// - Parameters:
  ///   - words: The words of the question, in order.
  ///   - analyzer: The analyzer of that language.
  public func synonymSets(of words: [QuestionWord], in analyzer: Analyzer) -> [SynonymSet] {
    let keys = QuestionKeys(words)
    guard let members = try? members(for: words, keys, from: analyzer.language, to: analyzer) else {
      return []
    }
    var sets: [SynonymSet] = []
    for index in words.indices where members.contains(where: { $0.index == index }) {
      var set = SynonymSet(range: index..<index + 1, members: [.ofQuestion(words, index, analyzer)])
      for member in members where member.index == index { set.add(member.member) }
      if set.hasTranslations { sets.append(set) }
    }
    return sets
  }

  /// A short or long form that texts equate with a word of a question.
  struct Equivalent {
    /// The index of the word.
    var index: Int
    var member: SynonymSet.Member
  }

  /// Returns what the texts equate with words of a question: the long forms of a short form in the
  /// language of the passages, and the short form of each long form that the word is part of.
  ///
  /// - Parameter analyzer: The analyzer of the passages' language.
  func members(
    for words: [QuestionWord], _ keys: QuestionKeys, from source: Language, to analyzer: Analyzer
  ) throws(FormatError) -> [Equivalent] {
    let source = source.translated
    prefetch(words, keys, from: source)
    var members = try expansions(of: words, keys, in: analyzer)
    try forEachLongForm(in: words, keys, source) { range, short in
      for index in range where !words[index].isStopWord {
        members.append(Equivalent(index: index, member: short))
      }
    }
    return members
  }

  /// Returns the long forms of the words of a question that are short forms, the most frequent
  /// first.
  ///
  /// - Parameter analyzer: The analyzer of the language in which the long forms are looked up.
  func expansions(
    of words: [QuestionWord], _ keys: QuestionKeys, in analyzer: Analyzer
  ) throws(FormatError) -> [Equivalent] {
    // Most questions have none, so that no memory is allocated for them.
    var members: [Equivalent] = []
    guard file.longForms(in: analyzer.language.translated) != nil else { return members }
    for index in words.indices where !words[index].isStopWord {
      let place = keys.surfaces.withKey(of: index..<index + 1) { file.shortForms.place(of: $0) }
      guard let place else { continue }
      var record = try file.record(at: place)
      let first = members.count
      while members.count - first < Self.mostExpansions, let form = try record.nextLongForm() {
        let words = form.split(separator: " ").map { analyzer.forms(of: String($0)) }
        // Stop words do not distinguish passages.
        guard words.contains(where: { !analyzer.isStopWord($0.surface.utf8.span) }) else {
          continue
        }
        let weight = Self.expansionWeight * SynonymSet.weight(ofRank: members.count - first)
        members.append(
          Equivalent(index: index, member: SynonymSet.Member(words: words, weight: weight)))
      }
    }
    return members
  }

  /// The weight of a long form, whose words may be apart in a passage and mean something else.
  private static let expansionWeight = 0.5
  /// The maximum number of long forms of a short form. Further meanings of the same letters are
  /// noise.
  private static let mostExpansions = 3

  private func forEachLongForm(
    in words: [QuestionWord], _ keys: QuestionKeys, _ language: Language,
    _ body: (Range<Int>, SynonymSet.Member) -> Void
  ) throws(FormatError) {
    guard let index = file.longForms(in: language) else { return }
    try Self.forEachPhrase(of: words, atMost: index.shape.longestPhrase) {
      (range) throws(FormatError) in
      guard let place = keys.stems.withKey(of: range, { index.place(of: $0) }) else { return }
      let short = try file.record(at: place).shortForm.split(separator: " ").map(String.init)
      body(
        range,
        SynonymSet.Member(
          words: short.map { WordForms(surface: $0, stem: $0) }, weight: 1))
    }
  }

  /// Calls `body` with each range of a question that may be a long form.
  private static func forEachPhrase<Failure>(
    of words: [QuestionWord], atMost length: Int,
    _ body: (Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    for start in words.indices where !words[start].isStopWord {
      let further = words[(start + 1)...].indices.prefix { $0 - start < length }
      for end in further where !words[end].isStopWord { try body(start..<end + 1) }
    }
  }

  /// Starts to read from disk what leads to the records of the words.
  private func prefetch(
    _ words: [QuestionWord], _ keys: QuestionKeys, from language: Language
  ) {
    guard mapped.access == .few else { return }
    let single = words.indices.filter { !words[$0].isStopWord }.map { $0..<$0 + 1 }
    file.shortForms.prefetch(single, of: keys.surfaces)
    if let index = file.longForms(in: language) {
      var phrases: [Range<Int>] = []
      Self.forEachPhrase(of: words, atMost: index.shape.longestPhrase) { phrases.append($0) }
      index.prefetch(phrases, of: keys.stems)
    }
  }
}
