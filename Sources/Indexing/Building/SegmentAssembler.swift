import Glibc
import Model
import Platform
import SegmentFormat
import TextAnalysis

/// Assembles the parts of one language into the contents of a segment.
struct SegmentAssembler {
  let language: Language
  /// The parts, in the order of their passages.
  let parts: [PartialIndex]
  /// The vocabulary of each worker.
  let vocabularies: [Vocabulary]
  let sources: [SourceRecord]

  /// - Parameters:
  ///   - threads: The number of threads to use. More than two have no effect.
  ///   - packing: The packing of texts and documents.
  func assemble(threads: Int, packing: BlockStore.Packing = .small) -> SegmentContents {
    let passages = numberedPassages()
    let lengthCodes = passages.map { LengthCode.encode($0.length) }
    let (stores, encoder) = inParallel(threads: threads) {
      (
        text: BlockStore.encode(parts.map(\.text), packing),
        documents: BlockStore.encode(parts.map(\.documents), packing)
      )
    } and: {
      encodeTerms(lengthCodes)
    }
    return SegmentContents(
      properties: SegmentLayout.Properties(
        language: language.rawValue, fingerprint: Analyzer.fingerprint(of: language),
        passageCount: passages.count,
        documentCount: parts.reduce(0) { $0 + $1.documentIDs.count },
        totalLength: passages.reduce(0) { $0 + UInt64($1.length) }),
      terms: encoder.terms, postings: encoder.postings, passages: passages,
      vectorLengths: encoder.squares.map { $0.squareRoot() }, text: stores.text,
      documentIDs: parts.flatMap(\.documentIDs),
      documentPlaces: usedSources.places, documents: stores.documents,
      sources: usedSources.records)
  }

  private func encodeTerms(_ lengthCodes: [UInt8]) -> TermEncoder {
    let vocabulary = MergedVocabulary(vocabularies)
    let joined = InvertedCounts(
      parts, numbers: vocabulary.numbers, count: vocabulary.count, \.joined)
    let titles = InvertedCounts(
      parts, numbers: vocabulary.numbers, count: vocabulary.count, \.titles)

    var encoder = TermEncoder(lengthCodes: lengthCodes)
    let groups = vocabulary.groupsByStem()
    let stems = encoder.appendStems(groups, vocabulary, joined)
    encoder.appendSurfaces(vocabulary, joined, sharedWith: stems)
    encoder.appendTitles(groups, vocabulary, titles)
    return encoder
  }

  /// Returns the passages of all parts, with documents numbered across the parts.
  private func numberedPassages() -> [PassageRow] {
    var rows: [PassageRow] = []
    rows.reserveCapacity(parts.reduce(0) { $0 + $1.passages.count })
    var documents = 0
    for part in parts {
      for var row in part.passages {
        row.document += documents
        rows.append(row)
      }
      documents += part.documentIDs.count
    }
    return rows
  }

  /// The sources of this language's documents, and the source and line of each document.
  private var usedSources: (records: [SourceRecord], places: [(source: Int, line: Int)]) {
    var records: [SourceRecord] = []
    var numbers: [Int: Int] = [:]
    var places: [(source: Int, line: Int)] = []
    for part in parts {
      let number = numbers[part.source] ?? records.count
      if number == records.count {
        records.append(sources[part.source])
        numbers[part.source] = number
      }
      for line in part.documentLines { places.append((number, line)) }
    }
    return (records, places)
  }
}

/// Encodes the postings and the dictionary, form by form.
private struct TermEncoder: Sendable {
  let lengthCodes: [UInt8]
  var terms = TermDictionaryWriter()
  var postings = PostingListWriter()
  /// For each passage, the sum of (1 + ln tf)² over its stems.
  private(set) var squares: [Double]
  /// (1 + ln tf)² for each tf.
  private static let square = (0..<256).map { tf in
    let weight = tf == 0 ? 0 : 1 + log(Double(tf))
    return weight * weight
  }

  init(lengthCodes: [UInt8]) {
    self.lengthCodes = lengthCodes
    squares = [Double](repeating: 0, count: lengthCodes.count)
  }

  private mutating func encode(
    _ passages: UnsafeBufferPointer<UInt32>, _ frequencies: UnsafeBufferPointer<UInt8>
  ) -> TermEntry {
    lengthCodes.withUnsafeBufferPointer {
      postings.append(passages: passages, frequencies: frequencies, lengthCodes: $0)
    }
  }

  /// Appends the entries of all stems.
  ///
  /// - Returns: For each surface form, the entry of its stem if it is the only form of that stem.
  mutating func appendStems(
    _ groups: StemGroups, _ vocabulary: MergedVocabulary, _ counts: InvertedCounts
  ) -> [TermEntry?] {
    var alone = [TermEntry?](repeating: nil, count: vocabulary.count)
    var scratch = UnionScratch(passageCount: lengthCodes.count)
    var occurring: [UInt32] = []
    for group in groups {
      occurring.removeAll(keepingCapacity: true)
      for number in group where counts.postingCount(Int(number)) > 0 { occurring.append(number) }
      guard let first = occurring.first else { continue }
      var entry = counts.withUnion(occurring, scratch: &scratch) { passages, frequencies in
        for (passage, tf) in zip(passages, frequencies) {
          squares[Int(passage)] += TermEncoder.square[Int(tf)]
        }
        return encode(passages, frequencies)
      }
      if occurring.count == 1 {
        entry.isUniform = vocabulary.isOwnStem(Int(first))
        alone[Int(first)] = entry
      }
      vocabulary.stem(Int(first)).withUnsafeBytes { terms.append(form: .stem, term: $0, entry) }
    }
    return alone
  }

  /// Appends the surface forms that differ from their stem or share it with others. A form that is
  /// the only one of its stem shares the stem's list. If it is also spelled like the stem, it has
  /// no entry.
  mutating func appendSurfaces(
    _ vocabulary: MergedVocabulary, _ counts: InvertedCounts, sharedWith stems: [TermEntry?]
  ) {
    for number in vocabulary.orderBySurface() where counts.postingCount(Int(number)) > 0 {
      var entry: TermEntry
      if let shared = stems[Int(number)] {
        if shared.isUniform { continue }
        entry = shared
      } else {
        entry = counts.withPostings(Int(number)) { encode($0, $1) }
      }
      entry.isUniform = false
      vocabulary.surface(Int(number)).withUnsafeBytes {
        terms.append(form: .surface, term: $0, entry)
      }
    }
  }

  mutating func appendTitles(
    _ groups: StemGroups, _ vocabulary: MergedVocabulary, _ counts: InvertedCounts
  ) {
    var scratch = UnionScratch(passageCount: lengthCodes.count)
    var occurring: [UInt32] = []
    for group in groups {
      occurring.removeAll(keepingCapacity: true)
      for number in group where counts.postingCount(Int(number)) > 0 { occurring.append(number) }
      guard let first = occurring.first else { continue }
      let entry = counts.withUnion(occurring, scratch: &scratch) { encode($0, $1) }
      vocabulary.stem(Int(first)).withUnsafeBytes { terms.append(form: .title, term: $0, entry) }
    }
  }
}
