import CReadline
import Glibc

/// readline's list of earlier lines, kept free of duplicates and in step with a file.
struct ReadlineHistory {
  private let file: HistoryFile?

  /// - Parameter file: nil where nothing is kept beyond this session.
  init(file: HistoryFile?) {
    using_history()
    guard let file, file.prepare() else {
      self.file = nil
      return
    }
    self.file = file
    file.whileAlone {
      read_history(file.path)
      // Cut now and then only.
      if tanya_history_count() > 2 * HistoryFile.capacity {
        history_truncate_file(file.path, CInt(HistoryFile.capacity))
      }
    }
    stifle_history(CInt(HistoryFile.capacity))
    removeDuplicates()
  }

  /// Adds a line, and drops an earlier one that says the same. Blank lines and those that begin
  /// with a space are not kept.
  func remember(_ line: String) {
    guard let first = line.utf8.first, first != UInt8(ascii: " "), line != self.last else { return }
    for offset in 0..<tanya_history_count() where Self.text(at: offset) == line {
      remove(at: offset)
      break
    }
    add_history(line)
    // One line is added to the file as it stands, so that two shells lose nothing.
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
