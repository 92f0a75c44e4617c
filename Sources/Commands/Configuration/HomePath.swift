extension String {
  /// The path with its `~/` replaced by the home folder.
  func expandingTilde(home: String) -> String {
    if self == "~" { return home }
    return hasPrefix("~/") ? home + dropFirst() : self
  }
}
