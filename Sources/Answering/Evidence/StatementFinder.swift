import Model
import Retrieval
import TextAnalysis

/// Answers questions about articles themselves from the lines that state the author, date,
/// publisher or title.
struct StatementFinder {
  let statement: ExpectedAnswer.Statement
  /// The words that identify the article.
  let question: QuestionTerms
  let stems: StemReaders

  /// A document's statement as evidence, and the share of the question that the document supports.
  struct Finding {
    var evidence: PassageEvidence
    var answer: Range<Int>?
    /// The share of the question that the document supports, 0…1.
    var coverage: Double
    var support: [Double]
    /// A Boolean value that indicates whether the question gives the whole title and nothing else.
    var isTitled: Bool
  }

  /// Returns the statement of the best document that has such a line, or nil if none matches.
  func finding(among ranked: [RankedPassage]) -> Finding? {
    var best: Finding?
    for document in documents(ranked) {
      guard let entry = entry(of: document.passage.document), let line = entry.line else {
        continue
      }
      let coverage = coverage(document.support)
      guard coverage > best?.coverage ?? 0 else { continue }
      let evidence = evidence(line, in: document.passage)
      best = Finding(
        evidence: evidence, answer: answer(entry.value, in: evidence), coverage: coverage,
        support: document.support, isTitled: isTitled(document.passage))
    }
    return best
  }

  /// Returns whether the question's words are those of the document's title.
  private func isTitled(_ passage: StoredPassage) -> Bool {
    guard let title = passage.document.title?.value, !question.isEmpty else { return false }
    var support = [Double](repeating: 0, count: question.terms.count)
    let stems = stems[passage.language]
    add(title, question.matcher(for: stems), stems, to: &support, share: 1)
    guard support.allSatisfy({ $0 > 0 }) else { return false }
    let bytes = Array(title.utf8)
    let content = WordScanner.words(in: bytes.span, range: bytes.indices).filter {
      !$0.classes.contains(.function)
    }
    return content.count <= question.terms.count + 1
  }

  private func coverage(_ support: [Double]) -> Double {
    guard question.totalWeight > 0 else { return 1 }
    var sum = 0.0
    for (index, term) in question.terms.enumerated() { sum += support[index] * term.weight }
    return sum / question.totalWeight
  }

  /// Returns each document once, with the support from its title, statements and passages.
  private func documents(
    _ ranked: [RankedPassage]
  ) -> [(passage: StoredPassage, support: [Double])] {
    var found: [(passage: StoredPassage, support: [Double])] = []
    for item in ranked.prefix(Self.passages) {
      let passage = item.passage
      let stems = stems[passage.language]
      let matcher = question.matcher(for: stems)
      let index: Int
      if let known = found.firstIndex(where: { $0.passage.document.id == passage.document.id }) {
        index = known
      } else {
        index = found.count
        found.append((passage, [Double](repeating: 0, count: question.terms.count)))
        for (term, word) in question.terms.enumerated()
        where LanguageNames.language(named: word.surface) == passage.language {
          found[index].support[term] = 1
        }
        let document = passage.document
        for known in [document.title, document.publisher, document.author, document.date] {
          guard let known else { continue }
          add(known.value, matcher, stems, to: &found[index].support, share: 1)
        }
      }
      add(passage.text, matcher, stems, to: &found[index].support, share: Self.inText)
    }
    return found
  }

  /// The number of passages whose documents may be the article.
  private static let passages = 20

  /// The strength of a question word in an article's text; 1 in its title.
  private static let inText = 0.8

  private func add(
    _ text: String, _ matcher: TermMatcher, _ stems: StemReader, to support: inout [Double],
    share: Double
  ) {
    var strengths = [Double](repeating: 0, count: support.count)
    PassageEvidence.addSupport(of: text.utf8.span, matcher, stems, to: &strengths)
    for index in support.indices { support[index] = max(support[index], share * strengths[index]) }
  }

  private func entry(of document: StoredDocument) -> Statement? {
    switch statement {
    case .author: document.author
    case .date: document.date
    case .publisher: document.publisher
    case .title: document.title
    }
  }

  /// Returns the line that states the value as a passage of its own.
  private func evidence(
    _ line: Statement.Line, in passage: StoredPassage
  ) -> PassageEvidence {
    let stating = StoredPassage(
      text: line.text, byteOffset: line.byteOffset, firstLine: line.number, role: .metadata,
      language: passage.language, document: passage.document, id: passage.id)
    let stems = stems[passage.language]
    return PassageEvidence(stating, matcher: question.matcher(for: stems), stems: stems)
  }

  /// Returns the range of the stated value in the line, or else of the date or name in it.
  private func answer(_ value: String, in evidence: PassageEvidence) -> Range<Int>? {
    let bytes = evidence.bytes
    let wanted = Array(value.utf8)
    let text = ScannedText(bytes, range: bytes.indices, language: evidence.passage.language)
    if statement == .date {
      return DateRecognizer.mentions(in: text).mentions.first?.range
    }
    if !wanted.isEmpty, let found = bytes.firstRange(of: wanted) { return found }
    return NameRecognizer.mentions(in: text).last?.range
  }
}
