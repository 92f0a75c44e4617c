import Bytes
import TextAnalysis

/// Answers from records: the cell in the column, or with the label, that the question asks for.
extension AnswerExtractor {
  /// The confidence in a cell whose head or label the question names.
  private static let named = 0.9
  /// The confidence in the only cell of the kind asked for.
  private static let only = 0.85
  /// The confidence in the first of several cells of that kind.
  private static let onlyOfSeveral = 0.45
  /// The share of confidence that remains in a value of a record that names another one.
  private static let ambiguous = 0.3
  /// The number of words of a cell up to which it is the answer as a whole.
  private static let wholeCell = 8

  /// Returns the answer in a sentence that is a record, or nil if there is none.
  func answer(inRecord sentence: Int, of passage: PassageEvidence) -> AnswerSpan? {
    guard expected.type != .yesNo, expected.type != .reason, expected.form != .description else {
      return answer(in: passage, range: passage.sentences[sentence])
    }
    let record = RecordFields(ofRecord: sentence, in: passage)
    if passage.records[sentence] == .entry {
      guard record.fields.count == 2 else { return nil }
      return answer(inEntry: record.fields[0].cell, record.fields[1].cell, of: passage)
    }
    return answer(inNamedFieldOf: record, of: passage)
      ?? answer(inTypedFieldOf: record, of: passage)
      ?? answer(inOnlyFieldOf: record, of: passage)
      ?? answer(beside: record, inRecord: sentence, of: passage)
  }

  /// Returns the time of a log's entry if a time is asked for, or else the answer in the rest.
  private func answer(
    inEntry time: Range<Int>, _ rest: Range<Int>, of passage: PassageEvidence
  ) -> AnswerSpan? {
    if let agent = agent(in: rest, of: passage) { return agent }
    let isStated = !passage.matches(in: rest).isEmpty && !time.isEmpty
    guard expected.type == .date, isStated, answer(in: passage, range: rest) == nil else {
      return rest.isEmpty ? nil : answer(in: passage, range: rest)
    }
    return AnswerSpan(range: time, confidence: Self.named, closeness: 1, isField: true)
  }

  /// Returns the account behind *by* in an entry, which need not look like a name: `started by jhale`.
  private func agent(in entry: Range<Int>, of passage: PassageEvidence) -> AnswerSpan? {
    guard expected.type == .person, !passage.matches(in: entry).isEmpty else { return nil }
    let words = words(in: entry, of: passage)
    guard
      let agent = words.indices.dropFirst(2).first(where: {
        words[$0 - 1].classes.contains(.agentCue) && words[$0].gap == .space
          && words[$0].classes.contains(.function) == false && words[$0].shape != .number
      }), !words[agent].isCapitalized
    else { return nil }
    return AnswerSpan(
      range: words[agent].range, confidence: Self.named, closeness: 1, isField: true)
  }

  /// Returns the cell whose head holds most of what the other cells lack of the question.
  private func answer(
    inNamedFieldOf record: RecordFields, of passage: PassageEvidence
  ) -> AnswerSpan? {
    let held = Set(record.fields.flatMap { keys(of: $0, in: passage) })
    var best: (answer: AnswerSpan, weight: Double)?
    for field in record.fields {
      guard let head = field.head, mayBeAsked(field, of: record, in: passage) else { continue }
      var weight = 0.0
      for match in passage.matches(in: head) where !held.contains(match.term) {
        weight += match.strength * question.terms[match.term].weight
      }
      guard weight > best?.weight ?? 0,
        let answer = answer(inCell: field.cell, of: passage, isNamed: true)
      else { continue }
      best = (answer, weight)
    }
    best?.answer.confidence = Self.named
    return best?.answer
  }

  /// Returns whether a cell holds something that the question does not: what it holds of the question
  /// must be in another cell as well, as the `Ajung` of `Jalan Raya Ajung 77` beside `Ajung`.
  private func mayBeAsked(
    _ field: RecordFields.Field, of record: RecordFields, in passage: PassageEvidence
  ) -> Bool {
    let own = keys(of: field, in: passage)
    guard !own.isEmpty else { return true }
    return own.allSatisfy { key in
      record.fields.count { keys(of: $0, in: passage).contains(key) } > 1
    } && own.count < words(in: field.cell, of: passage).count
  }

  /// Returns the only cell whose head announces answers of the kind asked for, beside one that holds
  /// words of the question.
  private func answer(
    inTypedFieldOf record: RecordFields, of passage: PassageEvidence
  ) -> AnswerSpan? {
    guard record.fields.count > 1,
      record.fields.contains(where: { !keys(of: $0, in: passage).isEmpty })
    else { return nil }
    var found: AnswerSpan?
    for field in record.fields {
      guard let head = field.head, mayBeAsked(field, of: record, in: passage),
        HeadKinds.announces(expected.type, words(in: head, of: passage)),
        let answer = answer(inCell: field.cell, of: passage, isNamed: true)
      else { continue }
      guard found == nil else { return nil }
      found = answer
    }
    found?.confidence = Self.named
    return found
  }

  /// Returns the terms of the question that a cell holds and its head does not. A currency in a
  /// column of prices is no key.
  private func keys(of field: RecordFields.Field, in passage: PassageEvidence) -> [Int] {
    let named = field.head.map { passage.matches(in: $0).map(\.term) } ?? []
    return passage.matches(in: field.cell).map(\.term).filter { !named.contains($0) }
  }

