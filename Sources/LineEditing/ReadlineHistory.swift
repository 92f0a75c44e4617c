import CReadline
import Glibc

/// readline's list of earlier lines, without duplicates, which is synchronized with a file.
struct ReadlineHistory {
  private let file: HistoryFile?

  /// - Parameter file: The file of earlier lines, or nil to forget the lines at the end of the
  ///   session.
  init(file: HistoryFile?) {
    using_history()
    guard let file, file.prepare() else {
      self.file = nil
      return
    }
    self.file = file
    file.whileAlone {
      read_history(file.path)
      // The file is truncated only when it has twice as many lines as are kept.
      if tanya_history_count() > 2 * HistoryFile.capacity {
        history_truncate_file(file.path, CInt(HistoryFile.capacity))
      }
    }
    stifle_history(CInt(HistoryFile.capacity))
    removeDuplicates()
  }

  /// Adds a line, and removes an earlier line with the same text. Empty lines and lines that begin
  /// with a space are ignored.
  func remember(_ line: String) {
    guard let first = line.utf8.first, first != UInt8(ascii: " "), line != self.last else { return }
    for offset in 0..<tanya_history_count() where Self.text(at: offset) == line {
      remove(at: offset)
      break
    }
    add_history(line)
    // The line is appended to the file, so that two sessions do not overwrite each other's lines.
    if let file { file.whileAlone { append_history(1, file.path) } }
  }

  /// All lines, the oldest first.
  static var lines: [String] { (0..<tanya_history_count()).compactMap { text(at: $0) } }

  private var last: String? { Self.text(at: tanya_history_count() - 1) }

  private static func text(at offset: CInt) -> String? {
    guard offset >= 0, let entry = history_get(tanya_history_base() + offset) else { return nil }
    return entry.pointee.line.map { String(cString: $0) }
  }

  private func remove(at offset: CInt) {
    if let entry = remove_history(offset) { free(free_history_entry(entry)) }
  }

  private func removeDuplicates() {
    var seen: Set<String> = []
    for offset in (0..<tanya_history_count()).reversed() {
      if let line = Self.text(at: offset), !seen.insert(line).inserted { remove(at: offset) }
    }
  }
}
