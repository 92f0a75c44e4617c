import TestSupport

@testable import TextAnalysis

struct FoldedToken: Equatable {
  var range: Range<Int>
  var kind: Token.Kind
  var folded: [UInt8]

  init(_ token: Token, _ folded: Span<UInt8>) {
    range = token.range
    kind = token.kind
    self.folded = folded.withUnsafeBufferPointer { Array($0) }
  }
}

func tokens(_ bytes: [UInt8]) -> [FoldedToken] {
  var tokens: [FoldedToken] = []
  var tokenizer = Tokenizer()
  tokenizer.forEachToken(in: bytes.span) { token, folded in
    tokens.append(FoldedToken(token, folded))
  }
  return tokens
}

func tokens(_ text: String) -> [FoldedToken] { tokens(Array(text.utf8)) }

func folded(_ text: String) -> String {
  tokens(text).map { String(decoding: $0.folded, as: UTF8.self) }.joined(separator: " ")
}

func kinds(_ text: String) -> [Token.Kind] { tokens(text).map(\.kind) }

/// A text in which `[` and `]` mark ranges.
struct MarkedText {
  var text = ""
  var ranges: [Range<Int>] = []

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var start = 0
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): start = bytes.count
      case UInt8(ascii: "]"): ranges.append(start..<bytes.count)
      default: bytes.append(byte)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

enum SampleText {
  /// Returns a random text of pieces that the rules examine.
  static func pieces(_ generator: inout SplitMix64) -> [UInt8] {
    let pieces = [
      "a", "B", "rp", "Rp", "ab", "nya", "an", "negara", "7", "12", "345", ".", ",", "%", "-",
      "'",
      "’", "é", "e\u{301}", "ß", "İ", "ﬁ", "я", "й", "日", "が", "か\u{3099}", "ท", "ี", "\u{AD}",
      "\u{200D}",
      "😀", "U.S.", "Dr.", "No.", " ", " ", " ", "\n", "\n\n", "# ", "- ", "1. ", "| ", "---", "…",
      "。", "”", "“", "(", ")", "[1]", "!", "?", ";", "\u{A0}", "𐐀", "ﷺ", "₂", "한",
      String(repeating: "x", count: 63), String(repeating: "y ", count: 400),
    ]
    let count = Int.random(in: 0...40, using: &generator)
    return (0..<count).flatMap { _ in
      pieces.randomElement(using: &generator)?.utf8.map(\.self) ?? []
    }
  }
}
