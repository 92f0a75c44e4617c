import Library
import Platform
import TestSupport
import Testing

struct LibraryLocationTests {
  @Test(
    "the option precedes the variable, which precedes an index in a parent folder",
    arguments: [
      ("a", ["TANYA_INDEX": "b"], LibraryLocation.folder("a")),
      (nil, ["TANYA_INDEX": "b"], .folder("b")), (nil, ["TANYA_INDEX": ""], .builtIn),
      (nil, [:], .builtIn),
    ] as [(String?, [String: String], LibraryLocation)])
  func finds(option: String?, variables: [String: String], location: LibraryLocation) {
    let found = LibraryLocation.find(
      option: option, environment: Environment(variables), from: "/nonexistent/folder")
    #expect(found == location)
  }

  @Test("an index in a parent folder is found, but no other folder of that name")
  func looksUp() throws {
    let folder = try TemporaryFolder(["index/manifest": "tanya index 1\n", "a/index/b/c": ""])
    for place in ["/a/index/b", "/a/index", "/a", ""] {
      let found = LibraryLocation.find(
        option: nil, environment: Environment([:]), from: folder.path + place)
      #expect(found == .foreign(folder.path + "/index"), "\(place)")
    }
  }

  @Test("an index counts as the user's own once it is listed, and a copy of it does not")
  func ownership() throws {
    let folder = try TemporaryFolder([
      "a/index/manifest": "tanya index 1\n", "a/index/lock": "",
      "b/index/manifest": "tanya index 1\n",
    ])
    let environment = Environment(["XDG_STATE_HOME": folder.path + "/state"])
    func found(_ place: String) -> LibraryLocation {
      LibraryLocation.find(option: nil, environment: environment, from: folder.path + place)
    }
    #expect(found("/a") == .foreign(folder.path + "/a/index"))
    OwnIndexes(environment: environment).add(folder.path + "/a/index")
    OwnIndexes(environment: environment).add(folder.path + "/a/index")
    #expect(found("/a") == .folder(folder.path + "/a/index"))
    #expect(found("/a").folder == folder.path + "/a/index")
    folder.write("b/index/lock", folder.read("a/index/lock") ?? "")
    #expect(found("/b") == .foreign(folder.path + "/b/index"))
    #expect(folder.read("state/tanya/indexes")?.split(separator: "\n").count == 1)
    // Another id than the one that is listed.
    folder.write("a/index/lock", String(repeating: "0", count: 32))
    #expect(found("/a") == .foreign(folder.path + "/a/index"))
  }

  @Test(
    "paths are made absolute by their words",
    arguments: [
      ("a", "/x/a"), ("../a", "/a"), ("/b//c/./d/..", "/b/c"), (".", "/x"), ("../../..", "/"),
    ])
  func makesAbsolute(path: String, absolute: String) {
    #expect(LibraryLocation.absolute(path, from: "/x") == absolute)
  }
}
