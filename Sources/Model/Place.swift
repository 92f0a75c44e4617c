/// The place of a text in a document that editors do not show as lines: a page, a slide, a row.
public struct Place: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case page, slide, chapter, row, cell, time, message
  }

  public var kind: Kind
  /// The number of the page, slide, row or cell, from 1, or a time in seconds; 0 for a kind that is
  /// identified by its name.
  public var number: Int
  /// The name of the sheet of a row, the title of a chapter or the id of a message; empty if there
  /// is none.
  public var name: String

  public init(_ kind: Kind, _ number: Int = 0, name: String = "") {
    self.kind = kind
    self.number = number
    self.name = name
  }
}

/// The places of a document's text, by its lines.
///
///     var map = PlaceMap()
///     map.append(Place(.page, 1), line: 1)
///     map.append(Place(.page, 2), line: 40)
///     map[line: 41]                          // page 2
public struct PlaceMap: Hashable, Sendable {
  public struct Mark: Hashable, Sendable {
    /// The first line of the place, from 1.
    public var line: Int
    public var place: Place
    /// The number of lines after which the number of the place increases by one, repeatedly; 0 for
    /// a place that extends to the next mark.
    public var step: Int
  }

  /// The marks, in ascending order of lines.
  public private(set) var marks: [Mark] = []

  public init() {}

  public var isEmpty: Bool { marks.isEmpty }

  /// The greatest number of a place at a mark, such as the number of pages.
  public var count: Int { marks.reduce(0) { max($0, $1.place.number) } }

  /// Adds a place that begins at a line, which must not precede the line of the last place. A row
  /// that continues an even series of numbers extends the last mark.
  public mutating func append(_ place: Place, line: Int) {
    if let last = marks.last {
      if last.place == place, last.step == 0 { return }
      if last.line == line { marks.removeLast() }
    }
    let isNext =
      marks.last.map {
        $0.place.kind == place.kind && $0.place.name == place.name && place.kind == .row
      } ?? false
    if isNext, let last = marks.last {
      let (lines, numbers) = (line - last.line, place.number - last.place.number)
      if last.step == 0, numbers == 1, lines > 0 {
        marks[marks.count - 1].step = lines
        return
      }
      if last.step > 0, numbers > 0, lines == numbers * last.step { return }
    }
    marks.append(Mark(line: line, place: place, step: 0))
  }

  /// The place of a line, or nil if the line precedes all places.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of marks.
  public subscript(line line: Int) -> Place? {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let mark = marks[low - 1]
    var place = mark.place
    if mark.step > 0 { place.number += (line - mark.line) / mark.step }
    return place
  }
}

extension PlaceMap {
  /// The map as text, with one mark per line: the number of lines since the last mark, kind,
  /// number, step and name.
  ///
  ///     1 page 1 0
  ///     39 page 2 0
  public var encoded: String {
    var text = ""
    var last = 0
    for mark in marks {
      text += "\(mark.line - last) \(mark.place.kind.rawValue) \(mark.place.number) \(mark.step)"
      if !mark.place.name.isEmpty { text += " \(mark.place.name)" }
      text += "\n"
      last = mark.line
    }
    return text
  }

  /// Creates a map from the text of `encoded`, or returns nil if the text is malformed.
  public init?(encoded: some StringProtocol) {
    var line = 0
    for part in encoded.split(separator: "\n") {
      let fields = part.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
      guard fields.count >= 4, let lines = Int(fields[0]), let number = Int(fields[2]),
        let kind = Place.Kind(rawValue: String(fields[1])), let step = Int(fields[3]),
        (0...Int(Int32.max)).contains(lines), (0...Int(Int32.max)).contains(step),
        (0...Int(Int32.max)).contains(number)
      else { return nil }
      line += lines
      let name = fields.count > 4 ? String(fields[4]) : ""
      marks.append(Mark(line: line, place: Place(kind, number, name: name), step: step))
    }
  }
}
