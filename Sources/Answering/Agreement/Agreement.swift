/// Whether sources that answer a question give the same value.
public struct Agreement: Sendable, Equatable {
  /// A value, by the citations that give it: indices of `Answer.citations`, ascending, each of
  /// another document.
  public struct Value: Sendable, Equatable {
    public var citations: [Int]

    public init(citations: [Int]) { self.citations = citations }
  }

  /// In the order of their first citations; more than one where the sources differ.
  public var values: [Value]

  public init(values: [Value]) { self.values = values }

  public var isConflict: Bool { values.count > 1 }
}
