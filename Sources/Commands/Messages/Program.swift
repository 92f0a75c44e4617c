/// The program's name and version.
enum Program {
  static let version = "0.1.0"
  /// The date of this version, for the manual page.
  static let date = "2026-11-21"
  static let versionLine = "tanya \(version)"
}
