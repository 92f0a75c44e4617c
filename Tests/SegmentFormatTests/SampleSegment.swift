import Model
import Platform
import TestSupport

@testable import SegmentFormat

/// A segment in which no section is empty.
struct SampleSegment {
  let passageCount: Int
  let contents: SegmentContents

  /// - Parameters:
  ///   - passageCount: The number of passages, a multiple of five.
  ///   - numbers: The numbers of the terms. Term *n* is in every *n*-th passage, but term 11 is in
  ///     all passages.
  init(passages passageCount: Int = 300, terms numbers: Range<Int> = 10..<40) {
    self.passageCount = passageCount
    let documentCount = passageCount / 5
    var random = SplitMix64(seed: 11)
    let passages = (0..<passageCount).map {
      PassageRow(
        document: $0 / 5, byteOffset: $0 * 31, firstLine: $0 + 1,
        flags: PassageRow.flags(field: .text, role: Role.allCases[$0 % 3], hasHeadings: true),
        length: 5 + random.below(300))
    }
    let codes = passages.map { LengthCode.encode($0.length) }
    var terms = TermDictionaryWriter()
    var postings = PostingListWriter()
    for form in TermForm.allCases {
      for number in numbers {
        let holders = (0..<passageCount).filter { $0 % number == 0 || number == 11 }
        let entry = holders.map { UInt32($0) }.withUnsafeBufferPointer { holders in
          holders.map { UInt8(1 + Int($0) % 20) }.withUnsafeBufferPointer { frequencies in
            codes.withUnsafeBufferPointer { codes in
              postings.append(passages: holders, frequencies: frequencies, lengthCodes: codes)
            }
          }
        }
        Array("term\(number)".utf8).withUnsafeBytes { terms.append(form: form, term: $0, entry) }
      }
    }
    var text = StoredItems()
    var documents = StoredItems()
    var record: [UInt8] = []
    for number in 0..<passageCount {
      record.removeAll()
      Array(Self.text(number).utf8).withUnsafeBytes {
        PassageRecord.encode(headings: ["Heading"], text: $0, into: &record)
      }
      record.withUnsafeBytes { text.append($0) }
    }
    for number in 0..<documentCount {
      DocumentRecord(statements: [.title: .init(value: "Title \(number)")]).encode()
        .withUnsafeBytes { documents.append($0) }
    }
    contents = SegmentContents(
      properties: .init(
        language: "en", fingerprint: 42, passageCount: passageCount,
        documentCount: documentCount,
        totalLength: passages.reduce(0) { $0 + UInt64($1.length) }),
      terms: terms, postings: postings, passages: passages,
      vectorLengths: passages.map { Double($0.length).squareRoot() },
      text: BlockStore.encode([text]),
      documentIDs: (0..<documentCount).map { "folder/\($0)" },
      documentPlaces: (0..<documentCount).map { ($0 % 3, $0) },
      documents: BlockStore.encode([documents]),
      sources: (0..<3).map {
        SourceRecord(id: "s\($0)", path: "/s\($0)", size: $0, modified: $0, format: 1)
      })
  }

  static func text(_ number: Int) -> String { "The text of passage \(number), word for word." }

  /// Returns the bytes of the segment, and the checksum that the writer computed.
  func write() throws -> (bytes: [UInt8], checksum: UInt32) {
    final class Memory { var bytes: [UInt8] = [] }
    let memory = Memory()
    var writer = try SegmentWriter { memory.bytes.append(contentsOf: $0) }
    try contents.write(to: &writer)
    return (memory.bytes, writer.checksum)
  }
}

extension StoredItems {
  /// Returns items of about 130 bytes that have words in common.
  static func sentences(_ count: Int) -> StoredItems {
    var random = SplitMix64(seed: 12)
    let words = (0..<400).map { number in
      String(
        (0..<3 + number % 7).map { _ in Character(UnicodeScalar(97 + UInt8(random.below(26)))) })
    }
    var items = StoredItems()
    for _ in 0..<count {
      let item = (0..<20).map { _ in words[random.below(words.count)] }.joined(separator: " ")
      Array(item.utf8).withUnsafeBytes { items.append($0) }
    }
    return items
  }
}
