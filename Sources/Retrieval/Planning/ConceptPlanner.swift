import Caching
import Model
import SegmentFormat
import TextAnalysis

/// Plans the lists of a concept, which represents a word or a phrase of the question: the union of
/// the lists of several terms, scored like the list of one term. See `SynonymSet`.
final class ConceptPlanner {
  private let index: IndexReader
  private let terms: TermLookup
  private let postings: PostingReader
  private var unions = UnionBuilder()
  /// The lists of concepts, by their size in bytes.
  private var kept: GenerationalCache<ConceptKey, ConceptLists>
  /// The number of bytes to keep for each passage of the index. That is about a tenth of the space
  /// that the passage takes there.
  private static let bytesPerPassage = 40
  /// The number of bytes that a concept takes besides its postings.
  private static let conceptSize = 640
  /// The number of bytes to keep besides.
  private static let leastKept = 5 << 18

  init(_ index: IndexReader, _ terms: TermLookup, _ postings: PostingReader) {
    self.index = index
    self.terms = terms
    self.postings = postings
    kept = GenerationalCache(
      capacity: Self.leastKept + Self.bytesPerPassage * index.passageCount)
  }

  /// Adds a concept's lists to the plan of a language.
  func add(
    _ concept: SynonymSet, _ language: CollectionStatistics.LanguageStatistics,
    _ options: SearchOptions, _ plan: inout SearchPlan
  ) throws(IndexError) {
    let forms = options.forms
    let lists = try self.lists(of: concept.members, forms.map(\.form), language)
    let term = concept.range.lowerBound
    for (place, (form, share)) in forms.enumerated() {
      let unions = lists.unions[place]
      let held = unions.reduce(0) { $0 + ($1?.count ?? 0) }
      let frequency = language.frequency(form, of: concept.members, held: held)
      let idf = inverseDocumentFrequency(frequency, of: language.passageCount)
      if form != .title { plan.mass += share * idf }
      plan.weight += frequency > 0 ? idf * share : 0
      plan.count += 1
      for (slot, union) in unions.enumerated() {
        guard let union else { continue }
        plan.append(
          ScoredList(
            number: plan.count, term: term, form: form, postings: .union(union),
            documentFrequency: frequency, idf: idf, share: share,
            isCovered: lists.isCovered[place][slot]),
          slot: slot)
      }
    }
  }

  /// Returns the lists of a concept's forms, which are kept, since the concepts of questions come
  /// again.
  private func lists(
    of given: [SynonymSet.Member], _ forms: [TermForm],
    _ language: CollectionStatistics.LanguageStatistics
  ) throws(IndexError) -> ConceptLists {
    let members = given.inStandardOrder
    let key = ConceptKey(language: language.language, formCount: forms.count, members: members)
    if let known = kept.value(for: key) { return known }
    var lists = ConceptLists()
    var stems = MemberStems(count: members.count * language.segments.count)
    for form in forms {
      stems.place = 0
      var unions: [UnpackedPostings?] = []
      for (slot, segment) in language.segments.enumerated() {
        unions.append(
          try union(of: members, form, segment: segment, &stems, sharing: lists.stems(slot)))
      }
      lists.append(unions)
    }
    kept.insert(lists, for: key, cost: lists.byteCount + Self.conceptSize)
    return lists
  }

  /// Returns the passages of a segment that contain any of the members, with their weighted
  /// frequencies, or nil if there are none.
  ///
  /// - Parameters:
  ///   - members: The members of the concept.
  ///   - form: The form of the terms.
  ///   - number: The number of the segment.
  ///   - stems: The entries of the members' stems, which are looked up first.
  ///   - stemUnion: The result for the stems. It is shared by a form that has the same entries.
  private func union(
    of members: [SynonymSet.Member], _ form: TermForm, segment number: Int,
    _ stems: inout MemberStems, sharing stemUnion: UnpackedPostings?
  ) throws(IndexError) -> UnpackedPostings? {
    let segment = index.segments[number]
    let start = stems.place
    var entries: [TermEntry?] = []
    for member in members {
      for word in member.words { entries.append(try entry(form, word, in: segment, &stems)) }
    }
    if form == .surface, stems.equal(entries, from: start) { return stemUnion }
    unions.prepare(passageCount: segment.properties.passageCount)
    var next = 0
    for member in members {
      let found = entries[next..<next + member.words.count].compactMap { $0 }
      next += member.words.count
      guard found.count == member.words.count else { continue }
      if found.count == 1 {
        try addPassages(of: found[0], segment: number, weight: member.weight)
      } else {
        try addPassages(holdingAll: found, segment: number, weight: member.weight)
      }
    }
    return unions.finish(lengthCodes: segment.lengthCodes.bindMemory(to: UInt8.self))
  }

