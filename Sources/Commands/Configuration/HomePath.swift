extension String {
  /// Returns the path with a leading `~/` replaced by the home folder.
  func expandingTilde(home: String) -> String {
    if self == "~" { return home }
    return hasPrefix("~/") ? home + dropFirst() : self
  }
}
