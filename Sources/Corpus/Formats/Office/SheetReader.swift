import Model

/// Reads Excel workbooks (XLSX, ECMA-376). Each row becomes a record of the names and values of its
/// columns.
struct SheetReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let package = try OfficePackage(input.bytes)
    guard let workbook = try package.archive.bytes(of: package.main) else {
      throw ReadingError(.damaged)
    }
    let order = SheetOrder()
    try XMLReader.parse(workbook, order)
    let strings = SharedStrings()
    if let bytes = try package.part("sharedStrings", of: package.main) {
      try XMLReader.parse(bytes, strings)
    }
    let formats = CellFormats()
    if let bytes = try package.part("styles", of: package.main) {
      try XMLReader.parse(bytes, formats)
    }
    var table = RecordWriter()
    let parts = try package.targets(of: package.main)
    var read: Set<String> = []
    for sheet in order.sheets where !sheet.isHidden && !table.isFull {
      // No sheet is listed twice.
      guard let part = parts[sheet.id], read.insert(part).inserted,
        let bytes = try package.archive.bytes(of: part)
      else { continue }
      table.startSheet(sheet.name)
      let body = SheetBody(table, strings.strings, formats, usesDatesOf1904: order.usesDatesOf1904)
      try XMLReader.parse(bytes, body)
      table = body.table
    }
    return [table.text(try package.metadata())]
  }
}

private final class SheetOrder: XMLHandler {
  var sheets: [(name: String, id: String, isHidden: Bool)] = []
  var usesDatesOf1904 = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "sheet", let id = attributes.relation {
      let state = attributes["state"] ?? "visible"
      sheets.append((attributes["name"] ?? "", id, state != "visible"))
    } else if name == "workbookPr" {
      usesDatesOf1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

private final class SharedStrings: XMLHandler {
  var strings: [[UInt8]] = []
  private var string: [UInt8] = []
  private var isText = false
  private var phonetics = 0

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "si": string = []
    case "t": isText = phonetics == 0
    case "rPh": phonetics += 1
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si": strings.append(string)
    case "t": isText = false
    case "rPh": phonetics -= 1
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { if isText { string += text } }
}

/// Reads the cell formats of a workbook, and determines which of them show dates.
private final class CellFormats: XMLHandler {
  private var dateFormats: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)
  private var cellFormats: [Int] = []
  private var isInCells = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      if Self.isDate(attributes["formatCode"] ?? "") {
        dateFormats.insert(id)
      } else {
        dateFormats.remove(id)
      }
    case "cellXfs": isInCells = true
    case "xf": if isInCells { cellFormats.append(Int(attributes["numFmtId"] ?? "") ?? 0) }
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCells = false } }
  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  func isDate(style: Int) -> Bool {
    cellFormats.indices.contains(style) && dateFormats.contains(cellFormats[style])
  }

  /// Returns whether a format code shows a day or a year, outside of quoted text and brackets.
  private static func isDate(_ code: String) -> Bool {
    var closing: UInt8?
    for byte in code.utf8 {
      if let end = closing {
        if byte == end { closing = nil }
      } else if byte == UInt8(ascii: "\"") {
        closing = byte
      } else if byte == UInt8(ascii: "[") {
        closing = UInt8(ascii: "]")
      } else if byte | 0x20 == UInt8(ascii: "y") || byte | 0x20 == UInt8(ascii: "d") {
        return true
      }
    }
    return false
  }
}

private final class SheetBody: XMLHandler {
  var table: RecordWriter
  private let strings: [[UInt8]]
  private let formats: CellFormats
  private let usesDatesOf1904: Bool
  private var row = 0
  private var cells: [[UInt8]] = []
  private var column = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false

  init(
    _ table: RecordWriter, _ strings: [[UInt8]], _ formats: CellFormats, usesDatesOf1904: Bool
  ) {
    self.table = table
    self.strings = strings
    self.formats = formats
    self.usesDatesOf1904 = usesDatesOf1904
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      cells = []
      column = 0
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = []
    case "v", "t": isValue = true
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "v", "t": isValue = false
    case "c":
      guard column >= 1, column <= RecordWriter.maximumColumns else {
        if !value.isEmpty { table.leavesOutColumns = true }
        return
      }
      while cells.count < column { cells.append([]) }
      cells[column - 1] = cell()
    case "row": table.row(cells, number: row)
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { if isValue { value += text } }

  private func cell() -> [UInt8] {
    switch type {
    case "s":
      let number = Int(String(decoding: value, as: UTF8.self)) ?? -1
      return strings.indices.contains(number) ? strings[number] : []
    case "b": return Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)
    case "n":
      guard let number = Double(String(decoding: value, as: UTF8.self)) else { return value }
      if formats.isDate(style: style), let date = date(number) { return Array(date.utf8) }
      return number == number.rounded() && abs(number) < 1e15
        ? Array(String(Int(number)).utf8) : Array("\(number)".utf8)
    default: return value
    }
  }

  /// Returns the day of a serial number, which counts days from 30 December 1899, or from 1904.
  private func date(_ serial: Double) -> String? {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let days = Int(serial) + (usesDatesOf1904 ? 1462 : 0)
    return CalendarDate(daysSince1970: days - 25_569)?.description
  }

  /// Returns the number of a column, from 1: that of `AB12` is 28.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
      column = column * 26 + Int(byte - 64)
      if column > 1 << 20 { return nil }
    }
    return column > 0 ? column : nil
  }
}
