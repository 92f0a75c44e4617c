extension Tokenizer {
  /// A run of digits and inner separators: `1.234,5` has three groups, `.` and `,` between them.
  private struct Digits {
    var end: Int
    var groupCount = 1
    /// Digits of the first and of the last group.
    var firstLength: Int
    var lastLength: Int
    /// The separator before the last group, 0 where there is but one group.
    var lastSeparator: UInt8 = 0
    var lastGroupStart: Int
    /// All groups between the first and the last have three digits and one kind of separator.
    var hasRegularMiddle = true
    var firstSeparator: UInt8 = 0

    enum Reading {
      /// 5,000 or 5.000 or 1.000.000
      case grouped
      /// 3.7 or 3,7 or 1.234,5
      case decimal
      /// 17.12.2025 or 192.168.1.1: numbers side by side
      case list
    }

    func reading(startsWithZero: Bool) -> Reading {
      if groupCount == 1 { return .grouped }
      let canBeGrouped = firstLength <= 3 && !startsWithZero
      if groupCount == 2 { return canBeGrouped && lastLength == 3 ? .grouped : .decimal }
      guard canBeGrouped, hasRegularMiddle else { return .list }
      if lastSeparator != firstSeparator { return .decimal }
      return lastLength == 3 ? .grouped : .list
    }
  }

  /// Scans the number at `start` and hands it out without separators of thousands, with `.` as its
  /// decimal separator and with its percent sign; returns where to go on.
  ///
  /// Plain digits are scanned as a word, since letters may follow them (20th, 1990's).
  mutating func scanNumber(
    in view: ByteView, from start: Int, _ body: (Token, Span<UInt8>) -> Void
  ) -> Int {
    let digits = digits(in: view, from: start)
    if digits.groupCount == 1, view[digits.end] != UInt8(ascii: "%") {
      return scanWord(in: view, from: start, body)
    }
    let reading = digits.reading(startsWithZero: view[start] == UInt8(ascii: "0"))
    if reading == .list { return emitList(in: view, from: start, digits, body) }

    folded.removeAll()
    for index in start..<digits.end {
      let byte = view[index]
      if byte.isASCIIDigit {
        folded.append(byte)
      } else if reading == .decimal, index == digits.lastGroupStart - 1 {
        folded.append(UInt8(ascii: "."))
      }
    }
    var end = digits.end
    var kind = Token.Kind.number
    if view[end] == UInt8(ascii: "%") {
      folded.append(UInt8(ascii: "%"))
      end += 1
    } else {
      while view[end].asciiFolded != 0 {
        folded.append(view[end].asciiFolded)
        end += 1
        kind = .word
      }
    }
    emit(start..<end, kind, body)
    return end
  }

  /// Hands out all groups but the last, which is scanned as a number of its own.
  private mutating func emitList(
    in view: ByteView, from start: Int, _ digits: Digits, _ body: (Token, Span<UInt8>) -> Void
  ) -> Int {
    var groupStart = start
    folded.removeAll()
    for index in start..<digits.lastGroupStart {
      if view[index].isASCIIDigit {
        folded.append(view[index])
      } else {
        emit(groupStart..<index, .number, body)
        folded.removeAll()
        groupStart = index + 1
      }
    }
    return digits.lastGroupStart
  }

  private func digits(in view: ByteView, from start: Int) -> Digits {
    var index = start
    while view[index].isASCIIDigit { index += 1 }
    var digits = Digits(
      end: index, firstLength: index - start, lastLength: index - start, lastGroupStart: start)
    while true {
      let separator = view[index]
      guard separator == UInt8(ascii: ".") || separator == UInt8(ascii: ","),
        view[index + 1].isASCIIDigit
      else { return digits }
      if digits.groupCount == 1 {
        digits.firstSeparator = separator
      } else if digits.lastLength != 3 || digits.lastSeparator != digits.firstSeparator {
        digits.hasRegularMiddle = false
      }
      digits.groupCount += 1
      digits.lastSeparator = separator
      digits.lastGroupStart = index + 1
      index += 1
      while view[index].isASCIIDigit { index += 1 }
      digits.lastLength = index - digits.lastGroupStart
      digits.end = index
    }
  }
}
