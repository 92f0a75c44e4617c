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
      #expect(found == .folder(folder.path + "/index"), "\(place)")
    }
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
