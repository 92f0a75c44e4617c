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
    return answer(inNamedFieldOf: record, of: passage) ?? answer(inOnlyFieldOf: record, of: passage)
      ?? answer(beside: record, inRecord: sentence, of: passage)
  }

  /// Returns the time of a log's entry if a time is asked for, or else the answer in the rest.
  private func answer(
    inEntry time: Range<Int>, _ rest: Range<Int>, of passage: PassageEvidence
  ) -> AnswerSpan? {
    let isStated = !passage.matches(in: rest).isEmpty && !time.isEmpty
    guard expected.type == .date, isStated, answer(in: passage, range: rest) == nil else {
      return rest.isEmpty ? nil : answer(in: passage, range: rest)
    }
    return AnswerSpan(range: time, confidence: Self.named, closeness: 1, isField: true)
  }

  /// Returns the cell whose head holds most of what the other cells lack of the question.
  private func answer(
    inNamedFieldOf record: RecordFields, of passage: PassageEvidence
  ) -> AnswerSpan? {
    let held = Set(record.fields.flatMap { keys(of: $0, in: passage) })
    var best: (answer: AnswerSpan, weight: Double)?
    for field in record.fields {
      guard let head = field.head, keys(of: field, in: passage).isEmpty else { continue }
      var weight = 0.0
      for match in passage.matches(in: head) where !held.contains(match.term) {
        weight += match.strength * question.terms[match.term].weight
      }
      guard weight > best?.weight ?? 0, let answer = answer(inCell: field.cell, of: passage) else {
        continue
      }
      best = (answer, weight)
    }
    best?.answer.confidence = Self.named
    return best?.answer
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
    var found: [AnswerSpan] = []
    for field in record.fields where passage.matches(in: field.cell).isEmpty {
      guard let answer = answer(inCell: field.cell, of: passage) else { continue }
      if expected.type == .person, let head = field.head, isName(head, of: passage) {
        found = [answer]
        break
      }
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
    case (.number, .number), (.money, .money), (.percentage, .percentage), (.duration, .duration):
      true
    default: false
    }
  }

  /// Returns whether the head of a column is *name* or *nama*, alone or with other words.
  private func isName(_ head: Range<Int>, of passage: PassageEvidence) -> Bool {
    let bytes = passage.bytes
    return WordScanner.words(in: bytes.span, range: head).contains { Self.names.contains($0.key) }
  }

  private static let names = ["name", "nama", "person", "who"].map { WordKey($0) }

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
  private func answer(inCell cell: Range<Int>, of passage: PassageEvidence) -> AnswerSpan? {
    let bytes = passage.bytes
    let cell = Self.withoutNote(cell, bytes)
    let found = answer(in: passage, range: cell)
    let mayAnswer = mayAnswer(cell, of: passage)
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
