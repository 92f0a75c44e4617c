import Bytes
public import Model

/// Which words of a text may be among those that are looked for, told from their first eight
/// bytes: a test that spares most words the folding, the hash and the stemmer.
///
/// It never keeps back a word that is looked for, and lets others through.
public struct WordFilter: Sendable {
  fileprivate struct Beginning: Sendable {
    /// The first byte lowest; 0 where `mask` is.
    var bytes: UInt64
    var mask: UInt64

    init(_ word: Span<UInt8>) {
      bytes = word.firstEightBytes
      mask = word.count < 8 ? 1 << UInt64(8 * word.count) - 1 : .max
    }

    @inline(__always)
    func begins(_ word: UInt64) -> Bool { (word ^ bytes) & mask == 0 }
  }

  private var beginnings: [Beginning] = []
  /// Of the first bytes of all beginnings, the low six bits.
  private var firstBytes: UInt64 = 0
  /// Some beginning is a digit's.
  private var admitsNumbers = false
  private let stemming: Stemming

  /// A filter that lets no word through.
  ///
  /// - Parameter language: of the text.
  public init(language: Language) { stemming = Stemming(language) }

  /// Lets the words through that begin so.
  ///
  /// - Parameter beginning: folded.
  public mutating func admit(beginningWith beginning: Span<UInt8>) {
    let new = Beginning(beginning)
    guard !beginnings.contains(where: { new.mask & $0.mask == $0.mask && $0.begins(new.bytes) })
    else { return }
    beginnings.removeAll { new.mask & $0.mask == new.mask && new.begins($0.bytes) }
    beginnings.append(new)
    let first = UInt8(truncatingIfNeeded: new.bytes)
    firstBytes |= new.mask == 0 ? .max : 1 << UInt64(first & 63)
    admitsNumbers = admitsNumbers || new.mask == 0 || first.isASCIIDigit
  }

  /// Lets the words through that may have a stem.
  public mutating func admit(stem: Span<UInt8>) {
    admit(beginningWith: stem.extracting(first: stemming.kept(ofStem: stem.count)))
    for prefix in stemming.beginnings(besidesThatOf: stem) {
      admit(
        beginningWith: Span(
          _unsafeStart: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
    }
  }

  /// Whether a folded word is let through.
  func admits(_ word: Span<UInt8>) -> Bool { withTest { $0.admits(word) } }

  /// The sets that the words of a text are tested by.
  struct Test {
    fileprivate let beginnings: UnsafeBufferPointer<Beginning>
    fileprivate let firstBytes: UInt64
    let admitsNumbers: Bool

    /// Whether a word with these first eight bytes, the first lowest, is let through; what comes
    /// after a shorter word does not matter.
    @inline(__always)
    func admits(_ word: UInt64) -> Bool {
      guard firstBytes & 1 << (word & 63) != 0 else { return false }
      for beginning in beginnings where beginning.begins(word) { return true }
      return false
    }

    @inline(__always)
    func admits(_ word: Span<UInt8>) -> Bool { admits(word.firstEightBytes) }
  }

  @inline(__always)
  func withTest<R>(_ body: (Test) -> R) -> R {
    beginnings.withUnsafeBufferPointer {
      body(Test(beginnings: $0, firstBytes: firstBytes, admitsNumbers: admitsNumbers))
    }
  }
}

extension WordFilter {
  /// What a word and its stem have in common: tried on all words of 400,000 passages in several
  /// languages.
  private struct Stemming: Sendable {
    private enum Kind { case none, english, ending, prefix, unknown }

    private let kind: Kind

    init(_ language: Language) {
      kind =
        switch language.primarySubtag {
        case "und", "": .none
        case "en": .english
        case _ where language.stemsKeepBeginnings: .ending
        case "id", "ms": .prefix
        default: .unknown
        }
    }

    /// How words of a stem may begin that do not begin as it does.
    func beginnings(besidesThatOf stem: Span<UInt8>) -> [StaticString] {
      switch kind {
      case .none, .ending, .unknown: []
      // What a word may have lost.
      case .prefix: ["be", "di", "ke", "me", "pe", "te"]
      // *dying*, *die*
      case .english: stem.isOne(of: ["die", "lie", "tie"]) ? ["dy", "ly", "ty"] : []
      }
    }

    /// How many first bytes of a stem of `length` its words begin with.
    func kept(ofStem length: Int) -> Int {
      switch kind {
      case .none, .prefix: length
      // *happy*, *happi*
      case .english: length < 3 ? length : length - 1
      // *applications*, *appliqu*
      case .ending: max(1, length - 2)
      case .unknown: min(1, length)
      }
    }
  }
}

extension Span<UInt8> {
  fileprivate func isOne(of words: [StaticString]) -> Bool {
    words.contains { word in
      count == word.utf8CodeUnitCount && indices.allSatisfy { self[$0] == word.utf8Start[$0] }
    }
  }

  /// The first byte lowest.
  fileprivate var firstEightBytes: UInt64 {
    var bytes: UInt64 = 0
    for place in 0..<Swift.min(8, count) { bytes |= UInt64(self[place]) << UInt64(8 * place) }
    return bytes
  }
}

/// Passing over words that nobody looks for.
extension ByteView {
  /// The end of the word or number at `start` where a filter keeps it back and its letters and
  /// digits are all there is to it; nil where the tokenizer has to look at it.
  @inline(__always)
  func endOfWord(from start: Int, keptBackBy filter: WordFilter.Test) -> Int? {
    let word = eightBytes(at: start).lowercased
    guard !filter.admits(word) else { return nil }
    let end = alphanumericEnd(from: start)
    if filter.admitsNumbers {
      // A number may have separators in it, and one may be parted from `Rp`.
      if self[start].isASCIIDigit { return nil }
      if UInt16(truncatingIfNeeded: word) == 0x7072, self[start + 2].isASCIIDigit { return nil }
    }
    switch self[end] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"):
      // A word may go on: Indonesia's, negara-negara.
      let next = self[end + 1]
      return next.asciiFolded == 0 && next < 0x80 ? end : nil
    case UInt8(ascii: "."):
      // An acronym has short parts.
      return end - start <= 3 && self[end + 1].isASCIILetter ? nil : end
    case 0x80...:
      return nil
    default:
      return end
    }
  }
}
