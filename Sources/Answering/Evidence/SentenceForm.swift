/// The form of a sentence, which may show that the sentence states nothing.
struct SentenceForm {
  /// A Boolean value that indicates whether the sentence ends with a question mark.
  let isInterrogative: Bool
  /// A Boolean value that indicates whether the sentence is code, or a line of a table of contents
  /// or of navigation.
  let isUnread: Bool

  /// The share of marks among the bytes above which a text is considered code.
  private static let marksOfCode = 0.12

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound, Self.closings.contains(bytes[end - 1]) { end -= 1 }
    isInterrogative = end > range.lowerBound && bytes[end - 1] == UInt8(ascii: "?")
    var marks = 0
    var separators = 0
    var dots = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "="),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "_"),
        UInt8(ascii: "#"):
        marks += 1
      case UInt8(ascii: "|"): separators += 1
      case UInt8(ascii: "."):
        dots = index > range.lowerBound && bytes[index - 1] == UInt8(ascii: ".") ? dots + 1 : dots
      default: break
      }
    }
    let isTable = bytes[range.lowerBound] == UInt8(ascii: "|")
    // `Home | News | Contact`, `Introduction ........ 3`
    let isNavigation = !isTable && separators >= 2 && range.count < 40 * (separators + 1)
    isUnread =
      Double(marks) > Self.marksOfCode * Double(range.count) || isNavigation && !isTable || dots > 4
  }

  private static let closings: [UInt8] = [
    UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "*"),
    UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "_"),
  ]
}
