import Glibc
import SegmentFormat

/// Returns the inverse document frequency of BM25 in the form that is positive for every term, even
/// for one in all passages: `ln(1 + (N − df + ½) / (df + ½))`. It is the form of Lucene; that of
/// Robertson, without the 1, is negative for terms in more than half of the passages.
func inverseDocumentFrequency(_ documentFrequency: Int, of passageCount: Int) -> Double {
  let df = Double(documentFrequency)
  let count = Double(max(passageCount, documentFrequency))
  return log(1 + (count - df + 0.5) / (df + 0.5))
}

/// A table of BM25's weight of a term's frequency within a passage,
/// `tf / (tf + k1·(1 − b + b·length/mean))`, for every frequency up to 16 and every length code
/// (Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, eq. 3.15
/// without the constant k1 + 1).
///
/// Values are integers from 0 to 65,535, so that sums do not depend on the order of their terms: a
/// search that skips passages gives the same ranking, to the last bit, as one that scores all of
/// them.
final class SaturationTable {
  /// The number of frequencies, from 0, that have a row. They include all frequencies that four
  /// bits of a block can express.
  static let rowCount = 17
  /// The number of values in a row, one for each length code.
  static let rowSize = 256
  static let scaleBits: UInt64 = 16

  let k1: Double
  let b: Double
  let meanLength: Double
  /// The norm `k1·(1 − b + b·length/mean)` for each length code. The pointer is valid while the
  /// table exists.
  let norms: UnsafePointer<Float>
  /// The rows of 256 values each, for frequencies below `rowCount`. The pointer is valid while the
  /// table exists.
  let rows: UnsafePointer<UInt16>

  /// - Parameters:
  ///   - k1: The saturation of frequencies, from 0. The greater it is, the later they saturate.
  ///   - b: The normalization of lengths, from 0 to 1.
  ///   - meanLength: The mean number of terms in a passage.
  init(k1: Double, b: Double, meanLength: Double) {
    self.k1 = k1
    self.b = b
    self.meanLength = meanLength
    let norms = UnsafeMutablePointer<Float>.allocate(capacity: SaturationTable.rowSize)
    for (code, length) in LengthCode.lengths.enumerated() {
      (norms + code).initialize(to: Float(k1 * (1 - b + b * Double(length) / max(meanLength, 1))))
    }
    self.norms = UnsafePointer(norms)
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: SaturationTable.rowCount * 256)
    for code in 0..<256 { table[code] = 0 }
    for frequency in 1..<SaturationTable.rowCount {
      for code in 0..<256 {
        table[frequency << 8 | code] = SaturationTable.saturation(frequency, norms[code])
      }
    }
    rows = UnsafePointer(table)
  }

  deinit {
    rows.deallocate()
    norms.deallocate()
  }

  /// Returns the saturated weight of any frequency for a norm.
  ///
  /// It is never inlined, because the compiler would then compute the division for every score,
  /// before the test of whether the table has a row.
  @inline(never)
  static func saturation(_ frequency: Int, _ norm: Float) -> UInt16 {
    let tf = Float(frequency)
    let value = tf / (tf + norm) * 65535
    // This is equivalent to `rounded()`, which would call the C library for each of several
    // thousand values.
    let whole = UInt16(value)
    return value - Float(whole) < 0.5 ? whole : whole + 1
  }

  /// Returns the saturated weight of any frequency for a length code.
  func saturation(frequency: Int, lengthCode: UInt8) -> UInt16 {
    frequency < SaturationTable.rowCount
      ? rows[frequency << 8 | Int(lengthCode)]
      : SaturationTable.saturation(frequency, norms[Int(lengthCode)])
  }
}
