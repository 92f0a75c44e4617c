/// Encodes the length of a passage, in terms, in one byte: exactly below 64, then in sixteen steps
/// to the octave. A decoded length is at most a seventeenth (5.9 %) below the true one, for lengths
/// up to 262,143. A smaller code means a shorter passage.
///
/// ```swift
/// let code = LengthCode.encode(100)
/// let length = LengthCode.lengths[Int(code)]
/// ```
public enum LengthCode {
  private static let exact = 64
  private static let steps = 16

  /// The least length that each of the 256 codes represents.
  public static let lengths: [UInt32] = (0..<256).map { code in
    guard code >= exact else { return UInt32(code) }
    let octave = (code - exact) / steps
    let step = (code - exact) % steps
    return UInt32((exact << octave) + ((exact << octave) / steps) * step)
  }

  public static func encode(_ length: Int) -> UInt8 {
    guard length >= exact else { return UInt8(max(length, 0)) }
    let octave = (Int.bitWidth - 1 - length.leadingZeroBitCount) - 6
    let step = (length - (exact << octave)) / ((exact << octave) / steps)
    return UInt8(clamping: exact + octave * steps + step)
  }
}
