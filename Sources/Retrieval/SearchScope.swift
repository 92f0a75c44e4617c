/// The part of an index that questions are narrowed to: made once, asked any number of times.
///
/// What words weigh is still counted over the whole index.
public struct SearchScope: Sendable, Equatable {
  /// For each segment the passages that may be found.
  let passages: [PassageSet]
  /// Documents in it; one with passages in two languages counts once.
  public let documentCount: Int
}
