/// What `tanya index` is asked to do.
struct IndexUpdate: Sendable, Equatable {
  var folder: String
  /// Sources to add or refresh; with none to add or remove, all known ones are refreshed.
  var add: [String] = []
  var remove: [String] = []
  var rebuild = false
  var threads: Int
}

/// How far an indexing run has come.
struct IndexingProgress: Sendable, Equatable {
  /// Bytes of sources that are done, of those that were found.
  var done: Int
  var total: Int
  var documents: Int
}

/// What an indexing run did.
struct IndexingSummary: Sendable, Equatable {
  var documents: Int
  var passages: Int
  /// Size of the index.
  var bytes: Int
  var seconds: Double
  /// Nothing had changed, so nothing was written.
  var isUnchanged = false
  var skipped: [SkippedFile] = []
}
