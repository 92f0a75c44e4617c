import Bytes

extension Tokenizer {
  /// Scans the word at `start`, passes it to `body` and returns the index to continue at.
  ///
  /// A word is a run of letters, digits and marks. An apostrophe inside it is dropped, together
  /// with a contracted ending (Indonesia's, we'll), which is excluded from the range as well.
  mutating func scanWord(
    in view: ByteView, from start: Int, _ body: (Token, Span<UInt8>) -> Void
  ) -> Int {
    folded.removeAll()
    var index = start
    var isPlain = true  // ASCII letters and digits only
    var apostrophe: (index: Int, foldedCount: Int)?
    run: while true {
      index = folded.appendRun(in: view, from: index)
      let byte = view[index]
      if byte >= 0x80, let scalar = view.scalar(at: index) {
        let foldedScalar = scalars.fold(scalar.value)
        switch foldedScalar.role {
        case .letter, .mark, .ignorable:
          folded.append(foldedScalar)
        case .apostrophe:
          guard wordContinues(in: view, at: index + scalar.length) else { break run }
          apostrophe = (index, folded.count)
        case .separator, .ideograph:
          break run
        }
        isPlain = false
        index += scalar.length
      } else if byte == UInt8(ascii: "'"), wordContinues(in: view, at: index + 1) {
        apostrophe = (index, folded.count)
        isPlain = false
        index += 1
      } else {
        break
      }
    }

    var end = index
    if let apostrophe, isContraction(from: apostrophe.foldedCount) {
      folded.truncate(to: apostrophe.foldedCount)
      end = apostrophe.index
    } else if isPlain {
      if isRupiah(in: view, at: start, end: index) {
        folded.truncate(to: 2)
        index = start + 2
      } else if view[index] == UInt8(ascii: "."),
        let acronymEnd = acronymEnd(in: view, from: start, firstPartEnd: index)
      {
        return scanAcronym(in: view, start..<acronymEnd, body)
      } else if view[index] == UInt8(ascii: "-"),
        let copyEnd = reduplicationEnd(in: view, from: start, halfEnd: index)
      {
        index = copyEnd
      }
      end = index
    }
    emit(start..<end, folded.isNumber ? .number : .word, body)
    return index
  }

  /// Returns whether the folded bytes from `start` on are the ending of an English contraction.
  private func isContraction(from start: Int) -> Bool {
    guard start > 0, !folded.isCut else { return false }
    switch folded.count - start {
    case 1: return folded.ends(with: "s") || folded.ends(with: "d") || folded.ends(with: "m")
    case 2: return folded.ends(with: "ll") || folded.ends(with: "ve") || folded.ends(with: "re")
    default: return false
    }
  }

  /// Returns whether the word is `Rp` with a number attached, as is usual: Rp1.500,00.
  private func isRupiah(in view: ByteView, at start: Int, end: Int) -> Bool {
    end - start > 2 && folded[0] == UInt8(ascii: "r") && folded[1] == UInt8(ascii: "p")
      && view[start + 2].isASCIIDigit
  }
}

// MARK: - Acronyms with inner periods

extension Tokenizer {
  /// Returns the end of an acronym such as `U.S.`, `e.g.`, `S.H.` or `Ph.D.` without its last
  /// period, or nil if the word at `start` is not an acronym.
  ///
  /// The parts are single letters, or two or three letters that begin with a capital and precede a
  /// period. There are at least two parts, and at least one is a single letter.
  private mutating func acronymEnd(in view: ByteView, from start: Int, firstPartEnd: Int) -> Int? {
    guard start >= endOfPlainParts, firstPartEnd - start <= 3,
      view[firstPartEnd + 1].isASCIILetter
    else { return nil }
    var parts = 0
    var hasSingleLetter = false
    var end = start
    var partStart = start
    while true {
      var partEnd = partStart
      while view[partEnd].isASCIILetter, partEnd - partStart < 4 { partEnd += 1 }
      let length = partEnd - partStart
      let endsInPeriod = view[partEnd] == UInt8(ascii: ".")
      let isSingle = length == 1 && (endsInPeriod || view[partEnd].asciiFolded == 0)
      let isShort = (2...3).contains(length) && view[partStart].isASCIIUpper && endsInPeriod
      guard isSingle || isShort else { break }
      parts += 1
      hasSingleLetter = hasSingleLetter || isSingle
      end = partEnd
      guard endsInPeriod else { break }
      partStart = partEnd + 1
    }
    if parts >= 2, hasSingleLetter { return end }
    endOfPlainParts = end
    return nil
  }

  private mutating func scanAcronym(
    in view: ByteView, _ range: Range<Int>, _ body: (Token, Span<UInt8>) -> Void
  ) -> Int {
    folded.removeAll()
    for index in range where view[index] != UInt8(ascii: ".") {
      folded.append(view[index].asciiFolded)
    }
    emit(range, .word, body)
    return range.upperBound
  }
}

// MARK: - Reduplication

extension Tokenizer {
  /// Returns the end of a reduplication (`negara-negara`, one word in Indonesian and Malay), or nil
  /// if the halves differ or contain digits.
  private mutating func reduplicationEnd(
    in view: ByteView, from start: Int, halfEnd: Int
  ) -> Int? {
    let length = halfEnd - start
    guard length >= 2, !folded.isCut else { return nil }
    for offset in 0..<length {
      guard view[start + offset].isASCIILetter,
        view[halfEnd + 1 + offset].asciiFolded == folded[offset]
      else { return nil }
    }
    let end = halfEnd + 1 + length
    return wordContinues(in: view, at: end) ? nil : end
  }
}

extension Tokenizer {
  /// Scans the number at `start` without its thousands separators, passes it to `body` and returns
  /// the index to continue at.
  ///
  /// Digits without such separators are scanned as a word because letters may follow them (20th,
  /// 1990's). The parts before and after a decimal separator are two numbers, so that 3.7 and 3,7
  /// are equal.
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

  /// Returns the end of a number with thousands separators (5,000 or 1.000.000), or nil for other
  /// numbers, such as 17.12.2025 or 192.168.1.1.
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
