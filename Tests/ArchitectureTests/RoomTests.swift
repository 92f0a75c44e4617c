import Testing

@Suite struct RoomTests {
  @Test("the table names exactly the rooms that a target has", arguments: Rooms.all)
  func tableIsComplete(rooms: Rooms) {
    let folders = Repository.names(in: "Sources/\(rooms.target)").filter { !$0.hasSuffix(".docc") }
    #expect(rooms.names.sorted() == folders)
    for room in rooms.names {
      #expect(!Repository.swiftFiles(below: "Sources/\(rooms.target)/\(room)").isEmpty)
    }
  }

  @Test("no room names a type of a room above it", arguments: Rooms.all)
  func arrowsPointDown(rooms: Rooms) throws {
    #expect(rooms.arrowsUp(in: try rooms.files()).isEmpty)
  }

  @Test("the command line has rooms")
  func commandsHaveRooms() { #expect(Rooms.all.contains { $0.target == "Commands" }) }

  private func arrows(_ lower: String) -> [String] {
    let rooms = Rooms(target: "House", names: ["Attic", "Cellar"])
    let attic = """
      public final class Skylight {}
      @frozen enum Beam { case wide }
      private struct Nest {}
      """
    return rooms.arrowsUp(in: [
      .init(room: "Attic", path: "Attic.swift", source: SwiftSource(attic)),
      .init(room: "Cellar", path: "Cellar.swift", source: SwiftSource(lower)),
    ])
  }

  @Test(
    "an arrow that points up is found",
    arguments: [
      "let light: Skylight", "func hold(_ beam: Beam?) {}", "let text = \"a \\(Beam.wide)\"",
      "extension Skylight {}", "let all = [Beam]()",
    ])
  func findsArrow(code: String) { #expect(arrows("struct Jar {\n  \(code)\n}").count == 1) }

  @Test(
    "a name in a comment, in text, behind a point, or of a private type is no arrow",
    arguments: [
      "// Skylight", "let text = \"Beam\"", "let jar = House.Beam.wide", "struct Nest {}",
      "let text = \"\"\"\n  Skylight\n  \"\"\"", "let beamWidth = 3", "let light = skylight",
    ])
  func ignores(code: String) { #expect(arrows("struct Jar {\n  \(code)\n}").isEmpty) }
}
