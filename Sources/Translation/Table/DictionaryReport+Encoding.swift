import Model
import TextAnalysis

/// A dictionary and what came of it, as the table's header has them.
///
///     u8 kind │ u8 files │ for each: path, u64 size, u64 modified │ u8 problem │ languages
///     │ u32 pairs │ u32 refused lines │ u32 first refused line
///
/// Paths stand behind their lengths; 0 is no problem, and no line.
extension DictionaryReport.Entry {
  init(_ cursor: inout TableCursor) throws(TableDamage) {
    guard let kind = DictionaryKind(rawValue: try cursor.read(UInt8.self)) else {
      throw TableDamage()
    }
    var files: [FileStamp] = []
    for _ in 0..<(try cursor.read(UInt8.self)) {
      let path = try cursor.readString()
      let size = Int(truncatingIfNeeded: try cursor.read(UInt64.self))
      files.append(FileStamp(path: path, size: size, modified: try cursor.read(Int64.self)))
    }
    let problem = DictionaryReport.Problem(rawValue: try cursor.read(UInt8.self))
    let languages = try LanguagePair(&cursor)
    var outcome = DictionaryReport.Outcome(
      languages: languages.source.rawValue.isEmpty ? nil : languages)
    outcome.problem = problem
    outcome.pairCount = Int(try cursor.read(UInt32.self))
    outcome.refusedLineCount = Int(try cursor.read(UInt32.self))
    let line = Int(try cursor.read(UInt32.self))
    outcome.firstRefusedLine = line == 0 ? nil : line
    self.init(
      dictionary: BilingualDictionary(kind: kind, files: files), outcome: outcome)
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(dictionary.kind.rawValue)
    bytes.append(UInt8(dictionary.files.count))
    for file in dictionary.files {
      bytes.append(string: file.path)
      bytes.append(integer: UInt64(file.size))
      bytes.append(integer: file.modified)
    }
    bytes.append(outcome.problem?.rawValue ?? 0)
    let none = Language(rawValue: "")
    (outcome.languages ?? LanguagePair(none, none)).encode(into: &bytes)
    bytes.append(integer: UInt32(clamping: outcome.pairCount))
    bytes.append(integer: UInt32(clamping: outcome.refusedLineCount))
    bytes.append(integer: UInt32(clamping: outcome.firstRefusedLine ?? 0))
  }
}

extension LanguagePair {
  /// Two tags behind their lengths.
  init(_ cursor: inout TableCursor) throws(TableDamage) {
    let source = try cursor.readString()
    self.init(Language(rawValue: source), Language(rawValue: try cursor.readString()))
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(string: source.rawValue)
    bytes.append(string: target.rawValue)
  }

  var encodedSize: Int { 4 + source.rawValue.utf8.count + target.rawValue.utf8.count }
}
