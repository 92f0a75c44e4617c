import Bytes

/// Cuts a text into words, numbers and ideographs and folds them: case, accents, compatibility
/// forms.
///
/// Words follow Unicode's word rules (UAX #29) in spirit, with what search needs on top: see
/// `Tokenizer+Word.swift` and `Tokenizer+Number.swift`. Bytes that are not well-formed UTF-8 are
/// separators.
public struct Tokenizer {
  /// Folded forms are cut to this many bytes, never inside a scalar.
  public static let maximumFoldedLength = FoldedBytes.capacity

  var scalars = ScalarFolding()
  var folded = FoldedBytes()

  public init() {}

  /// Calls `body` for each token in order with its folded form, which is never empty and whose
  /// bytes are valid during the call only. Ranges count UTF-8 bytes of `text` and never overlap.
  public mutating func forEachToken(
    in text: Span<UInt8>, _ body: (Token, Span<UInt8>) -> Void
  ) {
    forEachToken(in: text, testedBy: nil, body)
  }

  /// The same, but for tokens that a filter keeps back.
  public mutating func forEachToken(
    in text: Span<UInt8>, admittedBy filter: WordFilter, _ body: (Token, Span<UInt8>) -> Void
  ) {
    filter.withTest { test in
      forEachToken(in: text, testedBy: test) { token, folded in
        // What could not be passed over may still be kept back.
        if test.admits(folded) { body(token, folded) }
      }
    }
  }

  @inline(__always)
  private mutating func forEachToken(
    in text: Span<UInt8>, testedBy test: WordFilter.Test?, _ body: (Token, Span<UInt8>) -> Void
  ) {
    text.withUnsafeBufferPointer { buffer in
      guard let view = ByteView(buffer) else { return }
      var index = 0
      while index < view.count {
        let byte = view[index]
        if byte.asciiFolded != 0 {
          if let test, let end = view.endOfWord(from: index, keptBackBy: test) {
            index = view[end] == UInt8(ascii: " ") ? end + 1 : end
            continue
          }
          index =
            byte.isASCIIDigit
            ? scanNumber(in: view, from: index, body) : scanWord(in: view, from: index, body)
        } else if byte >= 0x80 {
          index = scanBeyondASCII(in: view, from: index, body)
        } else {
          index += 1
        }
      }
    }
  }

  /// Hands out what has been folded as one token, unless it is empty.
  func emit(
    _ range: Range<Int>, _ kind: Token.Kind, _ body: (Token, Span<UInt8>) -> Void
  ) {
    guard folded.count > 0 else { return }
    body(Token(range: range, kind: kind), folded.bytes.span.extracting(first: folded.count))
  }

  /// Whether a word goes on at `index`.
  mutating func wordContinues(in view: ByteView, at index: Int) -> Bool {
    let byte = view[index]
    if byte < 0x80 { return byte.asciiFolded != 0 }
    guard let scalar = view.scalar(at: index) else { return false }
    let role = scalars.fold(scalar.value).role
    return role == .letter || role == .mark
  }

  private mutating func scanBeyondASCII(
    in view: ByteView, from start: Int, _ body: (Token, Span<UInt8>) -> Void
  ) -> Int {
    guard let scalar = view.scalar(at: start) else { return start + 1 }
    let foldedScalar = scalars.fold(scalar.value)
    switch foldedScalar.role {
    case .letter:
      return scanWord(in: view, from: start, body)
    case .ideograph:
      folded.removeAll()
      folded.append(foldedScalar)
      let end = appendMarks(in: view, from: start + scalar.length)
      emit(start..<end, .ideograph, body)
      return end
    case .separator, .mark, .ignorable, .apostrophe:
      return start + scalar.length
    }
  }

  /// Takes the marks and ignorable scalars at `start` into the folded form; returns their end.
  private mutating func appendMarks(in view: ByteView, from start: Int) -> Int {
    var index = start
    while view[index] >= 0x80, let scalar = view.scalar(at: index) {
      let foldedScalar = scalars.fold(scalar.value)
      guard foldedScalar.role == .mark || foldedScalar.role == .ignorable else { break }
      folded.append(foldedScalar)
      index += scalar.length
    }
    return index
  }
}
