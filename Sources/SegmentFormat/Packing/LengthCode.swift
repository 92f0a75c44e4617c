/// Passage lengths (in terms) in one byte: exact below 64, then sixteen steps to the octave, so that a
/// decoded length is at most a seventeenth (5.9 %) below the true one, up to 262,143. A smaller code
/// is a shorter passage.
public enum LengthCode {
  private static let exact = 64
  private static let steps = 16

  /// The least length of each of the 256 codes.
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
