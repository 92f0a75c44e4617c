import TextAnalysis

/// The distinct surface forms that one worker has encountered in one language, numbered in order of
/// appearance.
///
/// Each form is stemmed and compared with the stop words only once. For each token of a text, the
/// worker only hashes and compares bytes.
struct Vocabulary {
  /// The number of a surface form.
  typealias SurfaceID = UInt32
  /// The number that represents every stop word. Stop words are not indexed.
  static let stopWord = SurfaceID.max
  /// The number that represents every word that only adds to the lengths of passages.
  static let uncounted = SurfaceID.max - 1

  /// The folded bytes of surfaces and stems, concatenated.
  private(set) var arena: [UInt8] = []
  private(set) var surfaces: [Range<Int>] = []
  /// The range of each form's stem. It equals the range of the surface form if stemming leaves that
  /// unchanged.
  private(set) var stems: [Range<Int>] = []

  private struct Slot {
    var hash: UInt32 = 0
    var id: SurfaceID = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
    var isEmpty: Bool { length == 0 }
  }
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  /// The most recently used slots, by the low bits of the hash. A few words make up most of a text,
  /// and unlike the whole table, these slots stay in the processor's cache.
  private var recent = [Slot](repeating: Slot(), count: recentMask + 1)
  private static let recentMask = (1 << 12) - 1
  private var used = 0
  /// The stems of the words that are numbered, or nil to number all words.
  private let counted: CountedWords.Stems?

  var count: Int { surfaces.count }

  /// - Parameter counted: The stems of the words that are numbered, or nil to number all words.
  init(counting counted: CountedWords.Stems? = nil) { self.counted = counted }

  /// The approximate size of the vocabulary in memory, in bytes.
  var byteCount: Int {
    arena.capacity + (surfaces.capacity + stems.capacity) * MemoryLayout<Range<Int>>.stride
      + slots.capacity * MemoryLayout<Slot>.stride
  }

  /// Returns the number of a folded surface form, `stopWord`, or `uncounted`, which are the two
  /// greatest numbers.
  @inline(__always)
  mutating func id(of surface: Span<UInt8>, analyzer: Analyzer) -> SurfaceID {
    let hash = surface.withUnsafeBytes { Vocabulary.hash($0) }
    let place = Int(truncatingIfNeeded: hash) & Vocabulary.recentMask
    let slot = recent[place]
    if slot.hash == hash, matches(slot, surface) { return slot.id }
    return idBeyondRecent(of: surface, hash: hash, place, analyzer: analyzer)
  }

  @inline(never)
  private mutating func idBeyondRecent(
    of surface: Span<UInt8>, hash: UInt32, _ place: Int, analyzer: Analyzer
  ) -> SurfaceID {
    let mask = slots.count &- 1
    var index = Int(hash) & mask
    while !slots[index].isEmpty {
      if slots[index].hash == hash, matches(slots[index], surface) {
        recent[place] = slots[index]
        return slots[index].id
      }
      index = (index &+ 1) & mask
    }
    return insert(surface, hash: hash, analyzer: analyzer)
  }

  @inline(__always)
  private func matches(_ slot: Slot, _ surface: Span<UInt8>) -> Bool {
    guard Int(slot.length) == surface.count else { return false }
    return surface.withUnsafeBytes { surface in
      arena.withUnsafeBytes { arena in
        guard let start = arena.baseAddress, let other = surface.baseAddress else { return false }
        return WordHash.areEqual(start + Int(slot.start), other, count: surface.count)
      }
    }
  }

  @inline(__always)
  static func hash(_ surface: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: WordHash.hash(surface))
  }

  @inline(never)
  private mutating func insert(
    _ surface: Span<UInt8>, hash: UInt32, analyzer: Analyzer
  ) -> SurfaceID {
    if used * 8 >= slots.count * 5 { grow() }
    let start = arena.count
    append(surface)
    let id = number(surface, at: start..<arena.count, analyzer: analyzer)
    place(
      Slot(hash: hash, id: id, start: UInt32(start), length: UInt32(surface.count)))
    used += 1
    return id
  }

  /// Numbers a new surface form, whose bytes are in the arena.
  private mutating func number(
    _ surface: Span<UInt8>, at range: Range<Int>, analyzer: Analyzer
  ) -> SurfaceID {
    if analyzer.isStopWord(surface) { return Vocabulary.stopWord }
    if let counted, !counted.mayHold(stemOf: surface) { return Vocabulary.uncounted }
    let stem = appendStem(of: surface, at: range, analyzer: analyzer)
    if let counted, !counted.contains(arena.span.extracting(stem)) { return Vocabulary.uncounted }
    surfaces.append(range)
    stems.append(stem)
    return SurfaceID(surfaces.count - 1)
  }

  private mutating func appendStem(
    of surface: Span<UInt8>, at range: Range<Int>, analyzer: Analyzer
  ) -> Range<Int> {
    let start = arena.count
    analyzer.withStem(of: surface) { stem in append(stem) }
    let stem = start..<arena.count
    guard !stem.isEmpty, !arena[stem].elementsEqual(arena[range]) else {
      arena.removeLast(stem.count)
      return range
    }
    return stem
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    for index in bytes.indices { arena.append(bytes[index]) }
  }

  private mutating func place(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Int(slot.hash) & mask
    while !slots[index].isEmpty { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where !slot.isEmpty { place(slot) }
  }
}
