import Bytes

/// Splits a text into words, numbers and ideographs, and folds their case, accents and
/// compatibility forms.
///
/// ```swift
/// var tokenizer = Tokenizer()
/// var words: [String] = []
/// tokenizer.forEachToken(in: "Indonesia's cafés".utf8.span) { _, folded in
///   words.append(folded.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
/// }
/// // words: ["indonesia", "cafes"]
/// ```
///
/// Words follow the spirit of Unicode's word boundary rules (UAX #29), with additions for search:
/// see `Tokenizer+Word.swift`. Bytes that are not well-formed UTF-8 are separators.
public struct Tokenizer {
  /// The maximum length of a folded form, in bytes. Longer forms are cut, but never inside a
  /// scalar.
  public static let maximumFoldedLength = FoldedBytes.capacity

  var scalars = ScalarFolding()
  var folded = FoldedBytes()
  /// The end of the last run of parts with periods that is not an acronym. No word within it begins
  /// an acronym either, so that the run is scanned once rather than from each of its words.
  var endOfPlainParts = 0

  public init() {}

  /// Calls `body` with each token, in order, and its folded form, which is never empty and whose
  /// bytes are valid only during the call. Ranges count UTF-8 bytes of `text` and never overlap.
  public mutating func forEachToken(
    in text: Span<UInt8>, _ body: (Token, Span<UInt8>) -> Void
  ) {
    forEachToken(in: text, testedBy: nil, body)
  }

  /// Calls `body` with each token that passes a filter, as `forEachToken(in:_:)` does for all
  /// tokens.
  public mutating func forEachToken(
    in text: Span<UInt8>, admittedBy filter: WordFilter, _ body: (Token, Span<UInt8>) -> Void
  ) {
    filter.withTest { test in
      forEachToken(in: text, testedBy: test) { token, folded in
        // A token that could not be skipped may still be rejected.
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
      endOfPlainParts = 0
      var index = 0
      while index < view.count {
        if let test, let next = view.indexBehindShortWord(at: index, keptBackBy: test) {
          index = next
          continue
        }
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

  /// Passes the folded bytes to `body` as one token, unless there are none.
  func emit(
    _ range: Range<Int>, _ kind: Token.Kind, _ body: (Token, Span<UInt8>) -> Void
  ) {
    guard folded.count > 0 else { return }
    body(Token(range: range, kind: kind), folded.bytes.span.extracting(first: folded.count))
  }

  /// Returns whether a word continues at `index`.
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

  /// Appends the marks and ignorable scalars at `start` to the folded form, and returns their end.
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
