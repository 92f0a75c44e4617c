import Bytes
import Corpus
import Model
import SegmentFormat
import TextAnalysis

/// The number of deleted passages of a segment in which each term occurs. Statistics subtract it,
/// so that they match those of an index without these passages.
///
/// The stored text is analysed again to count the terms, so that nothing has to be stored in
/// advance for deletions that may never happen.
struct DeletedTerms {
  private let segment: SegmentFile
  /// The number of passages for each dictionary key: the byte of the form, followed by the term.
  private var counts: [[UInt8]: Int] = [:]
  /// The number of terms in the counted passages.
  private(set) var totalLength: UInt64 = 0

  init(_ segment: SegmentFile) { self.segment = segment }

  /// Adds the counts of earlier deletions.
  mutating func add(_ deletions: Deletions) throws(FormatError) {
    totalLength += deletions.totalLength
    for form in TermForm.allCases {
      var found: [(term: [UInt8], count: Int)] = []
      try deletions.frequencies.forEachTerm(
        form: form, prefix: UnsafeRawBufferPointer(start: nil, count: 0)
      ) { term, entry in
        found.append(([form.rawValue] + term, entry.documentFrequency))
        return true
      }
      for (term, count) in found { counts[term, default: 0] += count }
    }
  }

  /// Counts the terms of passages of the segment, given by number.
  ///
  /// - Complexity: O(*n*), where *n* is the size of the passages in bytes.
  mutating func add(_ passages: [Int]) throws(FormatError) {
    var counter = PassageCounter(
      Analyzer(language: Language(rawValue: segment.properties.language)))
    var tokenizer = Tokenizer()
    var part = PartialIndex(worker: 0, source: 0)
    let decompressor = Decompressor()
    var text = BlockCache(decompressor)
    var documents = BlockCache(decompressor)
    var title: (document: Int, text: String) = (-1, "")
    for passage in passages {
      let row = try segment.passage(passage)
      let record = try segment.decodeItem(passage, of: segment.text, &text) {
        bytes throws(FormatError) in try PassageRecord(decoding: bytes, of: row)
      }
      if row.document != title.document {
        let document = try segment.decodeItem(row.document, of: segment.documents, &documents) {
          bytes throws(FormatError) in try DocumentRecord(decoding: bytes)
        }
        title = (row.document, document.statements[.title]?.value ?? "")
      }
      totalLength += UInt64(
        counter.countPassage(
          try record.text(of: row, title: title.text).utf8.span,
          title: row.isOfTitle ? nil : title.text,
          headings: record.headings, with: &tokenizer, into: &part))
    }
    add(part, MergedVocabulary([counter.vocabulary]))
  }

  private mutating func add(_ part: PartialIndex, _ vocabulary: MergedVocabulary) {
    var surfaces = [Int](repeating: 0, count: vocabulary.count)
    for surface in part.joined.surfaces { surfaces[Int(surface)] += 1 }
    for (number, count) in surfaces.enumerated() where count > 0 {
      counts[[TermForm.surface.rawValue] + vocabulary.surface(number), default: 0] += count
    }
    let groups = vocabulary.groupsByStem()
    var groupNumbers = [Int](repeating: 0, count: vocabulary.count)
    for (group, surfaces) in groups.enumerated() {
      for surface in surfaces { groupNumbers[Int(surface)] = group }
    }
    for (form, these) in [(TermForm.stem, part.joined), (.title, part.titles)] {
      var passages = [Int](repeating: 0, count: groups.count)
      // A passage may contain several surface forms of a stem.
      var last = [Int](repeating: -1, count: groups.count)
      var start = 0
      for (passage, end) in these.ends.enumerated() {
        for surface in these.surfaces[start..<end] {
          let group = groupNumbers[Int(surface)]
          if last[group] != passage { passages[group] += 1 }
          last[group] = passage
        }
        start = end
      }
      for (group, count) in zip(groups, passages) where count > 0 {
        guard let first = group.first else { continue }
        counts[[form.rawValue] + vocabulary.stem(Int(first)), default: 0] += count
      }
    }
  }

  /// Returns the counts in ascending order of form and term.
  func sorted() -> [(form: TermForm, term: ArraySlice<UInt8>, count: Int)] {
    counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      (TermForm(rawValue: $0.key[0]) ?? .stem, $0.key.dropFirst(), $0.value)
    }
  }
}
