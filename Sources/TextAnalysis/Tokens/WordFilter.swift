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
    /// The place of another beginning of the same kind, or -1.
    var next = -1

    init(_ word: Span<UInt8>) {
      bytes = word.eightBytes(at: 0)
      mask = word.count < 8 ? 1 << UInt64(8 * word.count) - 1 : .max
    }

    @inline(__always)
    func begins(_ word: UInt64) -> Bool { (word ^ bytes) & mask == 0 }
  }

  /// The beginnings whose first bytes have the same low six bits.
  fileprivate struct Kind: Sendable {
    /// A bit set of the low six bits of the second bytes.
    var secondBytes: UInt64 = 0
    /// The place of the first of them, or -1 if there is none.
    var first = -1
  }

  private var beginnings: [Beginning] = []
  /// The number of beginnings for which there is room at first: those of a question with the words
  /// that are related to its own.
  private static let usualCount = 64
  /// By the low six bits of the first byte.
  private var kinds: [Kind] = Array(repeating: Kind(), count: 64)
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
  /// - Complexity: O(*n*), where *n* is the number of beginnings of the same kind.
  public mutating func admit(beginningWith beginning: Span<UInt8>) {
    let new = Beginning(beginning)
    guard new.mask != 0 else {
      for kind in kinds.indices {
        insert(new, amongKind: kind)
        kinds[kind].secondBytes = .max
      }
      admitsNumbers = true
      return
    }
    let kind = Int(new.bytes & 63)
    var before = -1
    var place = kinds[kind].first
    while place >= 0 {
      let other = beginnings[place]
      if new.mask & other.mask == other.mask, other.begins(new.bytes) { return }
      if new.mask & other.mask == new.mask, new.begins(other.bytes) {
        // The new one begins all words of the other one, which is not tested any more.
        if before >= 0 {
          beginnings[before].next = other.next
        } else {
          kinds[kind].first = other.next
        }
      } else {
        before = place
      }
      place = other.next
    }
    insert(new, amongKind: kind)
    let first = UInt8(truncatingIfNeeded: new.bytes)
    kinds[kind].secondBytes |= new.mask > 0xFF ? 1 << (new.bytes &>> 8 & 63) : .max
    admitsNumbers = admitsNumbers || first.isASCIIDigit
  }

  private mutating func insert(_ beginning: Beginning, amongKind kind: Int) {
    var beginning = beginning
    beginning.next = kinds[kind].first
    if beginnings.isEmpty { beginnings.reserveCapacity(Self.usualCount) }
    kinds[kind].first = beginnings.count
    beginnings.append(beginning)
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
    fileprivate let kinds: UnsafeBufferPointer<Kind>
    let admitsNumbers: Bool

    /// Returns whether a word with these first eight bytes passes. The first byte is the lowest;
    /// the bytes after a shorter word do not matter.
    @inline(__always)
    func admits(_ word: UInt64) -> Bool {
      let kind = Int(word & 63)
      guard kinds[kind].secondBytes & 1 &<< (word &>> 8 & 63) != 0 else { return false }
      var place = kinds[kind].first
      while place >= 0 {
        if beginnings[place].begins(word) { return true }
        place = beginnings[place].next
      }
      return false
    }

    @inline(__always)
    func admits(_ word: Span<UInt8>) -> Bool { admits(word.eightBytes(at: 0)) }
  }

  @inline(__always)
  func withTest<R>(_ body: (Test) -> R) -> R {
    beginnings.withUnsafeBufferPointer { beginnings in
      kinds.withUnsafeBufferPointer { kinds in
        body(Test(beginnings: beginnings, kinds: kinds, admitsNumbers: admitsNumbers))
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
      case .english:
        stem.count == 3 && stem.isOne(of: ["die", "lie", "tie"]) ? ["dy", "ly", "ty"] : []
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
  /// Returns the index after the word or number at `start`, and the space behind it, if a filter
  /// rejects it and it consists of ASCII letters and digits only, or nil if the tokenizer has to
  /// examine it.
  ///
  /// - Parameters:
  ///   - beginning: The eight bytes from `start` on. The first byte is the lowest.
  ///   - start: The index of the first byte, which need not be one of a word.
  ///   - filter: The filter.
  @inline(__always)
  func indexBehind(
    _ beginning: UInt64, at start: Int, keptBackBy filter: WordFilter.Test
  ) -> Int? {
    let length = beginning.alphanumericLength
    let word = beginning.lowercased
    guard length > 0, !filter.admits(word) else { return nil }
    if filter.admitsNumbers {
      // A number may contain separators, and `Rp` may be separated from one.
      if self[start].isASCIIDigit { return nil }
      if UInt16(truncatingIfNeeded: word) == 0x7072, self[start + 2].isASCIIDigit { return nil }
    }
    let end = length < 8 ? start &+ length : alphanumericEnd(from: start &+ 8)
    let next =
      length < 8
      ? UInt8(truncatingIfNeeded: beginning &>> UInt64(truncatingIfNeeded: 8 &* length)) : self[end]
    switch next {
    case UInt8(ascii: " "):
      return end &+ 1
    case UInt8(ascii: "'"), UInt8(ascii: "-"):
      // The word may continue: Indonesia's, negara-negara.
      let following = self[end + 1]
      return following.asciiFolded == 0 && following < 0x80 ? end : nil
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
