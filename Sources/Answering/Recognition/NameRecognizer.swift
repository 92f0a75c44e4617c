/// Finds names: runs of capitalized words with the particles and conjunctions between them.
///
/// The first word of a sentence counts unless it is a function word; alone, it is a weak name.
/// Months, weekdays and amounts are not names.
struct NameRecognizer {
  static func mentions(in text: ScannedText) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < text.words.count {
      guard begins(text, at: index) else {
        index += 1
        continue
      }
      let end = self.end(of: text, from: index)
      let range =
        text.words[index].range.lowerBound..<text.words[end - 1].range.upperBound
      var mention = Mention(kind: .name, range: range, value: .text)
      mention.isWeak =
        end == index + 1 && text.words[index].isInitial && text.words[index].shape == .capitalized
      found.append(mention)
      index = end
    }
    return found
  }

  private static func begins(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    guard word.isCapitalized, !text.isLabel(index) else { return false }
    if isGivenName(text, at: index) { return true }
    if word.range.count == 1, !text.isInitialLetter(index) { return false }
    if text.isFunction(index), word.range.count > 1, word.isInitial || word.range.count < 3 {
      return false
    }
    // `Rp2.3 trillion`
    if word.classes.contains(.currencySign), index + 1 < text.words.count,
      text.words[index + 1].isNumber
    {
      return false
    }
    return word.classes.isDisjoint(with: [.month, .weekday])
      || index + 1 < text.words.count && text.words[index + 1].isCapitalized
        && text.words[index + 1].gap == .space
        && text.words[index + 1].classes.isDisjoint(with: [.month, .weekday])
  }

  /// Returns whether a function word is a given name: `Will Nash repaired the clock`, `ketuanya adalah
  /// Di Prasetya`, `I Gusti Ngurah`.
  static func isGivenName(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    guard word.shape != .lower, index + 1 < text.words.count, text.words[index + 1].gap == .space
    else { return false }
    let next = text.words[index + 1]
    if text.convention == .decimalComma {
      if balinese.contains(word.key), balineseNames.contains(next.key) { return true }
      return indonesianNames.contains(word.key) && next.isCapitalized && !word.isInitial
        && text.words[index].gap == .space
        && (text.word(index - 1, is: [.copula, .agentCue, .honorific])
          || text.word(index - 1, is: .role) && text.words[index - 1].shape == .lower)
    }
    guard word.shape == .capitalized, englishNames.contains(word.key) else { return false }
    // `Will and Grace Moor`
    let isPair =
      next.classes.contains(.conjunction) && index + 2 < text.words.count
      && text.words[index + 2].isCapitalized
    return !text.asks && (next.isCapitalized && !text.isFunction(index + 1) || isPair)
  }

  private static let englishNames = ["will", "may", "per", "an", "so"].map { WordKey($0) }
  private static let indonesianNames = ["di", "ada", "dan", "an", "so"].map { WordKey($0) }
  private static let balinese = ["i", "ni"].map { WordKey($0) }
  private static let balineseNames = [
    "gusti", "made", "wayan", "nyoman", "ketut", "ngurah", "dewa", "putu", "gede", "kadek",
    "komang",
  ].map { WordKey($0) }

  /// Returns the index of the word after the name that begins at `start`.
  private static func end(of text: ScannedText, from start: Int) -> Int {
    var end = start + 1
    while end < text.words.count {
      if continues(text, at: end) {
        end += 1
        continue
      }
      // Up to three small words may appear inside: `of the`, `in`, `van der`, `and`.
      var next = end
      while next < text.words.count, next - end < 3, joins(text, at: next) { next += 1 }
      guard next > end, next < text.words.count, continues(text, at: next) else { break }
      end = next + 1
    }
    return end
  }

  private static func joins(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    // `Dr. h.c. Eva`
    if word.classes.contains(.abbreviation), [.space, .period].contains(word.gap),
      text.word(index - 1, is: .abbreviation)
    {
      return true
    }
    // `J. F. van Hoytema`
    let isBehindInitial = word.gap == .period && isInitial(text, index - 1)
    guard word.gap == .space || isBehindInitial, !text.words[index - 1].isPossessive else {
      return false
    }
    let isEnglish = text.convention == .decimalPoint
    return !word.isCapitalized
      && (word.classes.contains(.particle)
        || isEnglish && romance.contains(word.key) && !holdsIndonesian(text)
        || word.classes.contains(.conjunction) && !isBehindInitial
        || word.key == the && text.word(index - 1, is: .particle))
  }

  private static let the = WordKey("the")
  /// Particles that are prepositions of Indonesian.
  private static let romance = ["di", "della", "dello", "degli"].map { WordKey($0) }

  /// Returns whether a text that passes for English holds Indonesian function words.
  private static func holdsIndonesian(_ text: ScannedText) -> Bool {
    text.words.contains {
      $0.shape == .lower && $0.classes.contains(.indonesianFunction)
        && !$0.classes.contains(.englishFunction)
        && !romance.contains($0.key)
    }
  }

  /// Returns whether a word is an initial, or an abbreviation such as `J.G.`
  private static func isInitial(_ text: ScannedText, _ index: Int) -> Bool {
    let word = text.words[index]
    return word.isCapitalized
      && (word.range.count == 1
        || word.range.count <= 5 && text.bytes[word.range].contains(UInt8(ascii: ".")))
  }

  /// Returns whether a word is an abbreviation by its letters: `Bd.`, `Ns.`, `Fr.`
  private static func isAbbreviation(_ text: ScannedText, _ index: Int) -> Bool {
    let word = text.words[index]
    return word.shape == .capitalized && 2...4 ~= word.range.count
      && text.bytes[word.range].allSatisfy { byte in
        byte.isASCIILetter && !"aeiou".utf8.contains(byte | 0x20)
      }
  }

  private static func continues(_ text: ScannedText, at index: Int) -> Bool {
    let word = text.words[index]
    let previous = text.words[index - 1]
    switch word.gap {
    case .space, .ampersand, .hyphen:
      // A dash with white space around it ends a name.
      let isDash =
        word.gap == .hyphen && word.range.lowerBound - previous.range.upperBound > 1
      guard !isDash || !text.bytes[previous.range.upperBound..<word.range.lowerBound].contains(0x20)
      else { return false }
      guard !text.beginsField(index) else { return false }
    case .period:
      // `Lina Hartati, M.Kes`
      let isDegree =
        index > 1 && text.words[index - 1].gap == .comma && previous.range.count == 1
        && word.range.lowerBound == previous.range.upperBound + 1 && word.range.count <= 4
      guard !isDegree else { return false }
      guard
        isInitial(text, index - 1) || previous.classes.contains(.abbreviation)
          || isAbbreviation(text, index - 1)
      else { return false }
    default: return false
    }
    // `Ana Mulia Rp5 juta`
    if word.classes.contains(.currencySign), index + 1 < text.words.count,
      text.words[index + 1].isNumber
    {
      return false
    }
    if word.isNumber { return text.words[index - 1].isCapitalized && word.range.count <= 4 }
    // `Jan ter Horst`
    let precedesName =
      index + 1 < text.words.count && text.words[index + 1].gap == .space
      && (text.words[index + 1].isCapitalized || text.word(index + 1, is: .particle))
      && text.word(index - 1, is: .conjunction)
    return word.isCapitalized
      && (word.classes.isDisjoint(with: [.month, .weekday]) || precedesName)
  }
}
