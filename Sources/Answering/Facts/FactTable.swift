public import Model
import TextAnalysis

/// The dates or amounts that documents give about a topic, sorted, with the sentences they stand in.
public struct FactTable: Sendable, Equatable {
  /// Of the topic.
  public var language: Language
  /// By group, then by value; a sentence stands once in a group.
  public var facts: [Fact]
  /// Whole sentences, ranked in the order in which the facts name them first.
  public var citations: [Citation]

  /// Sorts facts found in any order; equal values stay in theirs.
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

  /// Units that are spelt in several ways, all by the most frequent one.
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
