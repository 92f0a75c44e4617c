/// Messages about the settings in effect.
enum ConfigurationMessage {
  static let standard = Phrase(english: "default", indonesian: "bawaan")

  /// Returns the message that a file was looked up and does not exist.
  static func missing(_ path: String) -> Phrase {
    let path = VisibleText.line(path)
    return Phrase(english: "\(path) (does not exist)", indonesian: "\(path) (tidak ada)")
  }

  /// Returns the message that a file is not read because it belongs to another user.
  static func foreign(_ path: String) -> Phrase {
    let path = VisibleText.line(path)
    return Phrase(
      english: "\(path) (ignored: it belongs to somebody else)",
      indonesian: "\(path) (diabaikan: milik orang lain)")
  }
}
