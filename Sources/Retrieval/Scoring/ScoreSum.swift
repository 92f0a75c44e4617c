/// The sum of the scores of a passage so far, with an upper bound of what it will be when the other
/// lists of the same words are added.
protocol ScoreSum: BitwiseCopyable {
  static var zero: Self { get }

  /// The greatest number of passages in a window, whose sums stay in the processor's caches. It is a
  /// multiple of 64.
  static var windowSize: UInt32 { get }

  /// Creates the score of one posting.
  ///
  /// - Parameters:
  ///   - weight: The weight of the list.
  ///   - lifted: The weight of the list together with other lists that may hold the passage.
  ///   - saturation: The saturated weight of the posting's frequency, from 0 to 65,535.
  init(_ weight: UInt64, lifted: UInt64, _ saturation: UInt64)

  /// Returns the sum with the score of another word.
  func adding(_ other: Self) -> Self

  /// The sum of the scores that were added.
  var score: Int32 { get }
  /// The upper bound.
  var limit: Int32 { get }

  /// Returns whether the upper bound exceeds a score, which must not be negative.
  func mayExceed(_ least: Int32) -> Bool

  /// Returns the sum with the score of a list that its upper bound includes already.
  func refined(by score: Int32) -> Self
}

/// The sum where every word has one list, so that the upper bound is the sum itself.
extension Int32: ScoreSum {
  static var windowSize: UInt32 { 1 << 14 }

  @inline(__always)
  init(_ weight: UInt64, lifted: UInt64, _ saturation: UInt64) {
    self = Int32(truncatingIfNeeded: (weight &* saturation) &>> SaturationTable.scaleBits)
  }

  @inline(__always)
  var score: Int32 { self }
  @inline(__always)
  var limit: Int32 { self }

  @inline(__always)
  func mayExceed(_ least: Int32) -> Bool { self > least }

  @inline(__always)
  func adding(_ other: Int32) -> Int32 { self &+ other }

  @inline(__always)
  func refined(by score: Int32) -> Int32 { self &+ score }
}

/// A sum and its upper bound in one word, which one addition adds to.
struct LiftedSum: ScoreSum {
  /// The upper bound in the upper half, the sum in the lower. Neither overflows: see
  /// `ScoreScale.greatest`.
  private var halves: UInt64

  @inline(__always)
  private init(halves: UInt64) { self.halves = halves }

  static var windowSize: UInt32 { 1 << 13 }

  @inline(__always)
  static var zero: LiftedSum { LiftedSum(halves: 0) }

  @inline(__always)
  init(_ weight: UInt64, lifted: UInt64, _ saturation: UInt64) {
    let score = (weight &* saturation) &>> SaturationTable.scaleBits
    let limit = (lifted &* saturation) &>> SaturationTable.scaleBits
    halves = limit &<< 32 | score
  }

  @inline(__always)
  func adding(_ other: LiftedSum) -> LiftedSum { LiftedSum(halves: halves &+ other.halves) }

  @inline(__always)
  var score: Int32 { Int32(truncatingIfNeeded: halves) }
  @inline(__always)
  var limit: Int32 { Int32(truncatingIfNeeded: halves &>> 32) }

  @inline(__always)
  func mayExceed(_ least: Int32) -> Bool {
    halves > UInt64(truncatingIfNeeded: least) &<< 32 | UInt64(UInt32.max)
  }

  @inline(__always)
  func refined(by score: Int32) -> LiftedSum {
    LiftedSum(halves: halves &+ UInt64(truncatingIfNeeded: score))
  }
}
