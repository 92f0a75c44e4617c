import SampleLibrary
import Testing

/// A line of the shipped glossary.
struct GlossaryEntry: Sendable, CustomTestStringConvertible {
  var line: Int
  var english: String
  var indonesian: [String]

  var testDescription: String { "\(line): \(english)" }

  var sides: [String] { [english] + indonesian }

  /// The lines that hold an entry, with the number of tab-separated columns that each has.
  static let lines: [(number: Int, columns: [Substring])] =
    String(decoding: SampleLibrary.glossary, as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false)
    .enumerated()
    .dropFirst()
    .filter { !$0.element.hasPrefix("#") && !$0.element.isEmpty }
    .map { ($0.offset + 1, $0.element.split(separator: "\t", omittingEmptySubsequences: false)) }

  /// Every entry; a line that has not two columns is left out.
  static let all: [GlossaryEntry] = lines.filter { $0.columns.count == 2 }.map { line in
    GlossaryEntry(
      line: line.number, english: String(line.columns[0]),
      indonesian: line.columns[1].split(separator: ";", omittingEmptySubsequences: false)
        .enumerated().map { String($0.offset == 0 ? $0.element : $0.element.droppingSpace) })
  }

  /// The English sides of each Indonesian one, the likeliest first: those that give it early on
  /// their own line, then in the order of the file.
  static let inverted: [String: [String]] = {
    var ranked: [String: [(position: Int, english: String)]] = [:]
    for entry in all {
      for (position, indonesian) in entry.indonesian.enumerated() {
        ranked[indonesian, default: []].append((position, entry.english))
      }
    }
    return ranked.mapValues { words in
      words.enumerated()
        .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
        .map(\.element.english)
    }
  }()
}

extension Substring {
  /// Without the one space that parts translations after their semicolon.
  fileprivate var droppingSpace: Substring { hasPrefix(" ") ? dropFirst() : self }
}
