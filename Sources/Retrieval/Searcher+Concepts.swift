import SegmentFormat
import TextAnalysis

extension Searcher {
  /// Adds what stands for a word or phrase of the question in another language to a plan.
  func add(
    _ concept: Query.Concept, _ language: CollectionStatistics.LanguageStatistics,
    _ options: SearchOptions, _ plan: inout SearchPlan
  ) throws(IndexError) {
    for (form, share) in options.forms {
      var unions: [UnionPostings?] = []
      var frequency = 0
      for segment in language.segments {
        let union = try self.union(of: concept.members, form, segment: segment)
        frequency += union?.entry.documentFrequency ?? 0
        unions.append(union)
      }
      let idf = inverseDocumentFrequency(frequency, of: language.passageCount)
      if form != .title { plan.mass += share * idf }
      plan.weight += frequency > 0 ? idf * share : 0
      plan.count += 1
      for (slot, union) in unions.enumerated() {
        guard let union else { continue }
        plan.lists[slot].append(
          ScoredList(
            number: plan.count, term: concept.terms.lowerBound, form: form, postings: .union(union),
            documentFrequency: frequency, idf: idf, share: share))
      }
    }
  }

  /// The passages of a segment that hold any of the members, with their weighted frequencies.
  private func union(
    of members: [Query.Concept.Member], _ form: TermForm, segment number: Int
  ) throws(IndexError) -> UnionPostings? {
    let segment = index.segments[number]
    let deletions = index.deletions[number]
    unions.prepare(passageCount: segment.properties.passageCount)
    for member in members {
      let terms = member.words.map { form == .surface ? $0.surface : $0.stem }
      for (passage, frequency) in try passages(holdingAll: terms, form, in: segment)
      where deletions?.contains(passage) != true {
        unions.add(passage: passage, frequency: frequency, weight: member.weight)
      }
    }
    return unions.finish(lengthCodes: segment.lengthCodes.bindMemory(to: UInt8.self))
  }

  /// The passages that hold all of a phrase's words, with the frequency of the rarest. Whether the
  /// words stand side by side is not known without their positions.
  private func passages(
    holdingAll terms: [String], _ form: TermForm, in segment: SegmentFile
  ) throws(IndexError) -> [(passage: Int, frequency: Int)] {
    var found: [(passage: Int, frequency: Int)]?
    for term in terms {
      guard let entry = try entry(form, term, in: segment) else { return [] }
      var holders: [(passage: Int, frequency: Int)] = []
      try forEachPosting(of: entry, in: segment) { holders.append(($0, $1)) }
      found = found.map { Searcher.intersection($0, holders) } ?? holders
    }
    return found ?? []
  }

  private static func intersection(
    _ a: [(passage: Int, frequency: Int)], _ b: [(passage: Int, frequency: Int)]
  ) -> [(passage: Int, frequency: Int)] {
    var common: [(passage: Int, frequency: Int)] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i].passage == b[j].passage {
        common.append((a[i].passage, min(a[i].frequency, b[j].frequency)))
        i += 1
        j += 1
      } else if a[i].passage < b[j].passage {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }
}
