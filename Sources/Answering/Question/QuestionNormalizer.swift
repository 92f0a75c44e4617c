import Model
public import Retrieval
public import TextAnalysis

/// Rewrites the words of a question before anything is looked up: leaves out polite and numbered
/// frames, spells out chat spelling, and adds other forms of the words.
///
///     var query = searcher.query("Could you tell me when the bridge fell?")
///     QuestionNormalizer().normalize(&query, analyzer: analyzer)
///     // when the bridge fell | fall | fallen
public struct QuestionNormalizer: Sendable {
  public init() {}

  /// - Parameters:
  ///   - query: The question; its text stays as it is.
  ///   - analyzer: The analyzer of the question's language.
  /// - Complexity: O(*n*) in the number of words.
  public func normalize(_ query: inout Query, analyzer: Analyzer) {
    removeFrames(from: &query)
    if query.language == .indonesian { spellOut(&query, analyzer) }
    addForms(to: &query, analyzer)
  }

  /// Removes the words of frames unless nothing would remain.
  private func removeFrames(from query: inout Query) {
    let words = query.terms.map { WordKey($0.surface) }
    var isFrame = [Bool](repeating: false, count: words.count)
    var index = numberEnd(of: query)
    for place in 0..<index { isFrame[place] = true }
    for place in trailerStart(of: query)..<words.count { isFrame[place] = true }
    while index < words.count {
      let length = QuestionFrames.shared.longest(in: words, at: index)
      for place in index..<(index + length) { isFrame[place] = true }
      index += max(length, 1)
    }
    let rest = query.terms.indices.filter { !isFrame[$0] }
    guard rest.count < words.count, rest.contains(where: { !query.terms[$0].isStopWord }) else {
      return
    }
    query.terms = rest.map { query.terms[$0] }
  }

  /// The number of words that number a question: `1.`, `Q3:`, `Question 4:`.
  private func numberEnd(of query: Query) -> Int {
    let text = Array(query.text.utf8)
    var labelEnd = 0
    for index in query.terms.indices.prefix(2) {
      let term = query.terms[index]
      let end = term.range.upperBound
      let isMarked =
        end < text.count
        && [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":")].contains(text[end])
        && (end + 1 == text.count || text[end + 1] == UInt8(ascii: " "))
      let key = WordKey(term.surface)
      let isLabel = QuestionFrames.labels.contains(key)
      let digits = term.surface.utf8.drop { $0 == UInt8(ascii: "q") }
      let isNumber = !digits.isEmpty && digits.count <= 3 && digits.allSatisfy(\.isASCIIDigit)
      // `No. 4:`
      let isAbbreviation = isLabel && end < text.count && text[end] == UInt8(ascii: ".")
      if isMarked, isNumber || isLabel && !isAbbreviation { return index + 1 }
      guard isLabel else { break }
      if isMarked { labelEnd = index + 1 }
    }
    return labelEnd
  }

  /// Returns the index of the first word behind a question that does not belong to it: `(2 points)`,
  /// `Answer:`.
  private func trailerStart(of query: Query) -> Int {
    let text = Array(query.text.utf8)
    var end = query.terms.count
    guard let last = query.terms.last else { return end }
    let mark = text[last.range.upperBound...].first { $0 != UInt8(ascii: " ") }
    if mark == UInt8(ascii: ":"), QuestionFrames.answers.contains(WordKey(last.surface)) {
      end -= 1
    } else if end >= 2, QuestionFrames.points.contains(WordKey(last.surface)),
      case let number = query.terms[end - 2], number.surface.utf8.allSatisfy(\.isASCIIDigit),
      number.range.lowerBound > 0,
      text[number.range.lowerBound - 1] == UInt8(ascii: "(")
        || text[number.range.lowerBound - 1] == UInt8(ascii: "[")
    {
      end -= 2
    }
    return end
  }

  /// Replaces Indonesian chat spelling: `tgl`, `knp`, `kupu2`.
  private func spellOut(_ query: inout Query, _ analyzer: Analyzer) {
    var terms: [QuestionWord] = []
    for term in query.terms {
      guard let words = ChatSpelling.words(for: term.surface) else {
        terms.append(term)
        continue
      }
      // Of several words the first covers the short form, and the others are empty at its end, so
      // that the ranges stay in order.
      var range = term.range
      for token in analyzer.analyze(words) {
        terms.append(
          QuestionWord(
            text: term.text, range: range, surface: token.surface, stem: token.stem,
            isStopWord: token.isStopWord))
        range = range.upperBound..<range.upperBound
      }
    }
    query.terms = terms
  }

  /// Adds irregular forms and the two spellings of compounds as alternatives of the words.
  private func addForms(to query: inout Query, _ analyzer: Analyzer) {
    var concepts = query.concepts[query.language] ?? []
    func add(_ range: Range<Int>, _ alternatives: [String]) {
      guard !concepts.contains(where: { $0.range.overlaps(range) }) else { return }
      let own = query.terms[range].map { WordForms(surface: $0.surface, stem: $0.stem) }
      let others = alternatives.map { text in
        SynonymSet.Member(
          words: analyzer.analyze(text).map { WordForms(surface: $0.surface, stem: $0.stem) },
          weight: 1)
      }
      concepts.append(
        SynonymSet(range: range, members: [.init(words: own, weight: 1)] + others))
    }
    for index in query.terms.indices where !query.terms[index].isStopWord {
      let surface = query.terms[index].surface
      if query.language == .english {
        let forms = WordGroups.irregular.words(likeFolded: surface)
        if !forms.isEmpty { add(index..<(index + 1), forms) }
      } else if query.language == .indonesian {
        if let parts = Compounds.parts(of: surface) {
          add(index..<(index + 1), [parts])
        } else if index + 1 < query.terms.count,
          let whole = Compounds.whole(surface, query.terms[index + 1].surface)
        {
          add(index..<(index + 2), [whole])
        }
      }
    }
    if !concepts.isEmpty { query.concepts[query.language] = concepts }
  }
}
