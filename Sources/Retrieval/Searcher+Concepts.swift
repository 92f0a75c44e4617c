import SegmentFormat
import TextAnalysis

extension Searcher {
  /// Adds what stands for a word or phrase of the question in another language to a plan.
  func add(
    _ concept: Query.Concept, _ language: CollectionStatistics.LanguageStatistics,
    _ options: SearchOptions, _ plan: inout SearchPlan
  ) throws(IndexError) {
    memberStems.removeAll(keepingCapacity: true)
    for (form, share) in options.forms {
      var unions: [UnionPostings?] = []
      var frequency = 0
      var place = 0
      for segment in language.segments {
        let union = try self.union(of: concept.members, form, segment: segment, &place)
        frequency += union?.entry.documentFrequency ?? 0
        unions.append(union)
      }
      let idf = inverseDocumentFrequency(frequency, of: language.passageCount)
      if form != .title { plan.mass += share * idf }
      plan.weight += frequency > 0 ? idf * share : 0
      plan.count += 1
      for (slot, union) in unions.enumerated() {
        guard let union else { continue }
        plan.append(
          ScoredList(
            number: plan.count, term: concept.terms.lowerBound, form: form, postings: .union(union),
            documentFrequency: frequency, idf: idf, share: share),
          slot: slot)
      }
    }
  }

  /// The passages of a segment that hold any of the members, with their weighted frequencies.
  ///
  /// - Parameter place: of the first member's words in `memberStems`.
  private func union(
    of members: [Query.Concept.Member], _ form: TermForm, segment number: Int,
    _ place: inout Int
  ) throws(IndexError) -> UnionPostings? {
    let segment = index.segments[number]
    let deletions = index.deletions[number]
    unions.prepare(passageCount: segment.properties.passageCount)
    for member in members {
      defer { place += member.words.count }
      if member.words.count == 1 {
        guard let entry = try entry(form, member.words[0], in: segment, place) else { continue }
        try forEachBlock(of: entry, section: segment.postings, in: segment) {
          unions.add(passages: $0, frequencies: $1, weight: member.weight, besides: deletions)
        }
        continue
      }
      for (passage, frequency) in try passages(holdingAll: member.words, form, in: segment, place)
      where deletions?.contains(passage) != true {
        unions.add(passage: passage, frequency: frequency, weight: member.weight)
      }
    }
    return unions.finish(lengthCodes: segment.lengthCodes.bindMemory(to: UInt8.self))
  }

  /// Looks a member's word up. Stems come first, and what is known of a word's stem spares looks
  /// for its other forms.
  private func entry(
    _ form: TermForm, _ word: Query.Concept.Word, in segment: SegmentFile, _ place: Int
  ) throws(IndexError) -> TermEntry? {
    switch form {
    case .stem:
      let stem = try entry(.stem, word.stem, in: segment)
      while memberStems.count < place { memberStems.append(nil) }
      memberStems.append(.some(stem))
      return stem
    case .surface:
      return try entry(
        .surface, word.surface, in: segment,
        stem: word.surface == word.stem ? knownStem(at: place) : nil)
    case .title:
      // The words of titles are words of their passages.
      if case .some(.none) = knownStem(at: place) { return nil }
      return try entry(.title, word.stem, in: segment)
    }
  }

  private func knownStem(at place: Int) -> TermEntry?? {
    place < memberStems.count ? memberStems[place] : nil
  }

  /// The passages that hold all of a phrase's words, with the frequency of the rarest. Whether the
  /// words stand side by side is not known without their positions.
  private func passages(
    holdingAll words: [Query.Concept.Word], _ form: TermForm, in segment: SegmentFile, _ place: Int
  ) throws(IndexError) -> [(passage: Int, frequency: Int)] {
    var found: [(passage: Int, frequency: Int)]?
    for (offset, word) in words.enumerated() {
      guard let entry = try entry(form, word, in: segment, place + offset) else { return [] }
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
