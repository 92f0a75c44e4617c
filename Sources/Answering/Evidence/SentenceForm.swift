/// The form of a sentence, which may show that the sentence states nothing.
struct SentenceForm {
  /// A Boolean value that indicates whether the sentence ends with a question mark.
  let isInterrogative: Bool
  /// A Boolean value that indicates whether the sentence is code, or a line of a table of contents
  /// or of navigation.
  let isUnread: Bool

  /// The share of marks among the bytes above which a text is considered code.
  private static let marksOfCode = 0.12

  /// Determines the form of a sentence.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: The range of the sentence.
  ///   - isTable: A Boolean value that indicates whether the sentence is a row of a table, as
  ///     far as its first byte does not show.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, isTable: Bool) {
    var end = range.upperBound
    while end > range.lowerBound, Self.closings.contains(bytes[end - 1]) { end -= 1 }
    isInterrogative = end > range.lowerBound && bytes[end - 1] == UInt8(ascii: "?")
    let (marks, separators, dots) = Self.counts(bytes, range)
    let isTable = isTable || bytes[range.lowerBound] == UInt8(ascii: "|")
    // `Home | News | Contact`, `Introduction ........ 3`
    let isNavigation = !isTable && separators >= 2 && range.count < 40 * (separators + 1)
    isUnread =
      Double(marks) > Self.marksOfCode * Double(range.count) || isNavigation && !isTable || dots > 4
  }

  /// Returns the number of marks of code, of vertical bars, and of full stops that follow another.
  private static func counts(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (marks: Int, separators: Int, dots: Int) {
    // Three counts in one number, since most bytes count as nothing and branches would cost more.
    var counts: UInt64 = 0
    weights.withUnsafeBufferPointer { weights in
      for index in range { counts &+= weights[Int(bytes[index])] }
    }
    let periods = counts >> 42
    var dots = 0
    if periods > 1 {
      for index in range.dropFirst()
      where bytes[index] == UInt8(ascii: ".") && bytes[index - 1] == UInt8(ascii: ".") {
        dots += 1
      }
    }
    return (Int(counts & 0x1F_FFFF), Int(counts >> 21 & 0x1F_FFFF), dots)
  }

  /// What a byte adds to the number of marks, from bit 0 on, of vertical bars, from bit 21 on, and
  /// of full stops, from bit 42 on. A sentence has less than two million bytes.
  private static let weights: [UInt64] = {
    var weights = [UInt64](repeating: 0, count: 256)
    for mark in "{};=<>\\_#".utf8 { weights[Int(mark)] = 1 }
    weights[Int(UInt8(ascii: "|"))] = 1 << 21
    weights[Int(UInt8(ascii: "."))] = 1 << 42
    return weights
  }()

  private static let closings: [UInt8] = [
    UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "*"),
    UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "_"),
  ]
}
