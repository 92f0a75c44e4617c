/// The form of a sentence, as far as it shows that the sentence states nothing.
struct SentenceForm {
  /// Ends with a question mark.
  let isInterrogative: Bool
  /// Is code, or a line of a table of contents or of navigation.
  let isUnread: Bool

  /// The share of bytes from which marks make code of a text.
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
