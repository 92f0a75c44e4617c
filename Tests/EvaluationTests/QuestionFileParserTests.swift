import Evaluation
import Testing

@Suite struct QuestionFileParserTests {
  /// Returns the questions of a whole file, read line by line.
  static func parse(_ text: String) throws(QuestionFileError) -> [EvaluationQuestion] {
    var parser = QuestionFileParser()
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      try parser.add(Array(line), number: index + 1)
    }
    return parser.questions
  }

  @Test("people write questions, answers, documents and NONE on lines of their own")
  func forPeople() throws {
    let questions = try Self.parse(
      """
      # a comment
      Who founded OpenAI?
        = Sam Altman
      =  Altman \t
        @ sample/national strategy.md

      Who won the 2022 World Cup?\r
        = NONE
      What else?
      """)
    #expect(
      questions == [
        EvaluationQuestion(
          text: "Who founded OpenAI?", answers: ["Sam Altman", "Altman"],
          documents: ["sample/national strategy.md": 1]),
        EvaluationQuestion(
          text: "Who won the 2022 World Cup?", answers: [], isAnswerable: false),
        EvaluationQuestion(text: "What else?"),
      ])
    #expect(questions.map(\.id) == questions.map(\.text))
    #expect(questions.map(\.expectation) == [.answer(["Sam Altman", "Altman"]), .none, .unknown])
  }

  @Test(
    "objects have either name of each member",
    arguments: [
      #"{"_id": "1", "text": "Who?", "answers": ["I"], "docs": ["a", "b"], "kind": "en"}"#,
      #"{"id": 1, "question": "Who?", "answers": ["I"], "documents": {"a": 1, "b": 1}, "#
        + #""kind": "en"}"#,
    ])
  func objects(line: String) throws {
    #expect(
      try Self.parse(line) == [
        EvaluationQuestion(
          id: "1", text: "Who?", answers: ["I"], documents: ["a": 1, "b": 1], kind: "en")
      ])
  }

  @Test(
    "what is expected follows from answers and from whether there is one",
    arguments: [
      (#""answers": ["x"]"#, .answer(["x"])), (#""answers": []"#, .none),
      (#""answers": ["x"], "answerable": false"#, .none), (#""answerable": false"#, .none),
      (#""answerable": true"#, .unknown), (#""answers": null"#, .unknown),
    ] as [(String, EvaluationQuestion.Expectation)])
  func expectations(members: String, expected: EvaluationQuestion.Expectation) throws {
    let question = try Self.parse("{\"text\": \"Who?\", \(members)}")
    #expect(question.map(\.expectation) == [expected])
  }

  @Test(
    "a line that cannot be read says which it is and why",
    arguments: [
      ("= x", .noQuestionBefore, 1),
      (#"{"text": "Who?"}"# + "\n= x", .noQuestionBefore, 2),
      ("Who?\n =", .emptyExpectation, 2),
      ("Who?\n = x\n = NONE", .answerAndNone, 3),
      ("Who?\n = NONE\n = x", .answerAndNone, 3),
      ("Who?\n\nWho?", .duplicate(firstLine: 1), 3),
      (#"{"id": "1"}"#, .noQuestion, 1),
      (#"{"text": " "}"#, .emptyQuestion, 1),
      (#"{"text": "#, .malformedJSON(offset: 9), 1),
      (#"{"text": "Who?", "answers": "me"}"#, .invalidMember("answers"), 1),
      (#"{"text": "Who?", "answers": [1]}"#, .invalidMember("answers"), 1),
      (#"{"text": "Who?", "answerable": "no"}"#, .invalidMember("answerable"), 1),
      (#"{"text": "Who?", "docs": {"a": "b"}}"#, .invalidMember("docs"), 1),
      (#"{"text": "Who?", "kind": 3}"#, .invalidMember("kind"), 1),
      (#"{"text": "Who?", "id": []}"#, .invalidMember("id"), 1),
    ] as [(String, QuestionFileError.Kind, Int)])
  func errors(text: String, kind: QuestionFileError.Kind, line: Int) {
    #expect(throws: QuestionFileError(kind, line: line)) { try Self.parse(text) }
  }

  @Test(
    "bytes that are no UTF-8 are an error in either form", arguments: ["Who ", "{\"text\": \""])
  func invalidUTF8(start: String) {
    var parser = QuestionFileParser()
    #expect(throws: QuestionFileError(.invalidUTF8(offset: start.utf8.count), line: 1)) {
      try parser.add(Array(start.utf8) + [0xFF], number: 1)
    }
  }

  @Test("judgements add documents to the questions that they name, header and all")
  func judgements() {
    let text = "query-id\tcorpus-id\tscore\n1\ta\t2\r\n1\tb\t0\n2\tc\t1\nbroken\n"
    let questions = RelevanceJudgements(parsing: Array(text.utf8))
      .judging([
        EvaluationQuestion(id: "1", text: "?"),
        EvaluationQuestion(id: "3", text: "!", documents: ["d": 1]),
      ])
    #expect(questions.map(\.documents) == [["a": 2, "b": 0], ["d": 1]])
    #expect(questions.map(\.relevantDocuments) == [["a": 2], ["d": 1]])
  }

  @Test("documents of a question without an answer are not looked for")
  func unanswerable() {
    let question = EvaluationQuestion(text: "?", isAnswerable: false, documents: ["a": 1])
    #expect(question.relevantDocuments.isEmpty)
  }
}
