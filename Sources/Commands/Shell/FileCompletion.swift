import Platform

/// Names of files that go on from what was typed.
enum FileCompletion {
  /// Paths in the order of their names, a slash behind those of folders. `~` stays as it is typed,
  /// and hidden files are offered to those who begin with a dot.
  static func paths(beginningWith typed: String, home: String) -> [String] {
    if typed == "~" { return ["~/"] }
    let slash = typed.utf8.lastIndex(of: UInt8(ascii: "/"))
    let place = slash.map { String(typed[...$0]) } ?? ""
    let beginning = typed.utf8.dropFirst(place.utf8.count)
    let folder = place.isEmpty ? "./" : place.expandingTilde(home: home)
    let names = (try? Folder.names(in: folder)) ?? []
    return names.compactMap { name in
      guard name.utf8.starts(with: beginning), !name.hasPrefix(".") || !beginning.isEmpty else {
        return nil
      }
      let isFolder = (try? FileInfo(path: folder + name))?.kind == .directory
      return place + name + (isFolder ? "/" : "")
    }
  }
}
