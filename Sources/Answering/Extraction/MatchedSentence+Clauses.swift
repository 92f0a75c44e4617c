import TextAnalysis

/// Definitions, descriptions, reasons and acronyms.
extension MatchedSentence {
  /// Returns the expansion of a short form, or the short form itself.
  func acronym() -> AnswerSpan? {
    var best: AnswerSpan?
    for pair in AcronymRecognizer.pairs(in: text) {
      let asksExpansion = expected.form == .expansion
      let known = asksExpansion ? pair.short : pair.expansion
      let answer = asksExpansion ? pair.expansion : pair.short
      let words = text.words.filter { known.contains($0.range.lowerBound) }
      let content = words.filter { $0.classes.isDisjoint(with: [.function, .particle]) }
      let matched = content.filter { isMatched($0.range) }.count
      guard matched * 2 > content.count, !asksExpansion || matched == content.count else {
        continue
      }
      let confidence = Double(matched) / Double(content.count)
      if confidence > best?.confidence ?? 0 {
        best = AnswerSpan(range: answer, confidence: confidence)
      }
    }
    return best
  }

  /// Returns the clause after `X is` or `X adalah`, or the one that follows `X,`.
  func definition() -> AnswerSpan? {
    guard let run = subjectRun() else { return nil }
    let subject = run.upperBound
    // `The oldest vertebrate is …` tells what only some of them are.
    let isWhole = (0..<run.lowerBound).allSatisfy { isArticleLike($0) }
    let certainty = isWhole ? 1 : 0.6
    var next = subject
    while next < text.words.count, text.words[next].gap == .parenthesis || isInParenthesis(next) {
      next += 1
    }
    guard next < text.words.count else { return nil }
    if text.word(next, is: .copula) {
      guard next + 1 < text.words.count else { return nil }
      return AnswerSpan(
        range: text.words[next + 1].range.lowerBound..<clauseEnd(next + 1), confidence: certainty)
    }
    if Self.alternatives.contains(text.words[next].key) {
      return AnswerSpan(
        range: text.words[min(next + 1, text.words.count - 1)].range
          .lowerBound..<clauseEnd(next + 1),
        confidence: 0.7)
    }
    // `Kelana: a walk without an aim`, `Kelana – …`
    if text.words[next].gap == .other, next == subject, next < text.words.count {
      return AnswerSpan(
        range: text.words[next].range.lowerBound..<clauseEnd(next),
        confidence: isEntry(run, before: next) ? 1 : 0.6)
    }
    guard text.words[next].gap == .comma, !text.word(next, is: .conjunction) else { return nil }
    // `skreib, a stew of cod, is eaten at Easter`
    if Self.apposed.contains(text.words[next].key), next + 1 < text.words.count {
      return AnswerSpan(
        range: text.words[next].range.lowerBound..<commaEnd(next + 1), confidence: 0.9)
    }
    if let copula = copula(afterInsertionAt: next) {
      // `The garboard, the plank next to the keel, is laid first`
      if Self.articles.contains(text.words[next].key), next + 1 < text.words.count {
        return AnswerSpan(
          range: text.words[next].range.lowerBound..<commaEnd(next + 1), confidence: 0.9)
      }
      return AnswerSpan(
        range: text.words[copula + 1].range.lowerBound..<clauseEnd(copula + 1), confidence: 1)
    }
    return AnswerSpan(
      range: text.words[next].range.lowerBound..<clauseEnd(next + 1), confidence: 0.5)
  }

  /// Returns whether the subject is the entry of a list of definitions: a line of its own above
  /// `: a channel`.
  private func isEntry(_ subject: Range<Int>, before next: Int) -> Bool {
    let gap = text.bytes[
      text.words[next - 1].range.upperBound..<text.words[next].range.lowerBound]
    return subject.lowerBound == 0 && gap.contains(UInt8(ascii: "\n"))
      && gap.contains(UInt8(ascii: ":"))
  }

  /// Returns the copula after the comma that ends an insertion: `X, as the ministry says, is`.
  private func copula(afterInsertionAt start: Int) -> Int? {
    let end = text.words.indices.dropFirst(start + 1).first { text.words[$0].gap == .comma }
    guard let end, text.word(end, is: .copula), end + 1 < text.words.count else { return nil }
    return end
  }

  private static let alternatives = [WordKey("or"), WordKey("atau")]
  /// Words that begin an apposition.
  private static let apposed = [
    "a", "an", "sejenis", "sebuah", "semacam", "seorang", "suatu", "sebutan", "nama", "salah",
  ].map { WordKey($0) }

