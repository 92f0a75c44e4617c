import SegmentFormat
import TextAnalysis

/// Merges the dictionaries and postings of several segments, term by term.
///
/// Forms share lists exactly as in an index that was built at once: a surface form that is the only
/// one of its stem shares the stem's list. A difference would affect the last digits of scores.
struct TermMerger: ~Copyable {
  private let merger: SegmentMerger
  private let lengthCodes: [UInt8]
  private let analyzer: Analyzer
  private var gatherer: PostingGatherer
  private var postings = PostingListWriter()
  private var passages: [UInt32] = []
  private var frequencies: [UInt8] = []
  private var readBeforePause = 0

  /// The number of bytes of lists at which they are written.
  private static let drainSize = 1 << 18
  /// The number of postings to read between two calls of `pause`.
  private static let pauseAfter = 1 << 14

  /// - Parameters:
  ///   - merger: The merger of the segments.
  ///   - lengthCodes: The `LengthCode` of each passage of the merged segment.
  init(_ merger: SegmentMerger, lengthCodes: [UInt8]) {
    self.merger = merger
    self.lengthCodes = lengthCodes
    analyzer = Analyzer(language: merger.language)
    gatherer = PostingGatherer(merger.inputs, merger.order)
  }

  /// Writes the sections of postings, terms, and the filter of terms.
  consuming func write(to writer: inout SegmentWriter) throws {
    writer.begin(.postings)
    let stems = try mergeStems(&writer)
    var terms = TermDictionaryWriter()
    try stems.withUnsafeBytes { bytes in
      let stems = try TermDictionaryReader(bytes)
      var scan = try TermScan(stems, form: .stem)
      while try scan.next() {
        let entry = scan.entry
        scan.withTerm { terms.append(form: .stem, term: $0, entry) }
      }
      try mergeSurfaces(stems, &terms, &writer)
    }
    try mergeTitles(&terms, &writer)
    try writer.write(postings.finish())
    try writer.end()
    try writer.append(.termFilter, terms.filterBytes)
    try writer.append(.terms, terms.finish())
    try merger.pause()
  }

  /// Writes the postings of all stems.
  ///
  /// - Returns: The bytes of a dictionary of the stems.
  private mutating func mergeStems(_ writer: inout SegmentWriter) throws -> [UInt8] {
    var terms = TermDictionaryWriter()
    var walk = try TermWalk(merger.inputs, .stem)
    // A second walk advances in parallel to find the surface forms that are spelled like a stem.
    var surfaces = try TermWalk(merger.inputs, .surface)
    while try walk.next() {
      try surfaces.advance(to: walk)
      try gatherer.gather(walk.occurrences)
      guard !gatherer.postings.isEmpty else { continue }
      var entry = try encode(&writer)
      entry.isUniform = try isUniform(walk, surfaces)
      walk.term.withUnsafeBytes { terms.append(form: .stem, term: $0, entry) }
    }
    return terms.finish()
  }

  /// Returns whether the gathered stem occurs in only one surface form, which is spelled like the
  /// stem.
  ///
  /// - Parameters:
  ///   - stem: The walk over stems, at the gathered stem.
  ///   - walk: The walk over surface forms, at the first form that does not precede the stem.
  private mutating func isUniform(
    _ stem: borrowing TermWalk, _ walk: borrowing TermWalk
  ) throws -> Bool {
    var surfaces = stem.occurrences.filter(\.entry.isUniform)
    if surfaces.count == stem.occurrences.count { return true }
    if walk.term == stem.term { surfaces += walk.occurrences }
    let postings = gatherer.postings
    guard surfaces.reduce(0, { $0 + $1.entry.documentFrequency }) >= postings.count else {
      return false
    }
    try gatherer.gather(surfaces)
    return gatherer.postings == postings
  }

  private mutating func mergeSurfaces(
    _ stems: TermDictionaryReader, _ terms: inout TermDictionaryWriter,
    _ writer: inout SegmentWriter
  ) throws {
    var walk = try TermWalk(merger.inputs, .surface, withUniformStems: true)
    while try walk.next() {
      if try stems.entry(form: .stem, walk.term)?.isUniform == true { continue }
      try gatherer.gather(walk.occurrences)
      guard !gatherer.postings.isEmpty else { continue }
      var entry = try sharedEntry(walk.term, stems) ?? encode(&writer)
      entry.isUniform = false
      walk.term.withUnsafeBytes { terms.append(form: .surface, term: $0, entry) }
    }
  }

  /// Returns the entry of the gathered surface form's stem, or nil if its postings are different.
  /// In either case except the first, the postings of the surface form are gathered afterwards.
  private mutating func sharedEntry(
    _ surface: [UInt8], _ stems: TermDictionaryReader
  ) throws -> TermEntry? {
    let stem = analyzer.withStem(of: surface.span) { stem in
      stem.isEmpty ? surface : stem.indices.map { stem[$0] }
    }
    guard let entry = try stems.entry(form: .stem, stem),
      entry.documentFrequency == gatherer.postings.count
    else { return nil }
    let postings = gatherer.postings
    try gatherer.gather(try occurrences(of: .stem, stem))
    if gatherer.postings == postings { return entry }
    try gatherer.gather(try occurrences(ofSurface: surface))
    return nil
  }

  private func occurrences(of form: TermForm, _ term: [UInt8]) throws -> [TermWalk.Occurrence] {
    var found: [TermWalk.Occurrence] = []
    for (input, segment) in merger.inputs.enumerated() {
      guard let entry = try segment.file.terms.entry(form: form, term) else { continue }
      found.append(TermWalk.Occurrence(input: input, entry: entry))
    }
    return found
  }

  /// Returns a surface form's own entries, and those of stems that represent it because they occur
  /// only in this form.
  private func occurrences(ofSurface surface: [UInt8]) throws -> [TermWalk.Occurrence] {
    try occurrences(of: .surface, surface)
      + occurrences(of: .stem, surface).filter(\.entry.isUniform)
  }

  private mutating func mergeTitles(
    _ terms: inout TermDictionaryWriter, _ writer: inout SegmentWriter
  ) throws {
    var walk = try TermWalk(merger.inputs, .title)
    while try walk.next() {
      try gatherer.gather(walk.occurrences)
      guard !gatherer.postings.isEmpty else { continue }
      let entry = try encode(&writer)
      walk.term.withUnsafeBytes { terms.append(form: .title, term: $0, entry) }
    }
  }

  /// Writes the gathered postings, and returns their entry.
  private mutating func encode(_ writer: inout SegmentWriter) throws -> TermEntry {
    passages.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    for posting in gatherer.postings {
      passages.append(UInt32(truncatingIfNeeded: posting >> 8))
      frequencies.append(UInt8(truncatingIfNeeded: posting))
    }
    let entry = passages.withUnsafeBufferPointer { passages in
      frequencies.withUnsafeBufferPointer { frequencies in
        lengthCodes.withUnsafeBufferPointer {
          postings.append(passages: passages, frequencies: frequencies, lengthCodes: $0)
        }
      }
    }
    if postings.pendingByteCount >= TermMerger.drainSize { try writer.write(postings.drain()) }
    if gatherer.readCount - readBeforePause >= TermMerger.pauseAfter {
      readBeforePause = gatherer.readCount
      try merger.pause()
    }
    return entry
  }
}
