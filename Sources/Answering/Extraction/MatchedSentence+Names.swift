/// Names of people, places, organizations and things.
extension MatchedSentence {
  enum NameKind { case person, place, organization, thing }

  /// Returns the name that the question asks for.
  func name(as kind: NameKind) -> AnswerSpan? {
    let (found, isHeld) = names(as: kind)
    // The office tells whose it is, wherever its holder stands in the sentence.
    let places = kind == .place && expected.focus.isEmpty ? placePhrases() : []
    let agents = kind == .person && !isHeld ? agentPhrases() : []
    let names = isHeld ? found : attributed(found + places + agents)
    guard let best = nearest(names) else { return nil }
    let mayBeSeveral =
      switch kind {
      case .place: true
      // Of `the mayor, Eva Holm, and Jo Tan`, one is the mayor.
      case .person: !question.terms.contains(where: \.isRole) || isBehindCopula(best.range)
      case .organization, .thing: false
      }
    guard expected.isPlural || mayBeSeveral else { return best }
    let list = list(around: best, of: names)
    return expected.isPlural || isJoined(list.range) ? list : best
  }

  private func isBehindCopula(_ range: Range<Int>) -> Bool {
    guard let first = text.words.firstIndex(where: { $0.range.overlaps(range) }) else {
      return false
    }
    return text.word(first - 1, is: .copula)
  }

  /// Returns a whole list of names if one of them answers a question about several.
  private func list(around best: AnswerSpan, of names: [AnswerSpan]) -> AnswerSpan {
    let sorted = names.filter { $0.confidence > 0 }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    var range = best.range
    for name in sorted where name.range.lowerBound >= range.upperBound {
      guard isListGap(range.upperBound..<name.range.lowerBound) else { break }
      range = range.lowerBound..<name.range.upperBound
    }
    for name in sorted.reversed() where name.range.upperBound <= range.lowerBound {
      guard isListGap(name.range.upperBound..<range.lowerBound) else { break }
      range = name.range.lowerBound..<range.upperBound
    }
    var list = best
    list.range = range
    return list
  }

  /// Returns whether *and* joins some names: `Vik and Lund`, but not `Vik, Norway`.
  private func isJoined(_ range: Range<Int>) -> Bool {
    text.words.contains {
      $0.classes.contains(.conjunction) && $0.range.overlaps(range)
    }
  }

  /// Returns whether only commas, semicolons, *and* and titles separate two names.
  private func isListGap(_ gap: Range<Int>) -> Bool {
    guard gap.count < 16 else { return false }
    let isMarked = text.bytes[gap].allSatisfy {
      Self.listMarks.contains($0) || $0.isASCIILetter
    }
    return isMarked
      && text.words.allSatisfy {
        !gap.contains($0.range.lowerBound) || $0.classes.contains(.conjunction)
          || Self.furthermore.contains($0.key)
          || $0.isCapitalized && !$0.classes.isDisjoint(with: [.role, .honorific])
      }
  }

  private static let listMarks = Array(" ,;&.\n".utf8)

  static let furthermore = [WordKey("serta"), WordKey("plus")]

  /// Returns the names that may be the one that the question asks for, and whether one of them is that
  /// of the holder of an office that it asks for.
  func names(as kind: NameKind) -> (names: [AnswerSpan], isHeld: Bool) {
    let dateline = datelineEnd
    var pieces: [(words: Range<Int>, isWeak: Bool)] = []
    for mention in NameRecognizer.mentions(in: text) {
      forEachPiece(of: mention, as: kind) {
        let words =
          switch kind {
          case .person: relative($0)
          case .place: address($0)
          case .organization, .thing: $0
          }
        pieces.append((words, mention.isWeak))
      }
    }
    let offices =
      kind == .person
      ? Offices(self, names: pieces.filter { !$0.isWeak }.map(\.words).filter { mayHoldOffice($0) })
      : nil
    let isHeld = pieces.contains { offices?.standing(of: $0.words) == .holder }
    let found = pieces.map { piece in
      let range = range(of: piece.words)
      let share = range.lowerBound < dateline ? 0.4 : 1
      var fit = confidence(piece.words, as: kind, isWeak: piece.isWeak)
      if let offices {
        switch offices.standing(of: piece.words) {
        case .none: break
        case .unstated: fit = min(fit, Self.unstated)
        case .holder: fit += 0.6
        case .formerHolder: fit = min(fit, Self.former)
        case .other: fit = offices.isAsked ? min(fit, Self.otherOffice) : fit + 0.3
        }
      }
      return AnswerSpan(
        range: range, confidence: share * max(0, stated(fit, range)))
    }
    return (found, isHeld)
  }

