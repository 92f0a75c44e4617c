import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Term dictionary") struct TermDictionaryTests {
  private struct Term: Equatable {
    var form: TermForm
    var text: String
    var entry: TermEntry
  }

  /// Terms of all forms, in order. Some are short and some long, and many share their first eight
  /// bytes.
  private static let terms: [Term] = {
    var random = SplitMix64(seed: 8)
    var texts: Set<String> = [
      "a", "é", "antiketidakadilan", String(repeating: "x", count: 64), "\u{10FFFF}",
      String(repeating: "x", count: 15), String(repeating: "x", count: 16),
      String(repeating: "y", count: 13), String(repeating: "y", count: 14),
      String(repeating: "x", count: 16) + "fifteen further",
    ]
    for number in 0..<70 { texts.insert("sharedbeginning\(number)") }
    for number in 0..<40 { texts.insert("kebijak\(number)") }
    while texts.count < 400 {
      texts.insert(
        String(
          (0...random.below(9)).map { _ in Character(UnicodeScalar(UInt8(97 + random.below(5)))) }))
    }
    let sorted = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var terms: [Term] = []
    var offset = 0
    for form in TermForm.allCases {
      for text in sorted where form != .title || random.below(3) == 0 {
        var entry = TermEntry(
          documentFrequency: 1,
          postings: .single(
            passage: UInt32(random.below(1 << 24)),
            frequency: UInt8(random.below(2) == 0 ? 1 : 1 + random.below(255))),
          isUniform: form == .stem && random.below(2) == 0)
        switch random.below(4) {
        case 0:
          break
        case 1:
          // A list that another entry has already.
          entry.documentFrequency = 7
          entry.postings = .list(offset: offset / 2, length: 9)
        default:
          entry.documentFrequency = 2 + random.below(10_000)
          entry.postings = .list(offset: offset, length: 1 + random.below(5000))
          if case .list(_, let length) = entry.postings { offset += length }
        }
        terms.append(Term(form: form, text: text, entry: entry))
      }
    }
    return terms
  }()

  private func bytes(of terms: [Term]) -> [UInt8] {
    var writer = TermDictionaryWriter()
    for term in terms {
      Array(term.text.utf8).withUnsafeBytes { writer.append(form: term.form, term: $0, term.entry) }
    }
    return writer.finish()
  }

  @Test("every term is found with what was said of it", arguments: [1, 2, 16, 17, 33, .max])
  func present(count: Int) throws {
    let terms = Array(Self.terms.prefix(count))
    try withBytes(bytes(of: terms)) { bytes in
      let reader = try TermDictionaryReader(bytes)
      #expect(reader.count == terms.count)
      for term in terms {
        #expect(try reader.entry(form: term.form, Array(term.text.utf8)) == term.entry)
      }
    }
  }

  @Test("a term that is not there is not found: before, between and after the others")
  func absent() throws {
    let known = Set(Self.terms.map { [$0.form.rawValue] + Array($0.text.utf8) })
    try withBytes(bytes(of: Self.terms)) { bytes in
      let reader = try TermDictionaryReader(bytes)
      var absent = 0
      for term in Self.terms {
        let text = Array(term.text.utf8)
        for other in [text + [0], text + [0xFF], Array(text.dropLast()), [0] + text, [0xFF], []] {
          for form in TermForm.allCases where !known.contains([form.rawValue] + other) {
            absent += 1
            #expect(try reader.entry(form: form, other) == nil)
          }
        }
      }
      #expect(absent > 5000)
      #expect(try reader.entry(form: .stem, [UInt8](repeating: 120, count: 5000)) == nil)
    }
  }

  @Test("a filter lets every term pass, and few others", arguments: [1, 2, 16, 17, 400, .max])
  func filter(count: Int) throws {
    let terms = Array(Self.terms.prefix(count))
    var writer = TermDictionaryWriter()
    for term in terms {
      withBytes(term.text.utf8) { writer.append(form: term.form, term: $0, term.entry) }
    }
    try withBytes(writer.filterBytes) { filter in
      try withBytes(writer.finish()) { bytes in
        let reader = try TermDictionaryReader(bytes, filter: TermFilter(filter))
        for term in terms {
          #expect(try reader.entry(form: term.form, Array(term.text.utf8)) == term.entry)
        }
        var passed = 0
        for number in 0..<1000 {
          let other = Array("other\(number)".utf8)
          #expect(try reader.entry(form: .stem, other) == nil)
          passed += other.withUnsafeBytes { reader.mayHold(form: .stem, term: $0) } ? 1 : 0
        }
        #expect(passed < 100)
        for stem in terms.filter({ $0.form == .stem && $0.text.utf8.count > 1 }) {
          let word = Array((stem.text.prefix(3) + (stem.text.count < 3 ? "" : "ing")).utf8)
          #expect(word.withUnsafeBytes { reader.mayHoldStem(beginningLike: $0) })
        }
        let others = (100..<200).map { Array("q\($0)".utf8) }
        #expect(
          others.count { $0.withUnsafeBytes { reader.mayHoldStem(beginningLike: $0) } } < 40)
      }
    }
  }

  @Test("a dictionary that is too large for a filter has none, and all may be in it")
  func withoutFilter() throws {
    var writer = TermDictionaryWriter()
    for number in 0...1 << 16 {
      let text = Array(String(number + 100_000).utf8)
      text.withUnsafeBytes { writer.append(form: .stem, term: $0, Self.terms[0].entry) }
    }
    #expect(writer.filterBytes.isEmpty)
    try withBytes(writer.finish()) { bytes in
      let reader = try TermDictionaryReader(bytes)
      #expect([120].withUnsafeBytes { reader.mayHold(form: .stem, term: $0) })
    }
  }

  @Test("an empty dictionary holds nothing")
  func empty() throws {
    try withBytes(bytes(of: [])) { bytes in
      let reader = try TermDictionaryReader(bytes)
      #expect(try reader.entry(form: .stem, Array("a".utf8)) == nil)
      try reader.forEachTerm(form: .stem, prefix: UnsafeRawBufferPointer(start: nil, count: 0)) {
        _, _ in
        Issue.record("a term in an empty dictionary")
        return false
      }
    }
  }

  @Test(
    "the terms with a prefix come in order, until the caller has enough",
    arguments: ["", "a", "ab", "kebijak", "sharedbeg", "sharedbeginning1", "zzz", "é"],
    TermForm.allCases)
  func prefixes(prefix: String, form: TermForm) throws {
    let expected = Self.terms.filter {
      $0.form == form && Array($0.text.utf8).starts(with: Array(prefix.utf8))
    }
    try withBytes(bytes(of: Self.terms)) { bytes in
      let reader = try TermDictionaryReader(bytes)
      for limit in [1, 20, Int.max] {
        var found: [Term] = []
        try withBytes(prefix.utf8) { prefix in
          try reader.forEachTerm(form: form, prefix: prefix) { term, entry in
            found.append(
              Term(form: form, text: String(decoding: term, as: UTF8.self), entry: entry))
            return found.count < limit
          }
        }
        #expect(found == Array(expected.prefix(limit)))
      }
    }
  }

  @Test("damaged bytes give an entry, nothing or an error, never a trap")
  func damaged() {
    let whole = bytes(of: Self.terms)
    var random = SplitMix64(seed: 3)
    var errors = 0
    for round in 0..<600 {
      var bytes = whole
      if round % 3 == 0 {
        bytes.removeLast(1 + random.below(bytes.count - 1))
      } else {
        for _ in 0..<(1 + random.below(8)) {
          bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
        }
      }
      withBytes(bytes) { bytes in
        do {
          let reader = try TermDictionaryReader(bytes)
          for _ in 0..<30 {
            let term = Self.terms[random.below(Self.terms.count)]
            _ = try reader.entry(form: term.form, Array(term.text.utf8))
          }
          try withBytes("s".utf8) { prefix in
            try reader.forEachTerm(form: .stem, prefix: prefix) { _, entry in
              entry.documentFrequency <= SegmentLayout.largestPassageCount
            }
          }
        } catch {
          errors += 1
        }
      }
    }
    #expect(errors > 100)
  }
}
