/// Finds the name of the holder of an office in a sentence.
struct HolderFinder {
  let sentence: MatchedSentence
  /// The words of the sentence's names, in order.
  let names: [Range<Int>]

  struct Holder {
    var name: Range<Int>
    /// A Boolean value that indicates whether the sentence says that it is no longer so.
    var isFormer = false
  }

  private var text: ScannedText { sentence.text }

  /// Returns the holder of the office of some words, or nil if the sentence gives none.
  func holder(of office: Range<Int>) -> Holder? {
    if let name = name(at: office.upperBound, after: [.space, .comma, .other]) {
      return Holder(name: name)
    }
    return apposed(to: office) ?? holderBehind(office) ?? subject(of: office)
  }

  /// Returns the holder after the office and its complement: `the governor of Vik, Ib Krag`, `its
  /// editor since 2014 has been Nora Finch`, `direktur keuangan dijabat Andi Wijaya`.
  private func holderBehind(_ office: Range<Int>) -> Holder? {
    var index = office.upperBound
    var isJoined = false
    while index < text.words.count, index - office.upperBound < 10 {
      let word = text.words[index]
      if word.gap == .comma, index > office.upperBound {
        // `the director of the Organization for Science, Culture and Sport`
        let isBody = (office.upperBound..<index).contains {
          text.word($0, is: .institution) && sentence.term(at: $0) == nil
        }
        return isBody ? nil : name(at: index, after: [.comma]).map { Holder(name: $0) }
      }
      guard [.space, .hyphen, .parenthesis].contains(word.gap) else { return nil }
      if isCopula(index) { return holder(behindCopula: index, of: office) }
      if sentence.isVerbLike(index) { return nil }
      // `kepala desa Sri Wahyuni`, but not `the mayor of Vik`
      if text.word(index, is: .conjunction) || Self.joins.contains(word.key) { isJoined = true }
      if !sentence.isEnglish, !isJoined, index > office.upperBound, !text.isFunction(index - 1),
        let name = name(at: index, after: [.space]), !hasCopula(after: name.upperBound),
        name.count > 1 || index - office.upperBound == 1
      {
        return Holder(name: name)
      }
      index += 1
    }
    return nil
  }

  private func hasCopula(after index: Int) -> Bool {
    let end = sentence.clauseWords(around: index - 1..<index).upperBound
    return (index..<max(index, end)).contains { isCopula($0) }
  }