  /// Returns whether a name may be that of a person, rather than of a body, a place, or a number.
  private func mayHoldOffice(_ words: Range<Int>) -> Bool {
    !words.allSatisfy { text.word($0, is: [.geographic, .particle]) }
      && !words.contains {
        text.words[$0].isNumber || text.word($0, is: .reference)
          || text.word($0, is: .institution) && !Self.companies.contains(text.words[$0].key)
      } && !isRemainder(words)
  }

  /// Words of the names of companies, which own and build as people do.
  private static let companies = [
    "pt", "cv", "ud", "tbk", "inc", "ltd", "llc", "corp", "corporation", "company", "perusahaan",
  ].map { WordKey($0) }

  /// Returns whether a name is the last word of one that the question holds: `Kuno` of `Mataram Kuno`.
  private func isRemainder(_ words: Range<Int>) -> Bool {
    let first = words.lowerBound
    return words.count == 1 && first > 0 && text.words[first].gap == .space
      && text.words[first - 1].isCapitalized && term(at: first - 1) != nil && !isRole(first - 1)
  }

  private func stated(_ fit: Double, _ range: Range<Int>) -> Double {
    let share = self.share(stated: range)
    // The name that a clause negates is near what is asked, and must not win by that.
    return share < 1 ? Self.negatedName * min(1, fit) : fit
  }

  /// Returns a name with the word for someone else who is named by it: `widow of Jan Penn`, `the
  /// Lowry family`, `janda Pak Amat`.
  private func relative(_ name: Range<Int>) -> Range<Int> {
    func isRelation(_ index: Int) -> Bool {
      text.words.indices.contains(index) && text.words[index].shape == .lower
        && Self.relations.contains(text.words[index].key) && term(at: index) == nil
    }
    var words = name
    var before = name.lowerBound - 1
    while text.word(before, is: .honorific), text.words[before + 1].gap != .comma { before -= 1 }
    if isEnglish {
      if before > 0, text.words[before].key == Self.of, isRelation(before - 1) {
        words = (before - 1)..<words.upperBound
      }
    } else if isRelation(before), text.words[before + 1].gap == .space {
      words = before..<words.upperBound
    }
    let next = name.upperBound
    if next < text.words.count, text.words[next].gap == .space,
      isRelation(next),
      text.words[next - 1].isPossessive || Self.groups.contains(text.words[next].key)
    {
      words = words.lowerBound..<(next + 1)
    }
    return words
  }

  /// Returns the name of a street with the number of the house before it: `14 Tarn Road`.
  private func address(_ name: Range<Int>) -> Range<Int> {
    let before = name.lowerBound - 1
    guard before >= 0, text.words[name.lowerBound].gap == .space,
      text.words[before].range.count <= 5,
      text.words[before].isNumber || text.words[before].shape == .mixed,
      name.contains(where: { Self.streets.contains(text.words[$0].key) })
    else { return name }
    return before..<name.upperBound
  }

  private static let streets = [
    "street", "st", "road", "rd", "lane", "avenue", "ave", "square", "quay", "way", "drive", "hill",
    "row", "place", "terrace", "gardens", "crescent", "boulevard", "blvd",
  ].map { WordKey($0) }
  static let of = WordKey("of")
  private static let groups = ["family", "brothers", "sisters"].map { WordKey($0) }
  /// Nouns for someone who is named by another person.
  private static let relations =
    [
      "widow", "widower", "wife", "husband", "son", "sons", "daughter", "daughters", "mother",
      "father", "nephew", "niece", "grandson", "granddaughter", "heirs", "friend", "friends",
      "pupil",
      "pupils", "janda", "istri", "suami", "anak", "putra", "putri", "keluarga", "murid",
    ].map { WordKey($0) } + groups

  /// The share of confidence that remains in a negated name.
  private static let negatedName = 0.1
  /// The greatest confidence in a former holder of the office that a question asks for, and in the
  /// holder of another one.
  private static let former = 0.4
  private static let otherOffice = 0.35
  /// The greatest confidence in a name of a sentence that does not name the office asked for.
  private static let unstated = 0.44

