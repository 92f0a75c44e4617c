import Platform
import SegmentFormat
import TextAnalysis

/// The folder of an index, held for writing.
struct IndexFolder {
  let path: String
  private let lock: FileLock

  private static let lockName = "lock"
  /// What may stand in a folder that becomes an index.
  private static let harmless: Set<String> = ["README.md", ".gitignore", lockName]

  /// Makes the folder if need be, and locks it. A folder that holds anything but an index is
  /// refused, so that nothing of the user's is ever overwritten.
  init(preparing path: String) throws(IndexingError) {
    self.path = path
    var taken: String?
    let lock: FileLock?
    do throws(FileError) {
      try Folder.create(path)
      let names = try Folder.names(in: path)
      if !IndexFolder.isIndex(path, names) {
        taken = names.first { !IndexFolder.harmless.contains($0) && !IndexFolder.isOurs($0) }
      }
      lock = taken == nil ? try FileLock(path: path + "/" + IndexFolder.lockName) : nil
    } catch {
      throw .file(error)
    }
    if let taken { throw .folderTaken(path: path, found: taken) }
    guard let lock else { throw .locked(path: path) }
    self.lock = lock
  }

  /// Whether a folder with these names is an index, be it a damaged one: a file that happens to be
  /// called like a manifest makes none.
  private static func isIndex(_ path: String, _ names: [String]) -> Bool {
    guard names.contains(Manifest.fileName) else { return false }
    if names.contains(where: isOurs) { return true }
    guard let manifest = try? MappedFile(path: path + "/" + Manifest.fileName) else { return false }
    return manifest.withBytes { $0.starts(with: Manifest.signature.utf8) }
  }

  /// Whether a name is one that an indexing run gives to its files.
  private static func isOurs(_ name: String) -> Bool {
    let stem = OutputFile.publishedName(ofTemporary: name) ?? name
    if stem == Manifest.fileName { return name != stem }
    return (stem.hasSuffix(".segment") || stem.hasSuffix(".catalog"))
      && stem.prefix(6).allSatisfy(\.isNumber)
  }

  /// The published state, as far as an update needs it.
  struct State {
    var manifest: Manifest
    var catalog: Catalog
    var passages: [String: Int] = [:]
    var bytes = 0
    /// Whether this program's analysis made the segments.
    var isCurrent = true
  }

  /// Nil where nothing is published yet.
  ///
  /// - Parameter ignoringDamage: an index that cannot be read counts as none.
  func state(ignoringDamage: Bool) throws(IndexingError) -> State? {
    do throws(IndexFileError) {
      return try readState()
    } catch {
      if ignoringDamage { return nil }
      switch error {
      case .file(let error): throw .file(error)
      case .format(let error): throw .format(error)
      }
    }
  }

  private func readState() throws(IndexFileError) -> State? {
    let manifestPath = path + "/" + Manifest.fileName
    guard (try? FileInfo(path: manifestPath)) != nil else { return nil }
    let manifest = try decode(manifestPath) { bytes throws(FormatError) in
      try Manifest(decoding: bytes)
    }
    guard let catalogFile = manifest.files(of: .catalog).first else {
      throw .format(FormatError(.malformed, file: manifestPath))
    }
    let catalog = try decode(path + "/" + catalogFile.name) { bytes throws(FormatError) in
      try Catalog(decoding: bytes)
    }
    var state = State(manifest: manifest, catalog: catalog)
    for file in manifest.files {
      state.bytes += file.size
      guard file.kind == .segment else { continue }
      let segment = try SegmentFile(path: path + "/" + file.name, size: file.size)
      defer { withExtendedLifetime(segment) {} }
      let properties = segment.properties
      state.passages[properties.language, default: 0] += properties.passageCount
      let language = Language(rawValue: properties.language)
      if Analyzer.fingerprint(of: language) != properties.fingerprint { state.isCurrent = false }
    }
    return state
  }

  private func decode<T>(
    _ path: String, _ body: (UnsafeRawBufferPointer) throws(FormatError) -> T
  ) throws(IndexFileError) -> T {
    let file: MappedFile
    do throws(FileError) { file = try MappedFile(path: path) } catch { throw .file(error) }
    do throws(FormatError) {
      return try file.withBytes(body)
    } catch {
      throw .format(error.inFile(path))
    }
  }

  /// Writes the files of a new state, then the manifest that makes them the index, then removes
  /// what no longer belongs to it.
  ///
  /// - Parameter old: generation of the state that is replaced, 0 where there is none to be read.
  /// - Returns: bytes of the new state.
  func publish(
    _ segments: [(language: Language, contents: SegmentContents)], _ catalog: Catalog,
    after old: Int
  ) throws(IndexingError) -> Int {
    do throws(FileError) {
      var files: [Manifest.File] = []
      let generation = try generation(after: old)
      let prefix = path + "/"
      let number = String(String(1_000_000 + generation % 1_000_000).dropFirst())
      for (language, contents) in segments {
        let name = "\(number)-\(language).segment"
        let file = try OutputFile(path: prefix + name)
        var writer = try SegmentWriter { bytes throws(FileError) in try file.write(bytes) }
        try contents.write(to: &writer)
        try file.publish()
        files.append(
          Manifest.File(
            kind: .segment, name: name, size: writer.count, checksum: writer.checksum))
      }
      files.insert(try write(catalog.encode(), .catalog, "\(number).catalog"), at: 0)
      let manifest = Manifest(generation: generation, files: files)
      _ = try write(manifest.encode(), .catalog, Manifest.fileName)
      removeLeftOvers(of: manifest)
      return files.reduce(0) { $0 + $1.size }
    } catch {
      throw .file(error)
    }
  }

  /// A generation whose files overwrite none that is there, also where the manifest that names
  /// those cannot be read.
  private func generation(after old: Int) throws(FileError) -> Int {
    let names = try Folder.names(in: path)
    return 1 + names.reduce(old) { IndexFolder.isOurs($1) ? max($0, Int($1.prefix(6)) ?? 0) : $0 }
  }

  private func write(
    _ bytes: [UInt8], _ kind: Manifest.File.Kind, _ name: String
  ) throws(FileError) -> Manifest.File {
    let file = try OutputFile(path: path + "/" + name)
    try file.write(copying: bytes)
    try file.publish()
    return Manifest.File(
      kind: kind, name: name, size: bytes.count,
      checksum: bytes.withUnsafeBytes { checksum(of: $0) })
  }

  /// Files of older states and of runs that did not end. Failing to remove one does no harm.
  private func removeLeftOvers(of manifest: Manifest) {
    let current = Set(manifest.files.map(\.name))
    guard let names = try? Folder.names(in: path) else { return }
    for name in names where IndexFolder.isOurs(name) && !current.contains(name) {
      try? Folder.removeFile(path + "/" + name)
    }
  }
}
