import Model

/// The kind of answer that a question asks for, and the words that determine it.
public struct ExpectedAnswer: Sendable, Equatable {
  /// A question about an article itself rather than its subject.
  public enum Statement: UInt8, Sendable, CaseIterable { case author, date, publisher, title }

  /// A refinement of the type that decides how an answer is extracted from its sentence.
  public enum Form: UInt8, Sendable {
    case plain
    /// *What does X stand for?*
    case expansion
    /// *Apa singkatan dari X?*
    case abbreviation
    /// *Who is X?*, where X is a name.
    case description
    /// *Where does X rank?*: a place in an order.
    case rank
    /// *How tall is X?*: an amount with a unit.
    case measure
    /// *When was X born?*: the first date of a span.
    case beginning
    /// *When did X die?*: the last date of a span.
    case ending
    /// *Which section?*, *what version?*: a number that identifies something.
    case reference
    /// *What time?*, *pukul berapa?*: a time of day.
    case clock
  }

  /// The part that the person asked for plays in the event.
  enum Part: UInt8, Sendable {
    case unknown
    /// *Who acquired X?*
    case agent
    /// *Who was killed?*, *whom did X kill?*
    case patient
  }

  /// The direction in which a place is asked for.
  enum Direction: UInt8, Sendable {
    case none
    /// *Ke mana?*, *where did it move to?*
    case to
    /// *Dari mana?*, *where does it come from?*
    case from
  }

  public var type: QuestionType
  public var form: Form
  /// The direction in which the place is asked for.
  var direction = Direction.none
  /// A Boolean value that indicates whether the beginning of a span is asked for: *when does the
  /// exhibition open?*
  var wantsStart = false
  /// The dimensions of the measure asked for; empty if any amount may answer.
  var dimensions: Dimension = []
  var part = Part.unknown
  /// A Boolean value that indicates whether several answers are expected: *who are the members?*,
  /// *siapa saja?*
  var isPlural = false
  /// A Boolean value that indicates whether the newest document answers best: *latest*, *terbaru*.
  var wantsLatest = false
  /// A Boolean value that indicates whether the question asks what is so now, without a year: *who is
  /// the mayor?*
  var isPresent = false
  var prefersNewest: Bool { wantsLatest || isPresent }
  /// The terms of the question that ask, such as `how many` or `berapa`. They need no support.
  public var asking: Range<Int>
  /// The terms that name what is counted or chosen: *employees* in *how many employees*, *firm*
  /// in *which consulting firm*; empty if there are none.
  public var focus: Range<Int>
  /// The terms of the sentences before the one that asks, which give its topic by their names: *I am
  /// going to Vik. How long is the bridge?* Empty if they hold no name.
  var topic: Range<Int> = 0..<0
  /// A Boolean value that indicates whether a noun after *what* or before *apa* determines the type,
  /// so that the field of a record with that noun as its head answers, whatever it holds.
  var isTypedByNoun = false
  public var statement: Statement?
  /// A Boolean value that indicates whether the question may be about a subject as well: *who wrote
  /// X?* without *article*. It is about an article only if X is the title of one.
  var isStatementImplied = false

  public init(
    type: QuestionType, form: Form = .plain, asking: Range<Int> = 0..<0,
    focus: Range<Int> = 0..<0, statement: Statement? = nil
  ) {
    self.type = type
    self.form = form
    self.asking = asking
    self.focus = focus
    self.statement = statement
  }
}

/// The kind of answer that a question asks for.
public enum QuestionType: String, Sendable, CaseIterable {
  case person, organization, place, date, number, money, percentage, duration
  case definition, acronym, reason, method, choice
  case yesNo = "yes/no"
  case other

  /// A Boolean value that indicates whether answers of this type are amounts or dates.
  var isValue: Bool {
    switch self {
    case .number, .money, .percentage, .duration, .date: true
    default: false
    }
  }

  /// A Boolean value that indicates whether answers of this type are amounts of what is asked for.
  var isAmount: Bool { isValue && self != .date && self != .percentage }

  /// A Boolean value that indicates whether answers of this type have a recognizable form.
  public var hasForm: Bool {
    switch self {
    case .person, .organization, .place, .date, .number, .money, .percentage, .duration, .acronym,
      .definition, .reason, .choice:
      true
    case .method, .yesNo, .other: false
    }
  }
}
