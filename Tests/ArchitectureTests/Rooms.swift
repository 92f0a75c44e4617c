import Testing

/// The rooms of a target: its folders, from the top down. A room may name types of the rooms below
/// it, and of no room above.
struct Rooms: Sendable, CustomTestStringConvertible {
  var target: String
  var names: [String]

  var testDescription: String { target }

  /// The rows of the table under the heading "Rooms" of ARCHITECTURE.md.
  static let all = MarkdownTable.rows(under: "## Rooms", of: "ARCHITECTURE.md").map { cells in
    Rooms(target: cells[0], names: cells.count > 1 ? cells[1].listed : [])
  }

  /// A Swift file of a room.
  struct File {
    var room: String
    var path: String
    var source: SwiftSource
  }

  func files() throws -> [File] {
    try names.flatMap { room in
      try Repository.swiftFiles(below: "Sources/\(target)/\(room)").map { path in
        File(room: room, path: path, source: SwiftSource(try Repository.contents(of: path)))
      }
    }
  }

  /// Returns a line for each file that names a type of a room above its own.
  func arrowsUp(in files: [File]) -> [String] {
    var above: [String: String] = [:]
    var arrows: [String] = []
    for room in names {
      let own = files.filter { $0.room == room }
      for file in own {
        let named = file.source.names.filter { above[$0] != nil }
        arrows += named.sorted().map { "\(file.path) names \($0) of \(above[$0] ?? "")" }
      }
      for file in own {
        for type in file.source.declaredTypes { above[type] = room }
      }
    }
    return arrows
  }
}
