import Bytes
import Glibc
import Platform

/// The state of a walk over folders.
struct FolderTraversal {
  private struct Folder {
    var path: String
    var id: String
    var rules: IgnoreRules?
    /// The folders on the path to this one, including itself.
    var chain: [FileInfo.Identity]
  }

  private struct Link {
    var path: String
    var id: String
    var folder: Folder
  }

  private var seen: Set<FileInfo.Identity>
  private var pending: [Folder] = []
  /// The links, which are followed after all regular files are known, so that a file keeps its own
  /// name instead of that of a link.
  private var links: [Link] = []
  private var files: [SourceFile] = []
  private var skipped: [SkippedSource] = []
  private var folders: [String] = []
  private var permissions: UInt32 = 0o777

  private let ignoreFiles: IgnoreFiles
  private let leavesOut: SourceWalk.FolderTest

  init(
    excluded: [FileInfo.Identity], ignoring ignoreFiles: IgnoreFiles,
    leavingOut leavesOut: @escaping SourceWalk.FolderTest
  ) {
    seen = Set(excluded)
    self.ignoreFiles = ignoreFiles
    self.leavesOut = leavesOut
  }

  mutating func visit(_ root: SourceRoot) throws(FileError) {
    switch root.info.kind {
    case .directory:
      let rules = ignoreFiles.rules(around: root.path)
      guard seen.insert(root.info.identity).inserted else { return }
      let folder = Folder(
        path: root.path, id: root.name, rules: rules, chain: [root.info.identity])
      try list(folder)
      drain()
    case .regular:
      guard seen.insert(root.info.identity).inserted else { return }
      let name = root.name.split(separator: "/").last.map(String.init) ?? ""
      var match = FormatMatch(fileName: name)
      // A file that the user names is read as text even if its extension is that of an unsupported
      // format.
      if case .unread? = match { match = nil }
      add(path: root.path, id: root.name, match: match, root.info)
    case .special, .symbolicLink:
      skip(root.path, .special)
    }
  }

  /// Returns the files and the skipped sources so far, each in order.
  consuming func finish() -> SourceWalk.Sources {
    files.sort { $0.id.precedes($1.id) }
    skipped.sort { $0.path.precedes($1.path) }
    return SourceWalk.Sources(
      files: files, skipped: skipped, folders: folders, permissions: permissions)
  }

  /// Lists all pending folders, then follows links, which may lead to new folders.
  private mutating func drain() {
    while true {
      if let folder = pending.popLast() {
        do throws(FileError) {
          try list(folder)
        } catch {
          skip(error.path, .unreadable(code: error.code))
        }
      } else if !links.isEmpty {
        let batch = links.sorted { $0.path.precedes($1.path) }
        links = []
        for link in batch { follow(link) }
      } else {
        return
      }
    }
  }

  private mutating func list(_ folder: Folder) throws(FileError) {
    var folder = folder
    let listing = try FolderListing(folder.path)
    if folder.chain.count > 1, leavesOut(folder.path, listing.names) { return }
    folders.append(folder.path)
    folder.rules = ignoreFiles.rules(
      inside: folder.path, names: listing.names, outer: folder.rules)
    let prefix = folder.path == "/" ? "/" : folder.path + "/"
    for name in listing.unusable where !name.hasPrefix(".") { skip(prefix + name, .unusableName) }
    for name in listing.names where !name.hasPrefix(".") {
      let path = prefix + name
      let id = folder.id.isEmpty ? name : folder.id + "/" + name
      do throws(FileError) {
        let info = try FileInfo(path: path, followsLinks: false)
        if info.kind == .symbolicLink {
          links.append(Link(path: path, id: id, folder: folder))
        } else {
          visit(path: path, id: id, info, in: folder)
        }
      } catch {
        skip(path, .unreadable(code: error.code))
      }
    }
  }

  private mutating func follow(_ link: Link) {
    do throws(FileError) {
      let info = try FileInfo(path: link.path)
      if link.folder.chain.contains(info.identity) {
        skip(link.path, .symbolicLinkLoop)
      } else if !seen.contains(info.identity) {
        visit(path: link.path, id: link.id, info, in: link.folder)
      }
    } catch {
      skip(link.path, error.code == ELOOP ? .symbolicLinkLoop : .unreadable(code: error.code))
    }
  }

  private mutating func visit(path: String, id: String, _ info: FileInfo, in folder: Folder) {
    let isFolder = info.kind == .directory
    if let rules = folder.rules, rules.ignores(path.split(separator: "/"), isFolder: isFolder) {
      return
    }
    switch info.kind {
    case .directory:
      guard seen.insert(info.identity).inserted else { return }
      pending.append(
        Folder(path: path, id: id, rules: folder.rules, chain: folder.chain + [info.identity]))
    case .regular:
      seen.insert(info.identity)
      let slash = id.utf8.lastIndex(of: UInt8(ascii: "/"))
      let name = slash.map { String(id[id.utf8.index(after: $0)...]) } ?? id
      add(path: path, id: id, match: FormatMatch(fileName: name), info)
    case .special, .symbolicLink:
      skip(path, .special)
    }
  }

  /// - Parameter match: The format stated by the name of the file; if nil, the file's first bytes
  ///   determine it, or else the file is read as text.
  private mutating func add(path: String, id: String, match: FormatMatch?, _ info: FileInfo) {
    if info.size == 0 {
      if case .unread(let ending)? = match { return skip(path, .unsupportedFormat(ending)) }
      return skip(path, .empty)
    }
    switch match ?? FormatMatch(fileAt: path) ?? .read(.text) {
    case .unread(let ending):
      skip(path, .unsupportedFormat(ending))
    case .read(let format) where info.size > SourceReader.maximumFileSize && !format.isReadInPieces:
      skip(path, .tooLarge(bytes: info.size))
    case .read(let format):
      permissions &= info.permissions
      files.append(SourceFile(id: id, path: path, format: format, info))
    }
  }

  private mutating func skip(_ path: String, _ reason: SkippedSource.Reason) {
    skipped.append(SkippedSource(path: path, reason: reason))
  }
}

/// The names in a folder, in no particular order, without `.` and `..`.
struct FolderListing {
  private(set) var names: [String] = []
  /// The names that no citation could contain: those with control characters, and those that are
  /// not UTF-8, in which replacement characters represent the invalid bytes.
  private(set) var unusable: [String] = []

  init(_ folder: String) throws(FileError) {
    guard let stream = opendir(folder) else {
      throw FileError(.list, path: folder, code: errno)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno == 0 { return }
        throw FileError(.list, path: folder, code: errno)
      }
      withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { add($0) }
      }
    }
  }

  private mutating func add(_ name: UnsafePointer<CChar>) {
    guard let valid = String(validatingCString: name) else {
      return unusable.append(String(cString: name))
    }
    if valid == "." || valid == ".." { return }
    if valid.utf8.contains(where: \.isASCIIControl) {
      unusable.append(valid)
    } else {
      names.append(valid)
    }
  }
}

extension String {
  /// Returns whether the bytes of the string come before those of another one.
  fileprivate func precedes(_ other: String) -> Bool {
    let (first, second) = (utf8.span, other.utf8.span)
    return first.withUnsafeBytes { first in
      second.withUnsafeBytes { second in
        guard let a = first.baseAddress, let b = second.baseAddress else {
          return first.count < second.count
        }
        let order = memcmp(a, b, min(first.count, second.count))
        return order == 0 ? first.count < second.count : order < 0
      }
    }
  }
}
