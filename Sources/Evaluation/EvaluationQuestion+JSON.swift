import JSON

extension EvaluationQuestion {
  /// Reads a line of JSON Lines with the members `_id` or `id`, `text` or `question`, and any of
  /// `answers`, `answerable`, `documents` or `docs` (ids, or an object of grades by id), and
  /// `kind`.
  init(parsing line: [UInt8], number: Int) throws(QuestionFileError) {
    let record: JSONValue
    do throws(JSONError) {
      record = try line.withUnsafeBufferPointer { bytes in
        Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
      }.get()
    } catch {
      throw QuestionFileError(
        error.kind == .invalidUTF8
          ? .invalidUTF8(offset: error.offset) : .malformedJSON(offset: error.offset), line: number)
    }
    func member<Value>(
      _ names: String..., as read: (JSONValue) -> Value?
    ) throws(QuestionFileError) -> Value? {
      guard let name = names.first(where: { record[$0] != nil }), let value = record[name],
        !value.isNull
      else { return nil }
      guard let result = read(value) else {
        throw QuestionFileError(.invalidMember(name), line: number)
      }
      return result
    }
    guard let text = try member("question", "text", as: \.string) else {
      throw QuestionFileError(.noQuestion, line: number)
    }
    self.init(
      id: try member("id", "_id", as: { $0.string ?? $0.number }), text: text,
      answers: try member("answers", as: Self.strings),
      isAnswerable: try member("answerable", as: \.bool),
      documents: try member("documents", "docs", as: Self.grades) ?? [:],
      kind: try member("kind", as: \.string))
  }

  private static func strings(_ value: JSONValue) -> [String]? {
    guard let values = value.array else { return nil }
    let strings = values.compactMap(\.string)
    return strings.count == values.count ? strings : nil
  }

  private static func grades(_ value: JSONValue) -> [String: Int]? {
    if let ids = strings(value) {
      return Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: { first, _ in first })
    }
    guard let members = value.object else { return nil }
    let grades = members.compactMapValues(\.integer)
    return grades.count == members.count ? grades : nil
  }
}