  /// Returns who someone is, in the ways in which texts introduce people: after a copula, a comma,
  /// a bracket or the end of a line, and before the name as a role or as the subject of a copula.
  func description() -> AnswerSpan? {
    guard let subject = subjectRun() else { return nil }
    var next = subject.upperBound
    // `Ola Moe (1901–1975) was`
    let isBracketed = next < text.words.count && text.words[next].gap == .parenthesis
    let bracket = next
    while next < text.words.count, isInParenthesis(next) { next += 1 }
    if next < text.words.count, text.word(next, is: .copula), next + 1 < text.words.count {
      return AnswerSpan(
        range: text.words[next + 1].range.lowerBound..<clauseEnd(next + 1), confidence: 1)
    }
    // Names in other scripts and years introduce nobody.
    let isForeign = text.words[bracket..<next].contains {
      $0.isNumber || text.bytes[min($0.range.upperBound, text.bytes.count - 1)] == UInt8(ascii: ":")
    }
    if isBracketed, next > bracket, !isForeign {
      return AnswerSpan(range: range(of: bracket..<next), confidence: 0.8)
    }
    if let role = roleRun(before: subject.lowerBound) {
      return AnswerSpan(range: range(of: role), confidence: 0.85)
    }
    let before = subject.lowerBound - 1
    if before > 0, text.word(before, is: .copula), text.words[subject.lowerBound].gap == .space {
      var start = 0
      while start < before - 1, isArticleLike(start) { start += 1 }
      return AnswerSpan(range: range(of: start..<before), confidence: 0.8)
    }
    guard subject.upperBound < text.words.count else { return nil }
    let start = text.words[subject.upperBound].range.lowerBound
    let previous = text.words[subject.upperBound - 1].range.upperBound
    if text.words[subject.upperBound].gap == .comma {
      return AnswerSpan(range: start..<commaEnd(subject.upperBound + 1), confidence: 0.9)
    }
    if text.bytes[previous..<start].contains(UInt8(ascii: "\n")) {
      return AnswerSpan(range: start..<sentenceEnd, confidence: 0.8)
    }
    return nil
  }

  /// Returns the words of a role directly before a name: `the mayor, Eva Holm`, `pelatih tim Ola
  /// Moe`, `The botanist Edda Maric`.
  private func roleRun(before name: Int) -> Range<Int>? {
    guard name > 0, [.space, .comma].contains(text.words[name].gap) else { return nil }
    var start = name
    while start > 0, name - start < 5, !isArticleLike(start - 1),
      start == name || [.space, .hyphen].contains(text.words[start].gap)
    {
      start -= 1
    }
    guard start < name else { return nil }
    let isRole = (start..<name).contains { self.isRole($0) }
    // Without a role, an article shows a noun.
    let isNoun =
      start > 0 && Self.articles.contains(text.words[start - 1].key)
      && text.words[name].gap == .space
      && text.words[start..<name].allSatisfy { $0.shape == .lower }
    return isRole || isNoun ? start..<name : nil
  }

  private func isArticleLike(_ index: Int) -> Bool {
    text.isFunction(index) || Self.articles.contains(text.words[index].key)
  }

  /// Returns the clause after *because* or *karena*.
  func reason() -> AnswerSpan? {
    for index in text.words.indices where text.word(index, is: .reasonCue) {
      var start = index + 1
      if start < text.words.count, Self.afterCue.contains(text.words[start].key) { start += 1 }
      guard start < text.words.count else { continue }
      let range = text.words[start].range.lowerBound..<commaEnd(start + 1)
      return AnswerSpan(range: range, confidence: 0.6)
    }
    return nil
  }

  private static let afterCue = [WordKey("of"), WordKey("to"), WordKey("dari")]

  /// Returns the first run of the question's words.
  private func subjectRun() -> Range<Int>? {
    var run: Range<Int>?
    for index in text.words.indices {
      if isMatched(text.words[index].range) {
        run = (run?.lowerBound ?? index)..<(index + 1)
      } else if let run, index > run.upperBound || !text.word(index, is: [.particle, .conjunction])
      {
        break
      }
    }
    return run
  }

  func isInParenthesis(_ index: Int) -> Bool {
    let end = text.words[index].range.upperBound
    var position = text.words[index].range.lowerBound
    while position > range.lowerBound {
      position -= 1
      if text.bytes[position] == UInt8(ascii: ")") { return false }
      if text.bytes[position] == UInt8(ascii: "(") { return end <= range.upperBound }
    }
    return false
  }

  /// The end of the sentence without its closing punctuation.
  private var sentenceEnd: Int {
    var end = range.upperBound
    while end > range.lowerBound, Self.closing.contains(text.bytes[end - 1]) { end -= 1 }
    return end
  }

  private static let closing: [UInt8] = Array(".!?;: \n".utf8)

  /// Returns the end of the clause that contains a word: a semicolon or the end of the sentence.
  private func clauseEnd(_ index: Int) -> Int {
    let start = min(index, text.words.count - 1)
    for position in text.words[start].range
      .upperBound..<max(
        text.words[start].range.upperBound, sentenceEnd)
    where text.bytes[position] == UInt8(ascii: ";") {
      return position
    }
    return max(sentenceEnd, text.words[start].range.upperBound)
  }

  /// Returns the end of the clause that contains a word, which a comma ends as well.
  private func commaEnd(_ index: Int) -> Int {
    for next in index..<max(index, text.words.count)
    where text.words[next].gap == .comma || text.words[next].gap == .other {
      return text.words[next - 1].range.upperBound
    }
    return max(sentenceEnd, text.words[min(index, text.words.count) - 1].range.upperBound)
  }
}
