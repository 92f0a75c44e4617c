import Answering

extension Answer {
  /// Returns whether the verdict is good enough for exit status 0.
  ///
  /// - Parameter isStrict: `true` if related passages are not sufficient.
  func isFound(isStrict: Bool) -> Bool {
    switch verdict {
    case .answered: true
    case .related: !isStrict
    case .none: false
    }
  }
}
