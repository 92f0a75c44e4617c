import Glibc
import SegmentFormat

/// BM25's inverse document frequency in the form that is positive for every term, also for one that
/// all of few passages hold: `ln(1 + (N − df + ½) / (df + ½))` (Lucene's; Robertson's without the 1 is
/// negative above one half).
func inverseDocumentFrequency(_ documentFrequency: Int, of passageCount: Int) -> Double {
  let df = Double(documentFrequency)
  let count = Double(max(passageCount, documentFrequency))
  return log(1 + (count - df + 0.5) / (df + 0.5))
}

/// BM25's weight of a term's frequency within a passage, `tf / (tf + k1·(1 − b + b·length/mean))`,
/// for every frequency up to 16 and every length code, in units of 2⁻¹⁶ (Robertson & Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009, eq. 3.15 without the constant k1 + 1).
///
/// They are integers, so that sums do not depend on the order of their terms: a search that skips
/// passages gives the same ranking, to the last bit, as one that looks at all of them.
final class SaturationTable {
  /// Frequencies that have a row, from 0: all that four bits of a block can express.
  static let rowCount = 17
  /// Values in a row, one for each length code.
  static let rowSize = 256
  static let scaleBits: UInt64 = 16

  let k1: Double
  let b: Double
  let meanLength: Double
  /// `k1·(1 − b + b·length/mean)` by length code; valid while the table lives.
  let norms: UnsafePointer<Float>
  /// Row after row of 256 length codes, for frequencies below `rows`; valid while the table lives.
  let rows: UnsafePointer<UInt16>

  /// - Parameters:
  ///   - k1: How slowly frequency saturates, from 0.
  ///   - b: How much length counts, 0…1.
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

  /// Returns the saturated weight of any frequency at a norm.
  ///
  /// Never inlined: within a cursor's scoring, the division would be computed ahead of the test whether
  /// the table has a row, for every score.
  @inline(never)
  static func saturation(_ frequency: Int, _ norm: Float) -> UInt16 {
    let tf = Float(frequency)
    let value = tf / (tf + norm) * 65535
    // Like `rounded()`, which would call the C library for each of some thousand values.
    let whole = UInt16(value)
    return value - Float(whole) < 0.5 ? whole : whole + 1
  }

  /// Returns the saturated weight of any frequency.
  func saturation(frequency: Int, lengthCode: UInt8) -> UInt16 {
    frequency < SaturationTable.rowCount
      ? rows[frequency << 8 | Int(lengthCode)]
      : SaturationTable.saturation(frequency, norms[Int(lengthCode)])
  }
}
