import Platform
import TextAnalysis

/// A compiled table, in a file or in memory.
final class TableFile: @unchecked Sendable {
  // Unchecked: the bytes never change.
  private let file: MappedFile
  /// Whether few words are going to be looked up.
  var isForFewWords: Bool { file.access == .few }
  let header: TableHeader
  private let sections: [LanguagePair: TableSection]

  init(_ file: MappedFile) throws(TableDamage) {
    self.file = file
    header = try TableHeader(file.bytes)
    var sections: [LanguagePair: TableSection] = [:]
    for section in header.sections {
      sections[section.languages] = TableSection(
        section.shape, UnsafeRawBufferPointer(rebasing: file.bytes[section.range]))
    }
    self.sections = sections
  }

  /// A table that translates nothing.
  init() {
    file = MappedFile(copying: [])
    header = TableHeader()
    sections = [:]
  }

  /// Only as long as the file is held.
  subscript(languages: LanguagePair) -> TableSection? { sections[languages] }
}
