/// Words about the settings in force.
enum ConfigurationMessage {
  static let standard = Phrase(english: "default", indonesian: "bawaan")

  static func source(_ source: Configuration.Source) -> Phrase {
    let path = VisibleText.line(source.path)
    return switch source.state {
    case .read: Phrase(english: "\(path)", indonesian: "\(path)")
    case .missing:
      Phrase(english: "\(path) (does not exist)", indonesian: "\(path) (tidak ada)")
    case .foreign:
      Phrase(
        english: "\(path) (ignored: it belongs to somebody else)",
        indonesian: "\(path) (diabaikan: milik orang lain)")
    }
  }
}
