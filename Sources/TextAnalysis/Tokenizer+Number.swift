import Bytes

extension Tokenizer {
  /// Scans the number at `start`, without separators of thousands, and hands it out; returns where
  /// to go on.
  ///
  /// Other digits are scanned as a word, since letters may follow them (20th, 1990's). What is
  /// parted by a decimal separator are two numbers, so that 3.7 and 3,7 are the same.
  mutating func scanNumber(
    in view: ByteView, from start: Int, _ body: (Token, Span<UInt8>) -> Void
  ) -> Int {
    guard let groupsEnd = groupsEnd(in: view, from: start) else {
      return scanWord(in: view, from: start, body)
    }
    folded.removeAll()
    for index in start..<groupsEnd where view[index].isASCIIDigit { folded.append(view[index]) }
    let end = folded.appendRun(in: view, from: groupsEnd)
    emit(start..<end, end == groupsEnd ? .number : .word, body)
    return end
  }

  /// Where a number ends whose thousands are set apart (5,000 or 1.000.000); nil where they are
  /// not, as in 17.12.2025 or 192.168.1.1.
  private func groupsEnd(in view: ByteView, from start: Int) -> Int? {
    var end = digitsEnd(in: view, from: start)
    let separator = view[end]
    guard end - start <= 3, view[start] != UInt8(ascii: "0"),
      separator == UInt8(ascii: ".") || separator == UInt8(ascii: ","),
      view[end + 1].isASCIIDigit
    else { return nil }
    while view[end] == separator, view[end + 1].isASCIIDigit {
      let groupEnd = digitsEnd(in: view, from: end + 1)
      guard groupEnd == end + 4 else { return nil }
      end = groupEnd
    }
    return end
  }

  private func digitsEnd(in view: ByteView, from start: Int) -> Int {
    var end = start
    while view[end].isASCIIDigit { end += 1 }
    return end
  }
}
