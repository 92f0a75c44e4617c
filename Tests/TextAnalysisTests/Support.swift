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