  /// Looks up a word of a member. If its stem is absent, most other forms need no look-up.
  private func entry(
    _ form: TermForm, _ word: WordForms, in segment: SegmentFile,
    _ stems: inout MemberStems
  ) throws(IndexError) -> TermEntry? {
    if form == .stem {
      let entry = try terms.entry(.stem, word.stem, in: segment)
      stems.append(entry)
      return entry
    }
    let stem = stems.next()
    if form == .title {
      // The stem form counts the words of titles too: an absent stem is absent from all titles.
      return stem == nil ? nil : try terms.entry(.title, word.stem, in: segment)
    }
    guard word.surface != word.stem else {
      return try terms.entry(.surface, word.surface, in: segment, stem: .some(stem))
    }
    // The word was stemmed like the passages: if the stem is absent, the word is absent too.
    return stem == nil ? nil : try terms.entry(.surface, word.surface, in: segment)
  }

  private func addPassages(
    of entry: TermEntry, segment number: Int, weight: Double
  ) throws(IndexError) {
    let segment = index.segments[number]
    let deletions = index.deletions[number]
    let list = try postings.list(of: entry, in: segment)
    try postings.forEachBlock(of: list, in: segment) {
      unions.add(passages: $0, frequencies: $1, weight: weight, besides: deletions)
    }
  }

  /// Adds the passages that contain all words of a phrase to the union, with the frequency of the
  /// rarest word in each. The index stores no positions, so the words need not be adjacent.
  private func addPassages(
    holdingAll entries: [TermEntry], segment number: Int, weight: Double
  ) throws(IndexError) {
    let segment = index.segments[number]
    // The shorter the first list is, the more blocks of the other lists are skipped.
    let ascending = entries.sorted { $0.documentFrequency < $1.documentFrequency }
    var common = PassageFrequencies()
    for (place, entry) in ascending.enumerated() {
      let list = try postings.list(of: entry, in: segment)
      if place == 0 {
        common.reserve(entry.documentFrequency)
        try postings.forEachBlock(of: list, in: segment) { common.append($0, $1) }
      } else {
        try intersect(&common, with: list, in: segment)
      }
    }
    common.passages.withUnsafeBufferPointer { passages in
      common.frequencies.withUnsafeBufferPointer {
        unions.add(
          passages: passages, frequencies: $0, weight: weight, besides: index.deletions[number])
      }
    }
  }

  /// Keeps the passages that a list contains too, with the lesser of both frequencies. Only blocks
  /// that may contain one of them are unpacked.
  private func intersect(
    _ common: inout PassageFrequencies, with list: PostingList, in segment: SegmentFile
  ) throws(IndexError) {
    var block = 0
    common.beginIntersection()
    while let wanted = common.next {
      while block < list.blockCount, list.lastPassage(ofBlock: block) < wanted { block += 1 }
      guard block < list.blockCount else { break }
      let (passages, packed) = try postings.unpackPassages(ofBlock: block, of: list, in: segment)
      common.intersect(passages, packed)
      block += 1
    }
    common.endIntersection()
  }
}

/// The properties of a concept on which its lists depend, besides the index.
private struct ConceptKey: Hashable {
  var language: Language
  /// The number of forms to look up. They are always the first of stem, surface form and title.
  var formCount: Int
  var members: [SynonymSet.Member]

  /// Few concepts begin with the same word, so the others need not be read.
  func hash(into hasher: inout Hasher) {
    hasher.combine(members.first?.words.first?.surface)
    hasher.combine(members.count)
    hasher.combine(formCount)
  }
}

/// The lists of a concept in the segments of a language.
private struct ConceptLists {
  /// For each form, the union of each segment, or nil for a segment without one.
  private(set) var unions: [[UnpackedPostings?]] = []
  /// For each form and segment, whether the union of the first form covers this one. It need not: an
  /// abbreviation is looked up as it is, also as a stem.
  private(set) var isCovered: [[Bool]] = []

  /// The size of the postings in bytes.
  private(set) var byteCount = 0

