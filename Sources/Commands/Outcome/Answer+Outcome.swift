import Answering

extension Answer {
  /// Returns whether the verdict is good enough for exit status 0.
  ///
  /// - Parameter isStrict: Whether related passages do not suffice.
  func isFound(isStrict: Bool) -> Bool {
    switch verdict {
    case .answered: true
    case .related: !isStrict
    case .none: false
    }
  }
}
