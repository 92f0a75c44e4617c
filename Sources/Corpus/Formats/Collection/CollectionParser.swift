import JSON
import Model
import TextAnalysis

/// Reads the lines of a collection: objects with `_id`, `title` and `text`, and optionally
/// `author`, `date`, `url` and `language`. Other members are ignored.
struct CollectionParser {
  let source: SourceFile
  let parser: DocumentParser

  /// Reads the documents in complete lines.
  ///
  /// - Parameters:
  ///   - bytes: The complete lines.
  ///   - firstNumber: The number of the first line in its file, from 1.
  func documents(in bytes: [UInt8], firstNumber: Int) -> ReadResult {
    var result = ReadResult()
    bytes.withUnsafeBufferPointer { bytes in
      var number = firstNumber
      var start = number == 1 ? ByteOrderMark.length(in: bytes.span) : 0
      while start < bytes.count {
        let end = bytes.span.firstIndex(of: 0x0A, in: start..<bytes.count) ?? bytes.count
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        do throws(LineError) {
          if let document = try document(in: line, number: number) {
            result.documents.append(document)
          }
        } catch {
          result.skipped.append(
            SkippedSource(path: source.path, reason: .malformedLine(number, error.problem)))
        }
        start = end + 1
        number += 1
      }
    }
    return result
  }

  private struct LineError: Error {
    var problem: SkippedSource.LineProblem
  }

  /// Returns the document of one line, or nil for a blank line.
  private func document(
    in line: UnsafeBufferPointer<UInt8>, number: Int
  ) throws(LineError) -> Document? {
    guard line.count <= SourceReader.maximumLineLength else { throw LineError(problem: .tooLong) }
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    let record: JSONRecord
    do throws(JSONError) {
      record = try JSONRecord(parsing: line)
    } catch {
      throw LineError(problem: .json(error))
    }
    let id = record["_id"]
    guard let id = id?.string ?? id?.number, !id.isEmpty else {
      throw LineError(problem: .missingID)
    }
    var facts: [MetadataKey: String] = [:]
    for (name, key) in Self.members {
      guard let value = record[name] else { continue }
      facts[key] =
        value.string ?? value.number
        ?? value.array?.compactMap(\.string).joined(separator: ", ")
    }
    let document = parser.document(
      ofRecord: id, title: record["title"]?.string ?? "", text: record["text"]?.string ?? "",
      facts: facts)
    guard var document else { throw LineError(problem: .missingContent) }
    document.collectionLine = number
    return document
  }

  private static let members: [(name: String, key: MetadataKey)] = [
    ("author", .author), ("date", .date), ("url", .url), ("language", .language),
    ("tags", .tags),
  ]
}