  private func holder(behindCopula copula: Int, of office: Range<Int>) -> Holder? {
    var index = copula + 1
    while index < text.words.count, index - copula <= 4,
      [.space, .quote].contains(text.words[index].gap)
    {
      if let name = name(at: index, after: [.space, .quote]) {
        return Holder(name: name, isFormer: isFormer(around: office.lowerBound, copula))
      }
      guard text.isFunction(index) || isCopula(index) || Self.times.contains(text.words[index].key)
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Returns the holder that an office before a copula describes: `Eva Holm is the mayor`, `Adi
  /// terpilih sebagai ketua`.
  private func subject(of office: Range<Int>) -> Holder? {
    link(before: office.lowerBound).flatMap { holder(before: $0, of: office) }
  }

  /// Returns the holder directly before an office: `Inge Holm, the mayor`, `Ann Poe (chair)`.
  private func apposed(to office: Range<Int>) -> Holder? {
    guard let name = names.last(where: { $0.upperBound <= office.lowerBound }),
      name.upperBound < text.words.count, !isSubject(office)
    else { return nil }
    let between = name.upperBound..<office.lowerBound
    let gap = text.words[name.upperBound].gap
    guard between.count <= 2,
      gap == .comma || gap == .parenthesis && isOpening(name.upperBound)
        || gap == .other && isDash(before: name.upperBound),
      // `Ane Roth (15), pupil of`
      between.count == 1 && text.words[between.lowerBound].isNumber
        || between.isEmpty || text.words[office.lowerBound].gap == .space,
      between.dropFirst().allSatisfy({ text.words[$0].gap == .space }),
      !between.contains(where: isCopula),
      between.allSatisfy({
        text.words[$0].isNumber && between.count == 1
          || text.isFunction($0) && !text.word($0, is: .conjunction) || text.words[$0].isPossessive
      })
    else { return nil }
    return Holder(name: name)
  }

  /// Returns the index of the copula or of the word such as *sebagai* that joins an office to the name
  /// before it, or nil if there is none.
  private func link(before office: Int) -> Int? {
    var index = office
    while index > 0, office - index < 4, text.words[index].gap == .space {
      index -= 1
      if isCopula(index) || Self.links.contains(text.words[index].key) { return index }
      guard text.isFunction(index) || text.words[index].shape == .lower,
        !sentence.isVerbLike(index)
      else { return nil }
    }
    return nil
  }

  /// Returns the subject of a copula: the name directly before it, or else the one that begins the
  /// sentence.
  private func holder(before link: Int, of office: Range<Int>) -> Holder? {
    let direct = names.last { $0.upperBound <= link && link - $0.upperBound <= 4 }
    if let name = direct, text.words[name.upperBound].gap == .space,
      !isObject(name),
      !names.contains(where: { $0.lowerBound >= link && $0.upperBound <= office.lowerBound })
    {
      return Holder(name: name, isFormer: isFormer(around: name.lowerBound, link))
    }
    guard let subject = names.first, subject.lowerBound <= 1, subject.upperBound <= link else {
      return nil
    }
    return Holder(name: subject, isFormer: isFormer(around: link, link))
  }

  /// Returns whether a preposition precedes a name: `the state of Shu Han became`.
  private func isObject(_ name: Range<Int>) -> Bool {
    var before = name.lowerBound - 1
    while before >= 0, MatchedSentence.articles.contains(text.words[before].key) { before -= 1 }
    return before >= 0 && text.words[before + 1].gap == .space
      && (text.word(before, is: [.placeCue, .particle])
        || Self.prepositions.contains(text.words[before].key))
  }

  private func isOpening(_ index: Int) -> Bool {
    text.bytes[text.words[index - 1].range.upperBound..<text.words[index].range.lowerBound]
      .contains(UInt8(ascii: "("))
  }

  /// Returns whether a dash precedes a word: `Ann Poe – chair`.
  private func isDash(before index: Int) -> Bool {
    text.bytes[text.words[index - 1].range.upperBound..<text.words[index].range.lowerBound]
      .contains { $0 == UInt8(ascii: "-") || $0 == 0xE2 }
  }

  /// Returns whether a verb follows an office: `…, the second prize was won by Jo`.
  private func isSubject(_ office: Range<Int>) -> Bool {
    let next = office.upperBound
    guard next < text.words.count, [.space, .hyphen].contains(text.words[next].gap) else {
      return false
    }
    return isCopula(next) || sentence.isVerbLike(next)
  }

  /// Returns the name that begins at a word, possibly after titles.
  private func name(at index: Int, after gaps: [Word.Gap]) -> Range<Int>? {
    guard index < text.words.count, gaps.contains(text.words[index].gap) else { return nil }
    if text.words[index].gap == .other {
      // `Architect: Rosa Mey`
      let end = text.words[index - 1].range.upperBound
      guard text.bytes[end] == UInt8(ascii: ":") else { return nil }
    }
    var start = index
    while start < text.words.count, start - index < 4 {
      if let name = names.first(where: { $0.lowerBound == start }) {
        // `ketua RT`, `the head of IT`
        let isShortForm = name.count == 1 && text.words[start].shape == .upper
        return isShortForm && text.words[start].range.count <= 4 ? nil : name
      }
      guard text.word(start, is: [.honorific, .abbreviation, .role]),
        start == index || [.space, .period].contains(text.words[start].gap)
      else { return nil }
      start += 1
    }
    return nil
  }

  /// Returns whether a clause says that something was so once: `until 2019 the mayor was`.
  private func isFormer(around first: Int, _ copula: Int) -> Bool {
    let clause = sentence.clauseWords(around: min(first, copula)..<max(first, copula) + 1)
    return clause.contains { index in
      Self.ends.contains(text.words[index].key)
        && text.words[(index + 1)..<min(index + 4, text.words.count)].contains(where: \.isNumber)
        || Self.past.contains(text.words[index].key)
    }
  }

  private func isCopula(_ index: Int) -> Bool {
    text.word(index, is: .copula) || Self.holding.contains(text.words[index].key)
  }

  /// Verbs that join an office to its holder, as a copula does.
  private static let holding = [
    "been", "held", "became", "dijabat", "dipegang", "diisi", "diduduki", "bernama", "diraih",
    "direbut", "ditempati", "disandang", "dimenangkan", "named",
  ].map { WordKey($0) }
  /// Words that join a name to its office.
  private static let links = [
    "as", "elected", "appointed", "sebagai", "menjadi", "menjabat", "selaku",
  ].map { WordKey($0) }
  private static let joins = ["serta", "maupun", "atau"].map { WordKey($0) }
  private static let prepositions = ["with", "by", "for", "dengan", "oleh", "untuk"].map {
    WordKey($0)
  }
  private static let ends = ["until", "till", "hingga", "sampai"].map { WordKey($0) }
  private static let past = ["formerly", "previously", "dulu", "dahulu", "dulunya", "sebelumnya"]
    .map { WordKey($0) }
  /// Words that say when an office is held.
  static let times = [
    "now", "currently", "today", "since", "kini", "sekarang", "sejak", "saat", "ini", "then",
  ].map { WordKey($0) }
}
