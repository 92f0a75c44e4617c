import Bytes
import Model
import TextAnalysis

/// A dictionary and the outcome of reading it, in the format of the table's header.
///
///     u8 kind │ u8 files │ for each: path, u64 size, u64 modified │ u8 problem │ languages
///     │ u32 pairs │ u32 refused lines │ u32 first refused line
///
/// A path follows its length. A problem or line of 0 means that there is none.
extension DictionaryReport.Entry {
  init(_ reader: inout ByteReader) throws(FormatError) {
    guard let kind = DictionaryKind(rawValue: try reader.read(UInt8.self)) else {
      throw FormatError(.malformed)
    }
    var files: [FileStamp] = []
    for _ in 0..<(try reader.read(UInt8.self)) {
      let path = try reader.readTableString()
      let size = Int(truncatingIfNeeded: try reader.read(UInt64.self))
      files.append(FileStamp(path: path, size: size, modified: try reader.read(Int64.self)))
    }
    let problem = DictionaryReport.Problem(rawValue: try reader.read(UInt8.self))
    let languages = try LanguagePair(&reader)
    var outcome = DictionaryReport.Outcome(
      languages: languages.source.rawValue.isEmpty ? nil : languages)
    outcome.problem = problem
    outcome.pairCount = Int(try reader.read(UInt32.self))
    outcome.refusedLineCount = Int(try reader.read(UInt32.self))
    let line = Int(try reader.read(UInt32.self))
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
  /// Reads two tags, each after its length.
  init(_ reader: inout ByteReader) throws(FormatError) {
    let source = try reader.readTableString()
    self.init(Language(rawValue: source), Language(rawValue: try reader.readTableString()))
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(string: source.rawValue)
    bytes.append(string: target.rawValue)
  }

  var encodedSize: Int { 4 + source.rawValue.utf8.count + target.rawValue.utf8.count }
}
