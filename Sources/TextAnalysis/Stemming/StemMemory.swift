import Bytes
import Glibc

/// The stems of words that were stemmed before: a table of fixed size, each word with one place in
/// it, which it has until another word takes it.
///
/// Stemming a word takes about fifty times as long as finding its stem here, and the words of
/// questions and texts come again.
final class StemMemory {
  /// The bytes of a short word in their order, and zeros behind them.
  private struct ShortWord: Equatable {
    var first: UInt64
    var second: UInt64

    @inline(__always)
    init(_ word: Span<UInt8>) {
      first = word.eightBytes(at: 0).littleEndian
      second = word.count > 8 ? word.eightBytes(at: 8).littleEndian : 0
    }
  }

  /// All bits of an empty slot are 0, like those of no word.
  private struct Slot {
    var word: ShortWord
    var stem: ShortWord
    var stemLength: Int
  }

  private let slots: UnsafeMutablePointer<Slot>
  private static let slotCount = 4096
  /// The greatest length in bytes of a word and of a stem that are kept.
  private static let longest = 16

  init() {
    // Unused memory takes no pages.
    guard let memory = calloc(Self.slotCount, MemoryLayout<Slot>.stride) else {
      preconditionFailure("out of memory")
    }
    slots = memory.bindMemory(to: Slot.self, capacity: Self.slotCount)
  }

  deinit { free(slots) }

  /// Calls `body` with the stem of a word.
  ///
  /// - Parameters:
  ///   - word: The word, without zero bytes.
  ///   - stemmer: The stemmer for words that are not in the table, the same in all calls.
  ///   - body: A closure that gets the stem, which is valid during the call only.
  @inline(__always)
  func withStem<R>(
    of word: Span<UInt8>, by stemmer: SnowballStemmer, _ body: (Span<UInt8>) -> R
  ) -> R {
    guard 1...Self.longest ~= word.count else { return stemmer.withStem(of: word, body) }
    let short = ShortWord(word)
    let hash = WordHash.mix(short.first ^ short.second &* 0x9E37_79B9_7F4A_7C15)
    let slot = slots + Int(truncatingIfNeeded: hash & UInt64(Self.slotCount - 1))
    if slot.pointee.word == short {
      let length = slot.pointee.stemLength
      return withUnsafeBytes(of: slot.pointee.stem) { stem in
        body(stem.bindMemory(to: UInt8.self).span.extracting(first: length))
      }
    }
    return stemmer.withStem(of: word) { stem in
      if stem.count <= Self.longest {
        slot.pointee = Slot(word: short, stem: ShortWord(stem), stemLength: stem.count)
      }
      return body(stem)
    }
  }
}
