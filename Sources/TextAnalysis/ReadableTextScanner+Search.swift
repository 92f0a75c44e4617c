import Bytes

extension ByteView {
  func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: buffer(range), as: UTF8.self) }

  /// Returns whether `mark` occurs at `index`.
  func starts(at index: Int, with mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard index + length <= count else { return false }
    for offset in 0..<length where base[index + offset] != mark.utf8Start[offset] { return false }
    return true
  }

  /// Returns the end of the first occurrence of `mark` at or after `start`, or nil if there is
  /// none.
  func end(of mark: StaticString, from start: Int) -> Int? {
    var index = start
    while index + mark.utf8CodeUnitCount <= count {
      if starts(at: index, with: mark) { return index + mark.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }

  /// Returns the offset of the line break that ends the line at `start`, or the end of the text.
  func lineEnd(from start: Int) -> Int {
    var index = start
    while index < count, base[index] != 0x0A { index += 1 }
    return index
  }

  /// Returns whether the line that begins at `start` is blank.
  func isBlankLine(at start: Int) -> Bool {
    var index = start
    while index < count, base[index] != 0x0A {
      if !base[index].isASCIIWhiteSpace { return false }
      index += 1
    }
    return true
  }

  /// Returns whether a range consists of digits.
  func isNumber(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.allSatisfy { self[$0] &- 0x30 < 10 }
  }

  /// Returns the length of the run of equal bytes at `start`.
  func runLength(from start: Int) -> Int {
    var index = start
    while index < count, base[index] == base[start] { index += 1 }
    return index - start
  }

  /// Returns whether the byte at `index` belongs to a word.
  func isWordByte(at index: Int) -> Bool {
    let byte = self[index]
    return byte.isASCIILetter || byte &- 0x30 < 10 || byte >= 0x80
  }

  /// Returns the offset of the `]` that closes the `[` at `start`, in the same paragraph and within
  /// `reach` bytes.
  func closingBracket(from start: Int, reach: Int) -> Int? {
    closing(from: start, reach: reach, open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
  }

  /// Returns the end of the parentheses that open at `start`, in the same paragraph and within
  /// `reach` bytes.
  func closingParenthesis(from start: Int, reach: Int) -> Int? {
    closing(from: start, reach: reach, open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
      .map { $0 + 1 }
  }

  private func closing(from start: Int, reach: Int, open: UInt8, close: UInt8) -> Int? {
    var depth = 0
    var index = start
    let limit = min(count, start + reach)
    while index < limit {
      let byte = base[index]
      if byte == open {
        depth += 1
      } else if byte == close {
        depth -= 1
        if depth == 0 { return index }
      } else if byte == 0x0A, isBlankLine(at: index + 1) {
        return nil
      }
      index += 1
    }
    return nil
  }
}

extension ReadableTextScanner {
  private static func names(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// HTML elements that do not separate the words beside them.
  static let inlineTags = names(
    """
    a abbr b big cite code del dfn em font i ins kbd label mark q s samp small span strike strong
    sub tt u var
    """)

  /// HTML elements that separate the words beside them.
  static let blockTags = names(
    """
    address article aside blockquote body br button center col colgroup dd details div dl dt
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input li link
    main meta nav ol p picture pre script section source sup style summary svg table tbody td tfoot
    th thead title tr ul video wbr
    """)

  /// Character references and the bytes that they are shown as.
  static let entities: [(reference: StaticString, byte: UInt8)] = [
    ("&nbsp;", 0x20), ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")),
    ("&gt;", UInt8(ascii: ">")), ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
    ("&apos;", UInt8(ascii: "'")), ("&#160;", 0x20), ("&emsp;", 0x20), ("&ensp;", 0x20),
  ]

  /// The first parts of compounds, whose hyphen is kept at the end of a line.
  static let compoundParts = names(
    """
    all anti back best bottom by co cost counter cross custom data deep double east eco end ex
    face fair far fast first five four free front full good half hand hard high home ill in inter
    large last late left life long low man mid mini multi much near neo never new non north now off
    old on one open out over part post pre pro quasi re real right second self semi set short side
    single six so socio south state step sub ten third three time top trade two ultra un under up
    user vice well west wide word work world year zero
    """)
}
