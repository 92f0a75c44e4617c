import Platform
import SegmentFormat

extension Catalog {
  /// Returns the current paths of the roots, which may have been moved together with the index
  /// folder.
  ///
  /// A missing root is looked up at the path that it has if it was moved like the index: if the
  /// index was moved from `/a/one/index` to `/a/two/index`, `/a/one/notes` is looked up at
  /// `/a/two/notes`.
  ///
  /// - Parameter folder: The current absolute path of the index folder.
  func movedRoots(to folder: String) -> [String] {
    guard !self.folder.isEmpty, self.folder != folder else { return roots }
    let (old, new) = (self.folder.split(separator: "/"), folder.split(separator: "/"))
    return roots.map { root in
      guard (try? FileInfo(path: root)) == nil else { return root }
      let parts = root.split(separator: "/")
      let common = zip(old, parts).prefix { $0.0 == $0.1 }.count
      // The path of the root relative to the index folder goes up `up` levels, and then down.
      let up = old.count - common
      guard common > 0, up <= new.count else { return root }
      let moved = "/" + (new.dropLast(up) + parts[common...]).joined(separator: "/")
      return (try? FileInfo(path: moved)) == nil ? root : moved
    }
  }
}
