import Platform

/// The files and folders that a walk has met.
///
/// Few walks ask for a single file: only those that meet links or have several roots. Files are
/// therefore collected first, and hashed when one is asked for.
struct SeenFiles {
  private var hashed: Set<FileInfo.Identity>
  private var noted: [FileInfo.Identity] = []

  init(_ identities: [FileInfo.Identity]) { hashed = Set(identities) }

  /// Adds a file that may have been met before.
  mutating func note(_ identity: FileInfo.Identity) { noted.append(identity) }

  /// Adds a file or folder. Returns false if it has been met before.
  mutating func insert(_ identity: FileInfo.Identity) -> Bool {
    !contains(identity) && hashed.insert(identity).inserted
  }

  mutating func contains(_ identity: FileInfo.Identity) -> Bool {
    if !noted.isEmpty {
      hashed.formUnion(noted)
      noted.removeAll(keepingCapacity: true)
    }
    return hashed.contains(identity)
  }
}