  /// Returns the union of the first form in a segment.
  func stems(_ slot: Int) -> UnpackedPostings? { unions.first?[slot] }

  /// Adds the unions of the next form.
  mutating func append(_ new: [UnpackedPostings?]) {
    isCovered.append(
      new.indices.map { slot in
        guard let first = stems(slot), let union = new[slot] else { return false }
        return first === union || first.covers(union)
      })
    for (slot, union) in new.enumerated() {
      if let union, union !== stems(slot) { byteCount += union.byteCount }
    }
    unions.append(new)
  }
}

/// Passages in ascending order, each with a frequency.
private struct PassageFrequencies {
  private(set) var passages: [UInt32] = []
  private(set) var frequencies: [UInt32] = []
  /// The number of passages examined so far by an intersection.
  private var seen = 0
  /// The number of passages kept so far by an intersection.
  private var kept = 0

  mutating func reserve(_ count: Int) {
    passages.reserveCapacity(count)
    frequencies.reserveCapacity(count)
  }

  mutating func append(
    _ passages: UnsafeBufferPointer<UInt32>, _ frequencies: UnsafeBufferPointer<UInt32>
  ) {
    self.passages.append(contentsOf: passages)
    self.frequencies.append(contentsOf: frequencies)
  }

  mutating func beginIntersection() { (seen, kept) = (0, 0) }

  /// The next passage to examine, or nil after the last.
  var next: UInt32? { seen < passages.count ? passages[seen] : nil }

  /// Keeps the passages that the next block of a list contains too, with the lesser of both
  /// frequencies.
  mutating func intersect(
    _ block: UnsafeBufferPointer<UInt32>, _ packed: PostingList.Frequencies
  ) {
    var slot = 0
    while seen < passages.count, slot < block.count {
      let passage = passages[seen]
      if passage == block[slot] {
        passages[kept] = passage
        frequencies[kept] = min(frequencies[seen], packed.frequency(at: slot))
        kept += 1
      }
      // This avoids a branch that the processor could not predict.
      let found = block[slot]
      seen += passage <= found ? 1 : 0
      slot += found <= passage ? 1 : 0
    }
  }

  mutating func endIntersection() {
    passages.removeSubrange(kept...)
    frequencies.removeSubrange(kept...)
  }
}

/// The entries of the stems of a concept's words, in the order in which the words are looked up.
/// Stems are looked up first, and the other forms follow in the same order.
private struct MemberStems {
  private var entries: [TermEntry?] = []
  /// The index of the next word.
  var place = 0

  init(count: Int) { entries.reserveCapacity(count) }

  mutating func append(_ entry: TermEntry?) { entries.append(entry) }

  mutating func next() -> TermEntry? {
    defer { place += 1 }
    return entries[place]
  }

  /// Returns whether these are the entries of the stems from `place` on.
  func equal(_ others: [TermEntry?], from place: Int) -> Bool {
    entries[place..<place + others.count].elementsEqual(others)
  }
}

extension [SynonymSet.Member] {
  /// The members by descending weight, and those of one weight by their words. Which of them the
  /// question contains does not matter for a union.
  fileprivate var inStandardOrder: [SynonymSet.Member] {
    func isInOrder(_ first: SynonymSet.Member, _ second: SynonymSet.Member) -> Bool {
      if first.weight != second.weight { return first.weight > second.weight }
      return first.words.lexicographicallyPrecedes(second.words) { $0.surface < $1.surface }
    }
    let isInOrderAlready = zip(self, dropFirst()).allSatisfy { !isInOrder($1, $0) }
    return isInOrderAlready ? self : sorted(by: isInOrder)
  }
}

extension CollectionStatistics.LanguageStatistics {
  /// Returns the number of passages that contain any of a concept's members: at most the sum over
  /// these, of which one of several words is at most as frequent as its rarest word.
  ///
  /// - Parameters:
  ///   - form: The form of the terms.
  ///   - members: The members.
  ///   - held: The number of passages in the index that contain any of them.
  fileprivate func frequency(
    _ form: TermForm, of members: [SynonymSet.Member], held: Int
  ) -> Int {
    guard let outer else { return held }
    let sum = members.reduce(0) { sum, member in
      let rarest = member.words.map { word in
        outer.frequency(form, form == .surface ? word.surface : word.stem) ?? 0
      }.min()
      return sum + (rarest ?? 0)
    }
    return min(max(sum, held), max(passageCount, held))
  }
}
