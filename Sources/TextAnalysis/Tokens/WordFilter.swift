import Bytes
public import Model

/// A filter that rejects most of the words that a search does not look up, before they are folded,
/// hashed and stemmed.
///
/// The filter examines the first eight bytes of a word. It never rejects a word that is looked up,
/// but may pass others. See ``Tokenizer/forEachToken(in:admittedBy:_:)``.
public struct WordFilter: Sendable {
  fileprivate struct Beginning: Sendable {
    /// The first bytes of the word, of which the first is the lowest; 0 outside `mask`.
    var bytes: UInt64
    var mask: UInt64

    init(_ word: Span<UInt8>) {
      bytes = word.eightBytes(at: 0)
      mask = word.count < 8 ? 1 << UInt64(8 * word.count) - 1 : .max
    }

    @inline(__always)
    func begins(_ word: UInt64) -> Bool { (word ^ bytes) & mask == 0 }
  }

  /// The beginnings, in the order of the low six bits of their first bytes.
  private var beginnings: [Beginning] = []
  /// The end of the beginnings with each value of these six bits.
  private var ends: [UInt16] = Array(repeating: 0, count: 64)
  /// For each value of these six bits, a bit set of the low six bits of the second bytes.
  private var secondBytes: [UInt64] = Array(repeating: 0, count: 64)
  /// A Boolean value that indicates whether the prefixes that a stemmer removes are admitted.
  private var admitsPrefixes = false
  /// A Boolean value that indicates whether a beginning is empty or starts with a digit.
  private var admitsNumbers = false
  private let stemming: Stemming

  /// Creates a filter that rejects all words.
  ///
  /// - Parameter language: The language of the text.
  public init(language: Language) { stemming = Stemming(language) }

  /// Admits the words with a beginning.
  ///
  /// - Parameter beginning: The beginning, in folded form.
  public mutating func admit(beginningWith beginning: Span<UInt8>) {
    let new = Beginning(beginning)
    guard new.mask != 0 else {
      for kind in 0..<64 {
        insert(new, amongKind: kind)
        secondBytes[kind] = .max
      }
      admitsNumbers = true
      return
    }
    let kind = Int(new.bytes & 63)
    let others = (kind > 0 ? Int(ends[kind - 1]) : 0)..<Int(ends[kind])
    for index in others {
      let other = beginnings[index]
      if new.mask & other.mask == other.mask, other.begins(new.bytes) { return }
    }
    for index in others.reversed() {
      let other = beginnings[index]
      guard new.mask & other.mask == new.mask, new.begins(other.bytes) else { continue }
      beginnings.remove(at: index)
      for later in kind..<64 { ends[later] -= 1 }
    }
    insert(new, amongKind: kind)
    let first = UInt8(truncatingIfNeeded: new.bytes)
    secondBytes[kind] |= new.mask > 0xFF ? 1 << (new.bytes &>> 8 & 63) : .max
    admitsNumbers = admitsNumbers || first.isASCIIDigit
  }

  private mutating func insert(_ beginning: Beginning, amongKind kind: Int) {
    beginnings.insert(beginning, at: Int(ends[kind]))
    ends.withUnsafeMutableBufferPointer { ends in
      // Without checks of overflow, the compiler adds eight at once.
      for later in kind..<64 { ends[later] &+= 1 }
    }
  }

