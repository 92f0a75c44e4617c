import Glibc
import Library
import Platform
import Translation

/// What is said of a missing dictionary, once and never again.
enum DictionaryNotice {
  private static let fileName = "dictionary-notice"

  /// The message for questions that were translated without the dictionary that the set-up
  /// installs; nil where it is there, nothing was translated, or this was said before.
  static func take(
    from library: Library, environment: Environment = .process
  ) -> UserMessage? {
    let package = library.missingDictionaries.lazy.compactMap { addition in
      if case .package(let name) = addition { name } else { nil }
    }.first
    guard let package, isFirst(environment) else { return nil }
    return .dictionaryMissing(package: package)
  }

  /// Whether this is the first time, which is noted in the state folder of the XDG base directory
  /// specification. Where nothing can be noted it is said in each session.
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
