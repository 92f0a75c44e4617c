import Corpus
import Model
import Retrieval

/// Names documents by their path or title, ignoring case.
struct DocumentPattern: Sendable {
  let text: String
  private let lowercased: String
  /// Where the text has wildcards; nil where it is a part of a path or title.
  private let glob: GlobPattern?

  init(_ text: String) {
    self.text = text
    lowercased = text.lowercased()
    let isGlob = text.utf8.contains { "*?[".utf8.contains($0) }
    glob = isGlob ? GlobPattern(Array(lowercased.utf8)) : nil
  }

  /// A pattern with wildcards has to fit the whole path or its last component; one without may
  /// stand anywhere in path or title.
  func matches(_ document: StoredDocument) -> Bool {
    let path = document.source.lowercased()
    if let glob {
      let name = path.split(separator: "/").last ?? path[...]
      return glob.matches(path[...].utf8) || glob.matches(name.utf8)
    }
    return path.contains(lowercased)
      || document.title?.value.lowercased().contains(lowercased) ?? false
  }
}

extension DocumentPattern: Equatable {
  static func == (first: Self, second: Self) -> Bool { first.text == second.text }
}