  /// Admits the words that may have a stem.
  public mutating func admit(stem: Span<UInt8>) {
    admit(beginningWith: stem.extracting(first: stemming.kept(ofStem: stem.count)))
    if stemming.hasPrefixes {
      if admitsPrefixes { return }
      admitsPrefixes = true
    }
    for prefix in stemming.beginnings(besidesThatOf: stem) {
      admit(
        beginningWith: Span(
          _unsafeStart: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
    }
  }

  /// Returns whether a folded word passes the filter.
  public func admits(_ word: Span<UInt8>) -> Bool { withTest { $0.admits(word) } }

  /// The tables of a filter, valid only within `withTest(_:)`.
  struct Test {
    fileprivate let beginnings: UnsafeBufferPointer<Beginning>
    fileprivate let ends: UnsafeBufferPointer<UInt16>
    fileprivate let secondBytes: UnsafeBufferPointer<UInt64>
    let admitsNumbers: Bool

    /// Returns whether a word with these first eight bytes passes. The first byte is the lowest;
    /// the bytes after a shorter word do not matter.
    @inline(__always)
    func admits(_ word: UInt64) -> Bool {
      let kind = Int(word & 63)
      guard secondBytes[kind] & 1 &<< (word &>> 8 & 63) != 0 else { return false }
      for index in (kind > 0 ? Int(ends[kind - 1]) : 0)..<Int(ends[kind])
      where beginnings[index].begins(word) {
        return true
      }
      return false
    }

    @inline(__always)
    func admits(_ word: Span<UInt8>) -> Bool { admits(word.eightBytes(at: 0)) }
  }

  @inline(__always)
  func withTest<R>(_ body: (Test) -> R) -> R {
    beginnings.withUnsafeBufferPointer { beginnings in
      ends.withUnsafeBufferPointer { ends in
        secondBytes.withUnsafeBufferPointer { secondBytes in
          body(
            Test(
              beginnings: beginnings, ends: ends, secondBytes: secondBytes,
              admitsNumbers: admitsNumbers))
        }
      }
    }
  }
}

extension WordFilter {
  /// The part of a stem that its words begin with. Tested with all words of 400,000 passages in
  /// several languages.
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

    /// A Boolean value that indicates whether the stemmer removes the same prefixes from any word.
    var hasPrefixes: Bool { kind == .prefix }

    /// Returns the beginnings of words that do not begin like their stem.
    func beginnings(besidesThatOf stem: Span<UInt8>) -> [StaticString] {
      switch kind {
      case .none, .ending, .unknown: []
      // The stemmer removes prefixes that begin like this.
      case .prefix: ["be", "di", "ke", "me", "pe", "te"]
      // The stem of *dying* is *die*.
      case .english: stem.isOne(of: ["die", "lie", "tie"]) ? ["dy", "ly", "ty"] : []
      }
    }

    /// Returns the number of bytes of a stem of `length` bytes that its words begin with.
    func kept(ofStem length: Int) -> Int {
      switch kind {
      case .none, .prefix: length
      // The stem of *happy* is *happi*.
      case .english: length < 3 ? length : length - 1
      // The stem of *applications* is *appliqu*.
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
}

/// Skips words that no search looks up.
extension ByteView {
  /// Returns the index after the word at `start` and the space or comma behind it, if it is what most
  /// are, up to seven ASCII letters and digits, and a filter rejects it. Otherwise, the result is nil.
  @inline(__always)
  func indexBehindShortWord(at start: Int, keptBackBy filter: WordFilter.Test) -> Int? {
    guard start + 8 <= count else { return nil }
    let bytes = eightBytes(at: start)
    let length = bytes.alphanumericLength
    guard length > 0, length < 8 else { return nil }
    let next = UInt8(truncatingIfNeeded: bytes &>> UInt64(truncatingIfNeeded: 8 &* length))
    let word = bytes.lowercased
    guard next == UInt8(ascii: " ") || next == UInt8(ascii: ","), !filter.admits(word) else {
      return nil
    }
    if filter.admitsNumbers, isPartOfNumber(word, at: start) { return nil }
    return start &+ length &+ 1
  }

  /// Returns whether a word may be a number, which may contain separators, or `Rp`, which may be
  /// separated from one.
  @inline(__always)
  private func isPartOfNumber(_ word: UInt64, at start: Int) -> Bool {
    self[start].isASCIIDigit
      || UInt16(truncatingIfNeeded: word) == 0x7072 && self[start + 2].isASCIIDigit
  }

  /// Returns the end of the word or number at `start` if a filter rejects it and it consists of
  /// ASCII letters and digits only, or nil if the tokenizer has to examine it.
  @inline(__always)
  func endOfWord(from start: Int, keptBackBy filter: WordFilter.Test) -> Int? {
    let word = eightBytes(at: start).lowercased
    guard !filter.admits(word) else { return nil }
    let end = alphanumericEnd(from: start)
    if filter.admitsNumbers, isPartOfNumber(word, at: start) { return nil }
    switch self[end] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"):
      // The word may continue: Indonesia's, negara-negara.
      let next = self[end + 1]
      return next.asciiFolded == 0 && next < 0x80 ? end : nil
    case UInt8(ascii: "."):
      // This may be an acronym, which has short parts.
      return end - start <= 3 && self[end + 1].isASCIILetter ? nil : end
    case 0x80...:
      return nil
    default:
      return end
    }
  }
}
