import Glibc
import Library
import Platform
import Translation

/// The notice about a missing dictionary, which each user sees only once.
enum DictionaryNotice {
  private static let fileName = "dictionary-notice"

  /// Returns the notice if a question was translated without the recommended dictionary; nil if the
  /// dictionary is installed, no question was translated, or the notice has been shown before.
  static func take(
    from library: Library, environment: Environment = .process
  ) -> Phrase? {
    let package = library.missingDictionaries.lazy.compactMap { addition in
      if case .package(let name) = addition { name } else { nil }
    }.first
    guard let package, isFirst(environment) else { return nil }
    return GlossaryMessage.missing(package: package)
  }

  /// Returns whether the notice has not been shown before, and records in the state folder of the
  /// XDG Base Directory Specification that it has been shown now. If that cannot be recorded, the
  /// notice is shown again next time.
  private static func isFirst(_ environment: Environment) -> Bool {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.local/state" : nil }
    guard let folder = state.map({ "\($0)/tanya" }) else { return true }
    try? Folder.create(folder)
    let file = open("\(folder)/\(fileName)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return errno != EEXIST }
    close(file)
    return true
  }
}
