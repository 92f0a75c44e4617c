import Platform
import SegmentFormat

extension Catalog {
  /// Returns the roots as they are after the index folder was moved together with them.
  ///
  /// A root that is no longer there is looked for where it now is if it has moved like the index: with
  /// the index of `/a/one/index` in `/a/two/index`, `/a/one/notes` in `/a/two/notes`.
  ///
  /// - Parameter folder: the absolute path of the index folder now.
  func movedRoots(to folder: String) -> [String] {
    guard !self.folder.isEmpty, self.folder != folder else { return roots }
    let (old, new) = (self.folder.split(separator: "/"), folder.split(separator: "/"))
    return roots.map { root in
      guard (try? FileInfo(path: root)) == nil else { return root }
      let parts = root.split(separator: "/")
      let common = zip(old, parts).prefix { $0.0 == $0.1 }.count
      // The root's path from the index folder: as many steps up, then down.
      let up = old.count - common
      guard common > 0, up <= new.count else { return root }
      let moved = "/" + (new.dropLast(up) + parts[common...]).joined(separator: "/")
      return (try? FileInfo(path: moved)) == nil ? root : moved
    }
  }
}
