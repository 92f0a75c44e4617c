import Model

/// Writes the rows of tables as records, `Column: value · Column: value`, with their places. The
/// first row with at least two cells and no numbers contains the names of the columns.
struct RecordWriter {
  /// The greatest number of rows. The rows after it are left out and reported.
  static let maximumRows = 200_000
  static let maximumColumns = 1000

  var writer = MarkupWriter()
  private var names: [[UInt8]]?
  private var sheet = ""
  private var rows = 0
  private var leavesOutRows = false
  /// A Boolean value that indicates whether columns beyond the limit were left out.
  var leavesOutColumns = false

  /// A Boolean value that indicates whether rows were left out, so that no further one is written.
  var isFull: Bool { leavesOutRows || writer.isFull }

  /// Returns the text of all rows.
  func text(_ metadata: Metadata = Metadata()) -> ExtractedText {
    var text = ExtractedText(writer, metadata: metadata)
    text.isPart = isFull || leavesOutColumns
    return text
  }

  /// Begins a sheet, whose name becomes a heading.
  mutating func startSheet(_ name: String) {
    sheet = name
    names = nil
    if !name.isEmpty { writer.heading(Array(name.utf8), level: 2) }
  }

  /// Writes a row with the given number, from 1.
  mutating func row(_ cells: [[UInt8]], number: Int) {
    let filled = cells.count { !$0.allSatisfy { $0 <= 0x20 } }
    guard filled > 0, !isFull else { return }
    guard rows < Self.maximumRows else {
      leavesOutRows = true
      return
    }
    rows += 1
    writer.place(Place(.row, number, name: sheet))
    guard let names else {
      if filled > 1, !cells.contains(where: Self.isNumber) {
        names = cells
        writer.row(cells)
      } else {
        writer.paragraph(Self.joined(cells))
        if filled > 1 { names = [] }
      }
      return
    }
    var record: [UInt8] = []
    for (column, cell) in cells.enumerated() where !cell.allSatisfy({ $0 <= 0x20 }) {
      if !record.isEmpty { record += " · ".utf8 }
      if column < names.count, names[column].contains(where: { $0 > 0x20 }) {
        record += names[column] + [UInt8(ascii: ":"), 0x20]
      }
      record += cell
    }
    writer.paragraph(record)
  }

  private static func joined(_ cells: [[UInt8]]) -> [UInt8] {
    Array(cells.filter { !$0.isEmpty }.joined(separator: Array(" · ".utf8)))
  }

  private static func isNumber(_ cell: [UInt8]) -> Bool {
    cell.contains { (0x30...0x39).contains($0) }
      && cell.allSatisfy {
        (0x30...0x39).contains($0) || [0x20, 0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A].contains($0)
      }
  }
}

extension CalendarDate {
  /// Creates the date that is the given number of days after 1 January 1970 (Hinnant,
  /// "chrono-compatible low-level date algorithms", `civil_from_days`).
  init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }
}
