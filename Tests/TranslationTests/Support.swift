import CZlib
import Model
import TestSupport
import TextAnalysis

@testable import Translation

let english = Language.english
let indonesian = Language.indonesian

/// Returns the words of a question as a searcher analyzes them.
func words(_ question: String, _ language: Language) -> [QuestionWord] {
  let bytes = Array(question.utf8)
  return Analyzer(language: language).analyze(question).map {
    QuestionWord(
      text: String(decoding: bytes[$0.range], as: UTF8.self), range: $0.range,
      surface: $0.surface, stem: $0.stem, isStopWord: $0.isStopWord)
  }
}

extension TranslationTable {
  /// Returns the translations of each set without its own words. The words of a phrase are
  /// separated by spaces.
  func translations(
    _ question: String, _ source: Language = indonesian, _ target: Language = english
  ) -> [[String]] {
    sets(question, source, target).map { $0.members.dropFirst().map(\.text) }
  }

  func sets(
    _ question: String, _ source: Language = indonesian, _ target: Language = english
  ) -> [SynonymSet] {
    thesaurus(source, target).sets(of: question, source, in: target)
  }

  /// Returns a thesaurus for questions in one language and passages in another.
  func thesaurus(
    _ source: Language, _ target: Language, shortForms: [ShortFormTable] = [],
    memory: SynonymMemory = SynonymMemory(), mayHold: @escaping WordPresence = { _ in true }
  ) -> Thesaurus {
    Thesaurus(
      from: Analyzer(language: source), to: [target], table: self, shortForms: shortForms,
      memory: memory
    ) { Thesaurus.Passages(Analyzer(language: $0), mayHold: mayHold) }
  }
}

extension ShortFormTable {
  /// Returns the sets of a question for passages in its own language.
  func sets(_ question: String, _ language: Language) -> [SynonymSet] {
    Thesaurus(
      from: Analyzer(language: language), to: [language], table: nil, shortForms: [self]
    ) { Thesaurus.Passages(Analyzer(language: $0)) }
    .sets(of: question, language, in: language)
  }
}

extension Thesaurus {
  /// Returns the sets of a question in `source` for passages in `target`.
  func sets(of question: String, _ source: Language, in target: Language) -> [SynonymSet] {
    synonymSets(of: words(question, source)).first { $0.language == target }?.sets ?? []
  }
}

extension SynonymSet.Member {
  var text: String { words.map(\.surface).joined(separator: " ") }
}

/// Returns a table of glossaries only, in memory.
func table(
  user: String? = nil, builtIn: StaticString = "en\tid\n", in folder: TemporaryFolder
) -> TranslationTable {
  var places = emptyPlaces(folder)
  if let user {
    places.userGlossary = folder.write("glossary.tsv", user)
  }
  places.builtInGlossary = embedded(builtIn)
  return TranslationTable.open(places)
}

/// Returns locations without any dictionaries.
func emptyPlaces(_ folder: TemporaryFolder) -> DictionaryPlaces {
  DictionaryPlaces(
    freeDictFolder: folder.path + "/dictd", wordnetFolder: folder.path + "/wordnet")
}

func embedded(_ text: StaticString) -> EmbeddedText {
  EmbeddedText(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
}

/// Writes a dictionary in the format of dictd: an index and a dictzip file, which is a gzip file
/// with a table of chunks as an extra field.
func writeFreeDict(_ name: String, _ entries: [String], in folder: TemporaryFolder) {
  var text = "00-database-info\nA dictionary made up for a test\n"
  var index = "00databaseinfo\tA\t\(base64(text.utf8.count))\n"
  for entry in entries {
    let key = entry.prefix { $0 != " " && $0 != "\n" }.lowercased()
    index += "\(key)\t\(base64(text.utf8.count))\t\(base64(entry.utf8.count))\n"
    text += entry
  }
  folder.write("dictd/freedict-\(name).index", index)
  folder.write("dictd/freedict-\(name).dict.dz", dictzip(Array(text.utf8)))
}

private func base64(_ number: Int) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  let low = String(digits[number & 63])
  return number < 64 ? low : base64(number >> 6) + low
}

func dictzip(_ content: [UInt8]) -> [UInt8] {
  // Subfield RA: version 1, chunks of 58315 bytes, one chunk of unknown size.
  var extra: [UInt8] = [0x52, 0x41, 8, 0, 1, 0, 0xCB, 0xE3, 1, 0, 0, 0]
  var output = [UInt8](repeating: 0, count: content.count + 256)
  var input = content
  var stream = z_stream()
  var header = gz_header()
  deflateInit2_(
    &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY,
    ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  let count = extra.withUnsafeMutableBufferPointer { extra in
    header.extra = extra.baseAddress
    header.extra_len = UInt32(extra.count)
    return input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        withUnsafeMutablePointer(to: &header) { header in
          deflateSetHeader(&stream, header)
          stream.next_in = input.baseAddress
          stream.avail_in = UInt32(input.count)
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          deflate(&stream, Z_FINISH)
          return output.count - Int(stream.avail_out)
        }
      }
    }
  }
  deflateEnd(&stream)
  return Array(output[..<count])
}
