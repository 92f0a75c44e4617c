import Bytes
import Model
import Retrieval
import TextAnalysis

/// The parts of a passage that list or show something instead of stating it: a table of contents,
/// and blocks of code.
struct ListedParts {
  /// The blocks of code between fences, in bytes of the readable text.
  private let code: [Range<Int>]
  /// A Boolean value that indicates whether the passage stands under the heading *Contents*.
  private let isUnderContents: Bool

  init(_ bytes: [UInt8], heading: String?) {
    // Few texts hold a mark that a fence may consist of.
    let hasMark = [UInt8(ascii: "`"), UInt8(ascii: "~")].contains {
      bytes.span.firstIndex(of: $0, in: bytes.indices) != nil
    }
    code = hasMark ? Self.code(in: bytes) : []
    isUnderContents = heading.map { Self.contents.contains($0.lowercased()) } ?? false
  }

  /// Returns whether a sentence is code.
  func isCode(_ range: Range<Int>) -> Bool { code.contains { $0.overlaps(range) } }

  /// Returns whether a sentence is an entry of a table of contents.
  ///
  /// - Parameters:
  ///   - sentence: The index of the sentence.
  ///   - passage: The passage with the sentence.
  func isContents(_ sentence: Int, of passage: PassageEvidence) -> Bool {
    guard isUnderContents else { return false }
    // The mark of the first item is not a part of its passage.
    return passage.isItem(sentence) || sentence == 0 && passage.isItem(1)
  }

  private static let contents = [
    "contents", "table of contents", "toc", "on this page", "daftar isi", "isi",
  ]

  /// Returns the ranges between fences of backticks or tildes. The first or last fence may be missing, since a passage begins and ends
  /// with text.
  private static func code(in bytes: [UInt8]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var opened: Int?
    var start = 0
    var followsText = false
    let isUneven = fenceCount(in: bytes) % 2 == 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let info = fenceEnd(in: bytes, start..<end) {
        if let open = opened {
          blocks.append(open..<start)
          opened = nil
        } else if isUneven, info == end, blocks.isEmpty, followsText {
          // A fence without a name of a language right below text closes what began before.
          blocks.append(0..<start)
        } else {
          opened = end
        }
        followsText = false
      } else {
        followsText = bytes[start..<end].contains { !$0.isASCIIWhiteSpace }
      }
      start = end + 1
    }
    if let opened { blocks.append(opened..<bytes.count) }
    return blocks
  }

  private static func fenceCount(in bytes: [UInt8]) -> Int {
    var count = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if fenceEnd(in: bytes, start..<end) != nil { count += 1 }
      start = end + 1
    }
    return count
  }

  /// Returns the end of the marks of a fence, or nil if the line is not one.
  private static func fenceEnd(in bytes: [UInt8], _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    guard index < line.upperBound,
      bytes[index] == UInt8(ascii: "`") || bytes[index] == UInt8(ascii: "~")
    else { return nil }
    let mark = index
    while index < line.upperBound, bytes[index] == bytes[mark] { index += 1 }
    guard index - mark >= 3 else { return nil }
    let isBare = bytes[index..<line.upperBound].allSatisfy(\.isASCIIWhiteSpace)
    return isBare ? line.upperBound : index
  }
}

extension PassageEvidence {
  /// Returns whether a sentence begins an item of a list, as far as its mark shows.
  fileprivate func isItem(_ sentence: Int) -> Bool {
    guard sentences.indices.contains(sentence) else { return false }
    var index = sentences[sentence].lowerBound
    var hasMark = false
    while index > 0, bytes[index - 1] != UInt8(ascii: "\n") {
      index -= 1
      if bytes[index].isASCIILetter { return false }
      if !bytes[index].isASCIIWhiteSpace { hasMark = true }
    }
    return hasMark
  }
}
