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
  /// - Parameter place: of the first member's first word in `memberStems`; goes on behind the last.
  private func union(
    of members: [Query.Concept.Member], _ form: TermForm, segment number: Int,
    _ place: inout Int
  ) throws(IndexError) -> UnionPostings? {
    let segment = index.segments[number]
    unions.prepare(passageCount: segment.properties.passageCount)
    for member in members {
      let first = place
      place += member.words.count
      entries.removeAll(keepingCapacity: true)
      for (offset, word) in member.words.enumerated() {
        guard let entry = try entry(form, word, in: segment, first + offset) else { break }
        entries.append(entry)
      }
      guard entries.count == member.words.count else { continue }
      try addPassages(holdingAll: entries, segment: number, weight: member.weight)
    }
    return unions.finish(lengthCodes: segment.lengthCodes.bindMemory(to: UInt8.self))
  }

  /// Looks a member's word up. Stems come first, and what is known of a word's stem spares looks
  /// for its other forms.
  private func entry(
    _ form: TermForm, _ word: Query.Concept.Word, in segment: SegmentFile, _ place: Int
  ) throws(IndexError) -> TermEntry? {
    let stem = place < memberStems.count ? memberStems[place] : nil
    switch form {
    case .stem:
      let entry = try entry(.stem, word.stem, in: segment)
      while memberStems.count < place { memberStems.append(nil) }
      memberStems.append(.some(entry))
      return entry
    case .surface:
      if word.surface == word.stem {
        return try entry(.surface, word.surface, in: segment, stem: stem)
      }
      // What has a stem of its own was stemmed as the passages are.
      if case .some(.none) = stem { return nil }
      return try entry(.surface, word.surface, in: segment)
    case .title:
      // The words of titles are words of their passages.
      if case .some(.none) = stem { return nil }
      return try entry(.title, word.stem, in: segment)
    }
  }

  /// Adds the passages that hold all of a phrase's words to the union, with the frequency of the
  /// rarest. Whether the words stand side by side is not known without their positions.
  private func addPassages(
    holdingAll entries: [TermEntry?], segment number: Int, weight: Double
  ) throws(IndexError) {
    let segment = index.segments[number]
    let deletions = index.deletions[number]
    if entries.count == 1, let entry = entries[0] {
      try forEachBlock(of: entry, section: segment.postings, in: segment) {
        unions.add(passages: $0, frequencies: $1, weight: weight, besides: deletions)
      }
      return
    }
    var common = PassageFrequencies()
    for case (let place, let entry?) in entries.enumerated() {
      var holders = PassageFrequencies()
      try forEachBlock(of: entry, section: segment.postings, in: segment) {
        holders.append($0, $1)
      }
      if place == 0 { common = holders } else { common.formIntersection(holders) }
    }
    common.passages.withUnsafeBufferPointer { passages in
      common.frequencies.withUnsafeBufferPointer {
        unions.add(passages: passages, frequencies: $0, weight: weight, besides: deletions)
      }
    }
  }
}

/// Passages in ascending order with a frequency each.
private struct PassageFrequencies {
  private(set) var passages: [UInt32] = []
  private(set) var frequencies: [UInt32] = []

  mutating func append(
    _ passages: UnsafeBufferPointer<UInt32>, _ frequencies: UnsafeBufferPointer<UInt32>
  ) {
    self.passages.append(contentsOf: passages)
    self.frequencies.append(contentsOf: frequencies)
  }

  /// Keeps what `other` has too, with the lesser frequency.
  mutating func formIntersection(_ other: PassageFrequencies) {
    var (own, theirs, kept) = (0, 0, 0)
    while own < passages.count, theirs < other.passages.count {
      if passages[own] == other.passages[theirs] {
        passages[kept] = passages[own]
        frequencies[kept] = min(frequencies[own], other.frequencies[theirs])
        kept += 1
        own += 1
        theirs += 1
      } else if passages[own] < other.passages[theirs] {
        own += 1
      } else {
        theirs += 1
      }
    }
    passages.removeSubrange(kept...)
    frequencies.removeSubrange(kept...)
  }
}
