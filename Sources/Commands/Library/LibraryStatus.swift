/// What an index holds.
struct LibraryStatus: Sendable, Equatable {
  /// The folder; nil for the built-in articles.
  var folder: String?
  var documents: Int
  var passages: Int
  /// Passages of each language, by tag.
  var languages: [(tag: String, passages: Int)] = []
  /// What `index` was given.
  var sources: [String] = []
  /// Bytes on disk by part (`terms`, `postings`, `lengths`, `text` …), in the order to show.
  var parts: [(name: String, bytes: Int)] = []
  var skipped: [SkippedFile] = []
  /// Sources that are not now as they were indexed.
  var changes = SourceChanges()

  var bytes: Int { parts.reduce(0) { $0 + $1.bytes } }

  static func == (left: Self, right: Self) -> Bool {
    left.folder == right.folder && left.documents == right.documents
      && left.passages == right.passages && left.sources == right.sources
      && left.skipped == right.skipped && left.changes == right.changes
      && left.languages.elementsEqual(right.languages, by: ==)
      && left.parts.elementsEqual(right.parts, by: ==)
  }
}

/// A file or line that was not indexed.
struct SkippedFile: Sendable, Equatable {
  var path: String
  /// Why, in a few words; what has the same reason is reported together.
  var reason: String
}

struct SourceChanges: Sendable, Equatable {
  var added: [String] = []
  var changed: [String] = []
  var removed: [String] = []

  var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

/// What `verify` went over without finding damage.
struct VerifiedIndex: Sendable, Equatable {
  var files: Int
  var bytes: Int
}
