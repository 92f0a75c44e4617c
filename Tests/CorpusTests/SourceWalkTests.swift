import Corpus
import Glibc
import Platform
import TestSupport
import Testing

@Suite("Walking over folders") struct SourceWalkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func ids(_ paths: [String], excluding: [String] = []) throws -> [String] {
    try SourceWalk(paths: paths.map { folder.path + "/" + $0 }, excluding: excluding)
      .sources().files.map(\.id)
  }

  @Test func filesComeInOrderUnderTheNameOfTheirFolder() throws {
    for name in ["docs/b.md", "docs/a.txt", "docs/sub/c.html", "docs/a-b/z.txt", "docs/README"] {
      folder.write(name)
    }
    #expect(
      try ids(["docs"]) == [
        "docs/README", "docs/a-b/z.txt", "docs/a.txt", "docs/b.md", "docs/sub/c.html",
      ])
  }

  @Test func aFileThatIsNamedGoesByItsName() throws {
    folder.write("docs/a.txt")
    #expect(try ids(["docs/a.txt"]) == ["a.txt"])
  }

  @Test func pathsOfTheSameNameAreToldApartByTheirParents() throws {
    folder.write("x/docs/a.txt")
    folder.write("y/docs/a.txt")
    folder.write("other/b.txt")
    #expect(
      try ids(["x/docs", "y/docs", "other"]) == ["other/b.txt", "x/docs/a.txt", "y/docs/a.txt"])
  }

  @Test func aPathInsideAnotherIsTakenOnce() throws {
    folder.write("docs/sub/a.txt")
    #expect(try ids(["docs", "docs/sub", "docs/sub/a.txt", "docs"]) == ["docs/sub/a.txt"])
  }

  @Test(
    "a path is understood however it is spelt",
    arguments: ["docs/", "./docs", "docs/../docs", "docs//"])
  func spelling(path: String) throws {
    folder.write("docs/a.txt")
    #expect(try ids([path]) == ["docs/a.txt"])
  }

  @Test func aMissingPathIsAnError() {
    let path = folder.path + "/nothing"
    #expect(throws: FileError(.status, path: path, code: ENOENT)) {
      try SourceWalk(paths: [path]).sources()
    }
  }

  @Test func hiddenFilesAreLeftOutUnlessTheyAreNamed() throws {
    folder.write("docs/.secret.txt")
    folder.write("docs/.git/config")
    folder.write("docs/a.txt")
    #expect(try ids(["docs"]) == ["docs/a.txt"])
    #expect(try ids(["docs/.secret.txt"]) == [".secret.txt"])
  }

  @Test func theIndexIsLeftOut() throws {
    folder.write("docs/index/segment")
    folder.write("docs/a.txt")
    #expect(try ids(["docs"], excluding: [folder.path + "/docs/index"]) == ["docs/a.txt"])
  }

  @Test func whatIsNoTextIsReported() throws {
    folder.write("docs/a.doc")
    folder.write("docs/empty.txt", "")
    mkfifo(folder.place("docs/fifo"), 0o600)
    let sources = try SourceWalk(paths: [folder.path + "/docs"]).sources()
    #expect(sources.files.isEmpty)
    #expect(sources.skipped.map(\.reason) == [.unsupportedFormat("doc"), .empty, .special])
  }

  @Test func linksAreFollowedOnceAndLoopsReported() throws {
    folder.write("docs/real/a.txt")
    folder.write("elsewhere/b.txt")
    symlink("real", folder.place("docs/alias"))
    symlink("../elsewhere", folder.place("docs/far"))
    symlink("..", folder.place("docs/real/up"))
    symlink("self", folder.place("docs/self"))
    symlink("nowhere", folder.place("docs/zero"))
    let sources = try SourceWalk(paths: [folder.path + "/docs"]).sources()
    #expect(sources.files.map(\.id) == ["docs/far/b.txt", "docs/real/a.txt"])
    #expect(
      sources.skipped.map(\.reason) == [
        .symbolicLinkLoop, .symbolicLinkLoop, .unreadable(code: ENOENT),
      ])
  }

  @Test func theRulesOfTheRepositoryAroundAFolderHold() throws {
    folder.write("repo/.git/HEAD")
    folder.write("repo/.gitignore", "*.log\n/docs/drafts/\n")
    folder.write("repo/docs/.gitignore", "!keep.log\n")
    for name in ["a.txt", "b.log", "keep.log", "drafts/c.txt", "deep/drafts/d.txt"] {
      folder.write("repo/docs/" + name)
    }
    #expect(try ids(["repo/docs"]) == ["docs/a.txt", "docs/deep/drafts/d.txt", "docs/keep.log"])
  }

  @Test(
    "a later kind of ignore file wins, and a folder inside another wins over it",
    arguments: [
      ([".gitignore": "*.log\n"], ["docs/a.txt", "docs/sub/c.txt"]),
      ([".ignore": "a.txt\n"], ["docs/b.log", "docs/sub/c.txt"]),
      ([".tanyaignore": "sub/\n"], ["docs/a.txt", "docs/b.log"]),
      (
        [".gitignore": "*.log\n", ".ignore": "!b.log\n*.txt\n", ".tanyaignore": "!a.txt\n"],
        ["docs/a.txt", "docs/b.log"]
      ),
      (
        [".tanyaignore": "*.txt\n", "sub/.gitignore": "!c.txt\n"],
        ["docs/b.log", "docs/sub/c.txt"]
      ),
    ])
  func ignoreFiles(files: [String: String], expected: [String]) throws {
    for name in ["a.txt", "b.log", "sub/c.txt"] { folder.write("docs/" + name) }
    for (name, text) in files { folder.write("docs/" + name, text) }
    #expect(try ids(["docs"]) == expected)
  }

  @Test("in a repository git's other patterns hold, the user's and the repository's own")
  func gitExcludes() throws {
    let excludes = folder.write("excludes", "*.tmp\n!keep.tmp\n*.bak\n")
    for name in ["a.txt", "b.log", "c.tmp", "d.bak"] { folder.write("docs/" + name) }
    folder.write("docs/repo/.git/info/exclude", "*.log\n")
    folder.write("docs/repo/.gitignore", "!d.bak\n")
    for name in ["a.txt", "b.log", "c.tmp", "d.bak"] { folder.write("docs/repo/" + name) }
    let walk = SourceWalk(paths: [folder.path + "/docs"], userExcludes: excludes)
    #expect(
      try walk.sources().files.map(\.id) == [
        "docs/a.txt", "docs/b.log", "docs/c.tmp", "docs/d.bak", "docs/repo/a.txt",
        "docs/repo/d.bak",
      ])
  }

  @Test("a repository's link to elsewhere is not followed for patterns")
  func foreignExcludes() throws {
    folder.write("elsewhere/info/exclude", "*.txt\n")
    folder.write("docs/a.txt")
    symlink("../elsewhere", folder.place("docs/.git"))
    #expect(try ids(["docs"]) == ["docs/a.txt"])
  }

  @Test("names that no citation could give are reported")
  func unusableNames() throws {
    folder.write("docs/a.txt")
    folder.write("docs/b\nc.txt")
    let path = Array((folder.path + "/docs/bad").utf8CString.dropLast()) + [-1, 0]
    close(open(path, O_WRONLY | O_CREAT, 0o600))
    let sources = try SourceWalk(paths: [folder.path + "/docs"]).sources()
    #expect(sources.files.map(\.id) == ["docs/a.txt"])
    #expect(
      sources.skipped == [
        SkippedSource(path: folder.path + "/docs/b\nc.txt", reason: .unusableName),
        SkippedSource(path: folder.path + "/docs/bad\u{FFFD}", reason: .unusableName),
      ])
  }
}