  private func confidence(_ piece: Range<Int>, as kind: NameKind, isWeak: Bool) -> Double {
    let words = text.words[piece]
    let before = piece.lowerBound - 1
    let isInstitution = words.contains { $0.classes.contains(.institution) }
    let isShortForm = words.count == 1 && words.allSatisfy { $0.shape == .upper }
    let isGeographic = words.contains { $0.classes.contains(.geographic) }
    var fit: Double
    switch kind {
    case .person:
      fit = 0.7
      if 2...4 ~= words.count { fit += 0.2 }
      if isInstitution { fit -= 0.4 }
      if isGeographic { fit -= 0.5 }
      if text.word(before, is: .placeCue) { fit -= 0.3 }
      if isShortForm { fit -= 0.3 }
      if text.word(before, is: [.honorific, .agentCue]) { fit += 0.3 }
      if text.word(before, is: .conjunction) { fit -= 0.1 }
      fit += voiceFit(piece)
    case .place:
      let asksWhich = !expected.focus.isEmpty
      // `in the Dorman Museum`
      let isBehindArticle =
        before > 0 && Self.articles.contains(text.words[before].key)
        && text.words[before].gap == .space
      let cue = isBehindArticle ? before - 1 : before
      fit = text.word(cue, is: .placeCue) ? (asksWhich ? 0.6 : 1) : 0.35
      fit += directionFit(cue)
      if isGeographic { fit += 0.2 }
      // `in the hills near Vik`, `di lereng Merapi`
      if fit < 1, text.words[piece.lowerBound].gap == .space, !text.word(before, is: .function),
        text.word(before - 1, is: .placeCue)
      {
        fit += 0.5
      }
      fit += eventFit(range(of: piece))
    case .organization:
      fit = isInstitution || isShortForm ? 1 : 0.6
      if isGeographic, !isInstitution { fit -= 0.3 }
    case .thing:
      fit = 0.6
    }
    if kind != .person, isBesideFocus(piece) { fit += 0.5 }
    if isSubject(piece) { fit += kind == .person ? 0.2 : 0 }
    if isAfterCopula(before) { fit += 0.4 }
    if words.allSatisfy({ $0.classes.contains(.role) }) { fit -= 0.5 }
    return max(0, isWeak && !isSubject(piece) ? fit - 0.4 : fit)
  }

  /// Returns whether the noun that the question asks for is beside a name: `film Brokeback
  /// Mountain`, `Bandara Soekarno-Hatta`.
  private func isBesideFocus(_ piece: Range<Int>) -> Bool {
    let start = piece.lowerBound > 0 ? piece.lowerBound - 1 : piece.lowerBound
    let end = min(piece.upperBound, text.words.count - 1)
    let range = text.words[start].range.lowerBound..<text.words[end].range.upperBound
    return matches.contains { question.terms[$0.term].isFocus && range.overlaps($0.range) }
  }

  /// Returns whether a name begins the sentence and precedes a copula, a bracket or a comma.
  private func isSubject(_ piece: Range<Int>) -> Bool {
    guard piece.lowerBound == 0, piece.upperBound < text.words.count else { return false }
    return text.word(piece.upperBound, is: .copula)
      || expected.type == .person && isVerb(piece.upperBound)
      || text.words[piece.upperBound].gap == .parenthesis
      || text.words[piece.upperBound].gap == .comma
  }

  /// Returns whether a name follows a copula after a word of the question: `the capital is X`,
  /// `ibukotanya adalah X`.
  private func isAfterCopula(_ before: Int) -> Bool {
    text.word(before, is: .copula) && before > 0 && isMatched(text.words[before - 1].range)
  }

  /// The end of a dateline such as `Jakarta, Kompas -`, or 0 if there is none.
  var datelineEnd: Int {
    guard range.lowerBound == 0, let first = text.words.first, first.isCapitalized else { return 0 }
    for index in text.words.indices.dropFirst().prefix(6) {
      let word = text.words[index]
      let start = text.words[index - 1].range.upperBound
      let gap = text.bytes[start..<word.range.lowerBound]
      if gap.contains(UInt8(ascii: "-")) || gap.starts(with: [0x20, 0xE2, 0x80]) {
        let isJoined = gap.count == 1 && text.words[index - 1].gap == .space
        return isJoined ? 0 : word.range.lowerBound
      }
      guard text.words[index].isCapitalized || text.words[index].isNumber else { return 0 }
    }
    return 0
  }
}
