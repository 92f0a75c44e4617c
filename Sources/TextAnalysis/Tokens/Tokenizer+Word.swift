import Bytes

extension Tokenizer {
  /// Scans the word at `start` and hands it out; returns where to go on.
  ///
  /// A word is a run of letters, digits and marks. An apostrophe inside it is dropped, and with
  /// it a contracted ending (Indonesia's, we'll); the ending is left out of the range too.
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

  /// Whether the folded bytes from `start` on are the ending of an English contraction.
  private func isContraction(from start: Int) -> Bool {
    guard start > 0, !folded.isCut else { return false }
    switch folded.count - start {
    case 1: return folded.ends(with: "s") || folded.ends(with: "d") || folded.ends(with: "m")
    case 2: return folded.ends(with: "ll") || folded.ends(with: "ve") || folded.ends(with: "re")
    default: return false
    }
  }

  /// `Rp` and a number are mostly written together: Rp1.500,00.
  private func isRupiah(in view: ByteView, at start: Int, end: Int) -> Bool {
    end - start > 2 && folded[0] == UInt8(ascii: "r") && folded[1] == UInt8(ascii: "p")
      && view[start + 2].isASCIIDigit
  }
}

// MARK: - Acronyms with inner periods

extension Tokenizer {
  /// Where an acronym such as `U.S.`, `e.g.`, `S.H.` or `Ph.D.` ends, its last period left out;
  /// nil where the word at `start` is none.
  ///
  /// Its parts are single letters, or up to three letters with a capital in front and a period
  /// behind; at least two parts, one of them a single letter.
  private func acronymEnd(in view: ByteView, from start: Int, firstPartEnd: Int) -> Int? {
    guard firstPartEnd - start <= 3, view[firstPartEnd + 1].isASCIILetter else { return nil }
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
    return parts >= 2 && hasSingleLetter ? end : nil
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
  /// Where the second half of a reduplication ends (`negara-negara`, one word in Indonesian and
  /// Malay); nil where the halves differ or hold digits.
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
