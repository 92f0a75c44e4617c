import Model
import Platform
import TextAnalysis

/// A compiled table, in a file or in memory.
final class TableFile: @unchecked Sendable {
  // Unchecked: the bytes never change.
  private let file: MappedFile
  let header: TableHeader
  private let sections: [(languages: LanguagePair, section: TableSection)]

  init(_ file: MappedFile) throws(TableDamage) {
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

  /// Only as long as the file is held.
  subscript(languages: LanguagePair) -> TableSection? {
    sections.last { $0.languages == languages }?.section
  }
}
