import Bytes
import Model
import Platform
import TextAnalysis

/// A compiled table, in a file or in memory.
final class TableFile: @unchecked Sendable {
  // Unchecked: the bytes never change.
  private let file: MappedFile
  let header: TableHeader
  private let sections: [(languages: LanguagePair, section: TableSection)]

  init(_ file: MappedFile) throws(FormatError) {
    self.file = file
    header = try TableHeader(file.bytes)
    sections = header.sections.map {
      ($0.languages, TableSection($0.shape, UnsafeRawBufferPointer(rebasing: file.bytes[$0.range])))
    }
  }

  /// A table that translates nothing.
  init() {
    file = MappedFile(copying: [])
    header = TableHeader()
    sections = []
  }

  /// The section of a direction, or nil if there is none.
  ///
  /// - Important: The file must outlive the section.
  subscript(languages: LanguagePair) -> TableSection? {
    sections.last { $0.languages == languages }?.section
  }
}

/// The compiled table of some dictionaries in the cache folder.
struct TableCache {
  let path: String
  private let folder: String

  /// Creates the cache of a set of dictionaries. Each set, identified by the paths of its files,
  /// has a file of its own.
  init(folder: String, _ dictionaries: [BilingualDictionary]) {
    var hash = ContentHash()
    for file in dictionaries.flatMap(\.files) {
      Array(file.path.utf8).withUnsafeBytes { hash.combine($0) }
    }
    let digits = String(hash.value, radix: 16)
    let name = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    self.folder = folder
    path = "\(folder)/translations-\(name)"
  }

  /// Returns the table if it is intact, and the dictionaries and the rules of analysis are still
  /// those from which it was compiled.
  func table(of dictionaries: [BilingualDictionary]) -> TableFile? {
    guard let file = try? MappedFile(path: path), let table = try? TableFile(file),
      table.header.entries.lazy.map(\.dictionary).elementsEqual(dictionaries),
      table.header.rules == TableHeader.rules(of: table.header.sections.map(\.languages))
    else { return nil }
    return table
  }

  /// Writes the table to the cache. Returns `false` if the folder cannot be written to, or if
  /// another process is writing the table.
  func publish(_ table: [UInt8]) -> Bool {
    do throws(FileError) {
      try Folder.create(folder)
      guard let lock = try FileLock(path: "\(path).lock") else { return false }
      defer { withExtendedLifetime(lock) {} }
      try OutputFile.replace(path, with: table)
      return true
    } catch {
      return false
    }
  }
}
