import Library
import Platform

/// Which documents are asked, as it was typed.
struct IndexChoice: Sendable, Equatable {
  /// What `--index` names.
  var folder: String?
  /// Whether nothing is said but what was asked for.
  var isQuiet = false

  /// Finds the index, and says so where it is not one of the person's own.
  func location(announcing message: UserMessage? = .builtInLibrary) -> LibraryLocation {
    let location = LibraryLocation.find(
      option: folder, environment: .process, from: LibraryLocation.currentFolder)
    if location == .builtIn, !isQuiet, let message {
      Output.note(message.phrase)
    }
    if case .foreign(let folder) = location, !isQuiet {
      Output.note(UserMessage.foreignIndex(folder: folder).phrase)
    }
    return location
  }

  /// Says once that a dictionary is missing, when questions were translated without it.
  func noteMissingDictionary(of library: Library) {
    guard !isQuiet, let message = DictionaryNotice.take(from: library) else { return }
    Output.note(message.phrase)
  }
}
