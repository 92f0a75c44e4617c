@testable import TextAnalysis

struct FoldedToken: Equatable {
  var range: Range<Int>
  var kind: Token.Kind
  var folded: [UInt8]
}

func tokens(_ bytes: [UInt8]) -> [FoldedToken] {
  var tokens: [FoldedToken] = []
  var tokenizer = Tokenizer()
  tokenizer.forEachToken(in: bytes.span) { token, folded in
    let bytes = folded.withUnsafeBufferPointer { Array($0) }
    tokens.append(FoldedToken(range: token.range, kind: token.kind, folded: bytes))
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

/// SplitMix64 (Steele, Lea, Flood 2014): the same texts in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
