/// Reads questions with their expected outcomes, line by line.
///
/// A line that begins with `{` is an object of JSON Lines. Other lines are in a format for people:
/// a question, and below it its answers (`=`, of which any is right, or `= NONE`) and the ids of
/// the documents that answer (`@`):
///
///     Who founded OpenAI?
///       = Sam Altman
///       @ sample/national-strategy.md
///     Who won the 2022 World Cup?
///       = NONE
public struct QuestionFileParser: Sendable {
  public private(set) var questions: [EvaluationQuestion] = []
  private var lines: [String: Int] = [:]
  /// A Boolean value that indicates whether the last question is in the format for people, so that
  /// expectations may follow.
  private var isOpen = false

  public init() {}

  /// Returns the questions of a whole file.
  public static func questions(
    parsing text: [UInt8]
  ) throws(QuestionFileError) -> [EvaluationQuestion] {
    let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    var parser = QuestionFileParser()
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { try parser.add(Array(line), number: index + 1) }
    return parser.questions
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: The line without its line break. A line that is blank or begins with `#` is ignored.
  ///   - number: The number of the line, from 1.
  public mutating func add(_ line: [UInt8], number: Int) throws(QuestionFileError) {
    guard let first = line.first(where: { !Self.isBlank($0) }), first != UInt8(ascii: "#") else {
      return
    }
    if first == UInt8(ascii: "{") {
      try append(try EvaluationQuestion(parsing: line, number: number), number: number)
      isOpen = false
      return
    }
    let text: String
    do throws(UTF8.ValidationError) {
      text = String(copying: try UTF8Span(validating: line.span))
    } catch {
      throw QuestionFileError(.invalidUTF8(offset: error.byteOffsets.lowerBound), line: number)
    }
    switch first {
    case UInt8(ascii: "="): try expect(Self.trimmed(text, dropping: 1), number, Self.addAnswer)
    case UInt8(ascii: "@"): try expect(Self.trimmed(text, dropping: 1), number, Self.addDocument)
    default:
      try append(EvaluationQuestion(text: Self.trimmed(text)), number: number)
      isOpen = true
    }
  }

  private mutating func append(
    _ question: EvaluationQuestion, number: Int
  ) throws(QuestionFileError) {
    guard !question.text.utf8.allSatisfy(Self.isBlank) else {
      throw QuestionFileError(.emptyQuestion, line: number)
    }
    if let first = lines.updateValue(number, forKey: question.id) {
      throw QuestionFileError(.duplicate(firstLine: first), line: number)
    }
    questions.append(question)
  }

  private mutating func expect(
    _ value: String, _ number: Int,
    _ add: (String, inout EvaluationQuestion) -> QuestionFileError.Kind?
  ) throws(QuestionFileError) {
    guard isOpen, !questions.isEmpty else {
      throw QuestionFileError(.noQuestionBefore, line: number)
    }
    guard !value.isEmpty else { throw QuestionFileError(.emptyExpectation, line: number) }
    if let kind = add(value, &questions[questions.count - 1]) {
      throw QuestionFileError(kind, line: number)
    }
  }

  private static func addAnswer(
    _ answer: String, to question: inout EvaluationQuestion
  ) -> QuestionFileError.Kind? {
    if answer == "NONE" {
      guard question.answers == nil else { return .answerAndNone }
      question.answers = []
      question.isAnswerable = false
    } else {
      guard question.isAnswerable != false else { return .answerAndNone }
      question.answers = (question.answers ?? []) + [answer]
    }
    return nil
  }

  private static func addDocument(
    _ document: String, to question: inout EvaluationQuestion
  ) -> QuestionFileError.Kind? {
    question.documents[document] = 1
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Returns the text without the blanks at its ends, its first `count` bytes, and the blanks after
  /// those.
  private static func trimmed(_ text: String, dropping count: Int = 0) -> String {
    let rest = text.utf8.drop(while: isBlank).dropFirst(count).drop(while: isBlank)
    let end = rest.lastIndex { !isBlank($0) }.map { rest.index(after: $0) } ?? rest.startIndex
    return String(Substring(rest[..<end]))
  }
}
