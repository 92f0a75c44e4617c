/// Words about the settings in force.
enum ConfigurationMessage {
  static let standard = Phrase(english: "default", indonesian: "bawaan")

  /// Says that a file was looked for and does not exist.
  static func missing(_ path: String) -> Phrase {
    let path = VisibleText.line(path)
    return Phrase(english: "\(path) (does not exist)", indonesian: "\(path) (tidak ada)")
  }

  /// Says that a file is not read because of its owner.
  static func foreign(_ path: String) -> Phrase {
    let path = VisibleText.line(path)
    return Phrase(
      english: "\(path) (ignored: it belongs to somebody else)",
      indonesian: "\(path) (diabaikan: milik orang lain)")
  }
}
