public import Model
public import Retrieval
import TextAnalysis

/// The dates or amounts that documents give about a topic, sorted, with their sentences. See
/// ``Answerer/facts(_:about:from:)``.
public struct FactTable: Sendable, Equatable {
  /// The language of the topic.
  public var language: Language
  /// The facts, sorted by group, then by value. A sentence appears once in a group.
  public var facts: [Fact]
  /// The citations of whole sentences, in the order in which the facts first refer to them.
  public var citations: [Citation]

  /// Sorts facts. Equal values keep their order.
  init(language: Language, found: [Fact], in sentences: [Citation]) {
    self.language = language
    let found = Self.namingUnitsAlike(found)
    facts = []
    citations = []
    let sorted = found.indices.sorted {
      let (left, right) = (found[$0], found[$1])
      return (left.group, left.value, $0) < (right.group, right.value, $1)
    }
    var numbers: [Int: Int] = [:]
    for index in sorted {
      var fact = found[index]
      if let number = numbers[fact.citation] {
        fact.citation = number
      } else {
        var citation = sentences[fact.citation]
        citation.rank = citations.count + 1
        numbers[fact.citation] = citations.count
        fact.citation = citations.count
        citations.append(citation)
      }
      facts.append(fact)
    }
  }

  /// Returns the facts with the most frequent spelling of each unit.
  private static func namingUnitsAlike(_ facts: [Fact]) -> [Fact] {
    var counts: [Int: [Fact.Group: Int]] = [:]
    for fact in facts where fact.unit != 0 {
      counts[fact.unit, default: [:]][fact.group, default: 0] += 1
    }
    return facts.map { fact in
      var fact = fact
      let names = counts[fact.unit] ?? [:]
      fact.group = names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? fact.group
      return fact
    }
  }
}

/// The kind of values that a table of facts lists.
public enum FactKind: Sendable, CaseIterable { case dates, quantities }

/// The dates of a sentence, or its amounts of one unit.
public struct Fact: Sendable, Equatable {
  /// Facts whose values can be compared. Groups are in the order in which a table shows them.
  public enum Group: Sendable, Hashable, Comparable {
    /// A century, a year, a month or a day of a year.
    case date
    /// A day or month without a year.
    case dayOfYear
    /// An amount of money in a currency, as it is mostly written: `US$`, `rupiah`.
    case money(String)
    case percentage
    case duration
    /// An amount in a unit, as it is mostly written, in lower case: `km²`.
    case measure(String)
    /// An amount without a unit.
    case number
  }

  public var group: Group
  /// The smallest value: the amount (durations in days), or 10,000 times the year plus 100 times
  /// the month plus the day; a year before Christ is negative.
  public var value: Double
  /// The number of the unit or currency, the same for all spellings; 0 if it has only one.
  var unit = 0
  /// The byte ranges of the dates or amounts in the citation's snippet, in order.
  public var mentions: [Range<Int>]
  /// The index of the citation in ``FactTable/citations``.
  public var citation: Int

  /// Returns whether the values of a fact and of a group and unit can be compared.
  func isLike(_ group: Group, unit: Int) -> Bool {
    self.group == group || unit != 0 && self.unit == unit
  }

  public init(group: Group, value: Double, mentions: [Range<Int>], citation: Int) {
    self.group = group
    self.value = value
    self.mentions = mentions
    self.citation = citation
  }
}

extension Answerer {
  /// Returns the dates or amounts in sentences about a topic.
  ///
  /// A sentence is about the topic if it contains a word of it and, together with title and
  /// headings, at least half of it by weight. A sentence that several passages share is listed
  /// once.
  ///
  /// - Parameters:
  ///   - kind: The kind of values.
  ///   - topic: The topic.
  ///   - ranked: The passages to read, the best first.
  public func facts(
    _ kind: FactKind, about topic: AnalyzedQuestion, from ranked: [RankedPassage]
  ) -> FactTable {
    let question = topic.terms
    let finder = FactFinder(kind: kind)
    var sentences: [Citation] = []
    var facts: [Fact] = []
    var seen: Set<String> = []
    for item in ranked where item.passage.role == .body && !question.isEmpty {
      let passage = topic.evidence(in: item.passage)
      for (index, sentence) in passage.sentences.enumerated()
      where passage.isAbout(question, inSentence: index) {
        let found = finder.facts(
          in: passage.bytes, sentence: sentence, language: item.passage.language,
          citation: sentences.count)
        guard !found.isEmpty else { continue }
        let citation = CitationBuilder.citation(
          of: passage, range: sentence, rank: sentences.count + 1, score: item.score,
          question: question)
        guard seen.insert(citation.snippet).inserted else { continue }
        sentences.append(citation)
        facts += found.map { fact in
          var fact = fact
          fact.mentions = fact.mentions.map { mention in
            let first = sentence.lowerBound + mention.lowerBound
            return passage.snippetRange(of: first..<first + mention.count, in: sentence)
          }
          return fact
        }
      }
    }
    return FactTable(language: topic.query.language, found: facts, in: sentences)
  }
}

extension PassageEvidence {
  fileprivate func isAbout(_ question: QuestionTerms, inSentence sentence: Int) -> Bool {
    guard !matches(in: sentences[sentence]).isEmpty else { return false }
    let share = question.share { max(support(ofTerm: $0, inSentence: sentence), context[$0]) }
    return 2 * share >= 1
  }
}