  /// Returns the only cell of the kind asked for, beside one that holds words of the question.
  private func answer(
    inOnlyFieldOf record: RecordFields, of passage: PassageEvidence
  ) -> AnswerSpan? {
    guard record.fields.count > 1,
      record.fields.contains(where: { !keys(of: $0, in: passage).isEmpty })
    else { return nil }
    // `Captain Ruud` for *who is the captain?*
    if expected.type == .person,
      let holder = record.fields.first(where: { isHolder($0, in: passage) }),
      var answer = answer(in: passage, range: holder.cell)
    {
      answer.confidence = Self.only
      answer.isField = true
      return answer
    }
    var found: [AnswerSpan] = []
    for field in record.fields where passage.matches(in: field.cell).isEmpty {
      guard let answer = answer(inCell: field.cell, of: passage) else { continue }
      found.append(answer)
    }
    // `07.30` beside `Monday` is no day.
    let exact = found.count == 1 ? found : found.filter { isExact($0, in: passage) }
    guard var answer = exact.first ?? found.first else { return nil }
    answer.confidence = exact.count == 1 ? Self.only : Self.onlyOfSeveral
    answer.isField = exact.count == 1
    return answer
  }

  /// Returns whether the value of a cell is of the very kind that the question asks for.
  private func isExact(_ answer: AnswerSpan, in passage: PassageEvidence) -> Bool {
    switch (expected.type, answer.mention?.kind) {
    case (.date, _) where expected.form == .clock:
      // A cell with a time needs no *at* before it.
      passage.bytes[answer.range].allSatisfy {
        $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
      } || answer.mention?.kind == .time
    case (.date, .date): true
    // The number of `shelf 12` is a part of a name.
    case (.number, .number), (.money, .money), (.percentage, .percentage), (.duration, .duration):
      answer.mention?.range.lowerBound == answer.range.lowerBound
    default: false
    }
  }

  private func words(in range: Range<Int>, of passage: PassageEvidence) -> [Word] {
    let bytes = passage.bytes
    return WordScanner.words(in: bytes.span, range: range)
  }

  /// Returns whether a cell holds a role that the question asks for and no other word of it.
  private func isHolder(_ field: RecordFields.Field, in passage: PassageEvidence) -> Bool {
    let held = passage.matches(in: field.cell)
    return !held.isEmpty && held.allSatisfy { question.terms[$0.term].isRole }
      && words(in: field.cell, of: passage).count > 1
  }

  /// Returns the answer in a record that is read like prose. The label before it is no part of it.
  private func answer(
    beside record: RecordFields, inRecord sentence: Int, of passage: PassageEvidence
  ) -> AnswerSpan? {
    let range = passage.sentences[sentence]
    switch passage.records[sentence] {
    case .amount:
      var answer = answer(in: passage, range: range)
      answer?.isField = !passage.matches(in: range).isEmpty
      return answer
    case .label:
      guard let cell = record.fields.first?.cell, !cell.isEmpty else { return nil }
      return answer(in: passage, range: cell)
    case .pair, .list: return answer(in: passage, range: range)
    default:
      var answer = answer(in: passage, range: range)
      answer?.confidence *= Self.ambiguous
      return answer
    }
  }

  /// Returns a cell, or the words in a long one, as the answer if it may be of the kind asked for.
  private func answer(
    inCell cell: Range<Int>, of passage: PassageEvidence, isNamed: Bool = false
  ) -> AnswerSpan? {
    let bytes = passage.bytes
    let cell = Self.withoutNote(cell, bytes)
    guard !cell.isEmpty else { return nil }
    let found = answer(in: passage, range: cell)
    let mayAnswer =
      mayAnswer(cell, of: passage)
      || isNamed && (expected.isTypedByNoun || expected.type == .place)
    // `Mrs Tudor, 01970 555019`
    if expected.type.isValue, let mention = found?.mention,
      cell.lowerBound + 8 < mention.range.lowerBound
    {
      var found = found
      found?.isField = true
      return found
    }
    let limit = expected.type == .definition ? SnippetBuilder.comfortable : Self.wholeCell
    guard mayAnswer, bytes.span.wordCount(cell) <= limit else {
      var found = found
      found?.isField = true
      return found
    }
    return AnswerSpan(
      range: cell, confidence: Self.named, mention: found?.mention, closeness: 1, isField: true)
  }

  /// Returns a cell without a note in brackets at its end: `Joan Keld (since 2019)`.
  private static func withoutNote(_ cell: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    guard let last = cell.last, bytes[last] == UInt8(ascii: ")"),
      let open = bytes[cell].lastIndex(of: UInt8(ascii: "(")), open > cell.lowerBound,
      bytes[open - 1] == 0x20
    else { return cell }
    return bytes.withoutSpace(cell.lowerBound..<open)
  }

  /// Returns whether a cell may hold an answer of the kind asked for: the head of the column says
  /// what `1350` is, so that only digits are needed.
  private func mayAnswer(_ cell: Range<Int>, of passage: PassageEvidence) -> Bool {
    let bytes = passage.bytes[cell]
    let hasDigit = bytes.contains(where: \.isASCIIDigit)
    switch expected.type {
    case .number, .money, .percentage, .duration, .date: return hasDigit
    case .person, .organization, .place:
      return !hasDigit && bytes.contains { $0.isASCIIUpper || $0 >= 0x80 }
    case .choice, .definition, .acronym, .other, .method: return true
    case .reason, .yesNo: return false
    }
  }
}
