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

  private var seen: SeenFiles
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
    seen = SeenFiles(excluded)
    self.ignoreFiles = ignoreFiles
    self.leavesOut = leavesOut
  }

  mutating func visit(_ root: SourceRoot) throws(FileError) {
    switch root.info.kind {
    case .directory:
      let rules = ignoreFiles.rules(around: root.path)
      guard seen.insert(root.info.identity) else { return }
      let folder = Folder(
        path: root.path, id: root.name, rules: rules, chain: [root.info.identity])
      try list(folder)
      drain()
    case .regular:
      guard seen.insert(root.info.identity) else { return }
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
    let open = try OpenFolder(folder.path)
    let listing = try open.listing()
    if folder.chain.count > 1, leavesOut(folder.path, listing.names) { return }
    folders.append(folder.path)
    folder.rules = ignoreFiles.rules(
      inside: folder.path, names: listing.names, outer: folder.rules)
    let prefix = folder.path == "/" ? "/" : folder.path + "/"
    let idPrefix = folder.id.isEmpty ? "" : folder.id + "/"
    for name in listing.unusable where !name.isHidden { skip(prefix + name, .unusableName) }
    // The last component is replaced by each name.
    var components: [Substring] = []
    if folder.rules != nil { components = folder.path.split(separator: "/") + [""] }
    for name in listing.names where !name.isHidden {
      let path = prefix + name
      let id = idPrefix + name
      do throws(FileError) {
        let info = try open.info(of: name)
        if info.kind == .symbolicLink {
          links.append(Link(path: path, id: id, folder: folder))
          continue
        }
        if let rules = folder.rules {
          components[components.count - 1] = name[...]
          if rules.ignores(components, isFolder: info.kind == .directory) { continue }
        }
        visit(path: path, id: id, name: name, info, in: folder)
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
      } else if !seen.contains(info.identity), !isIgnored(link, isFolder: info.kind == .directory) {
        let name = link.path.split(separator: "/").last.map(String.init) ?? ""
        visit(path: link.path, id: link.id, name: name, info, in: link.folder)
      }
    } catch {
      skip(link.path, error.code == ELOOP ? .symbolicLinkLoop : .unreadable(code: error.code))
    }
  }

  private func isIgnored(_ link: Link, isFolder: Bool) -> Bool {
    link.folder.rules?.ignores(link.path.split(separator: "/"), isFolder: isFolder) ?? false
  }

  private mutating func visit(
    path: String, id: String, name: String, _ info: FileInfo, in folder: Folder
  ) {
    switch info.kind {
    case .directory:
      guard seen.insert(info.identity) else { return }
      pending.append(
        Folder(path: path, id: id, rules: folder.rules, chain: folder.chain + [info.identity]))
    case .regular:
      seen.note(info.identity)
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

extension String {
  fileprivate var isHidden: Bool { utf8.first == UInt8(ascii: ".") }

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
