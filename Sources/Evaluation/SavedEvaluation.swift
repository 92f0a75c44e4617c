import JSON

/// An earlier run, read from the output of `EvaluationReport.write` as far as a comparison needs
/// it.
public struct SavedEvaluation: Sendable, Equatable {
  public enum ReadingError: Error, Hashable, Sendable {
    case malformed(offset: Int)
    /// The text is JSON, but not a saved run.
    case foreign
    case newer(version: Int)
  }

  public var figures: [Measure: Double]
  /// Boolean values that indicate whether each question came out as expected, by its id. Questions
  /// without an expectation are absent.
  public var isRight: [String: Bool]

  public init(figures: [Measure: Double], isRight: [String: Bool]) {
    self.figures = figures
    self.isRight = isRight
  }

  public init(parsing bytes: [UInt8]) throws(ReadingError) {
    let saved: JSONValue
    do throws(JSONError) {
      saved = try bytes.withUnsafeBufferPointer { bytes in
        Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
      }.get()
    } catch {
      throw .malformed(offset: error.offset)
    }
    guard let version = saved["version"]?.integer, let figures = saved["figures"]?.object,
      let questions = saved["questions"]?.array
    else { throw .foreign }
    guard version <= EvaluationReport.version else { throw .newer(version: version) }
    self.init(figures: [:], isRight: [:])
    for measure in Measure.allCases {
      self.figures[measure] = figures[measure.rawValue]?.double
    }
    for question in questions {
      guard let id = question["id"]?.string else { throw .foreign }
      isRight[id] = question["right"]?.bool
    }
  }
}
