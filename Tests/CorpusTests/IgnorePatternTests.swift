import TestSupport
import Testing

@testable import Corpus

@Suite("Patterns of .gitignore") struct IgnorePatternTests {
  /// Returns whether a pattern matches a path, which ends with a slash if it is a folder.
  private func matches(_ line: String, _ path: String) -> Bool {
    let components = path.split(separator: "/")
    return IgnorePattern(line: Array(line.utf8)[...])?
      .matches(components[...], isFolder: path.hasSuffix("/")) ?? false
  }

  @Test(
    "what a pattern names is left out",
    arguments: [
      ("*.log", "a.log"), ("*.log", "x/y/a.log"), ("build", "build/"), ("build/", "x/build/"),
      ("/a.txt", "a.txt"), ("x/y", "x/y"), ("x/*.txt", "x/a.txt"), ("**/y", "y"), ("**/y", "a/b/y"),
      ("x/**", "x/a/b"), ("x/**/y", "x/y"), ("x/**/y", "x/a/b/y"), ("a?c", "abc"), ("[a-c]x", "bx"),
      ("[!a-c]x", "dx"), ("[^a]x", "bx"), ("[]]x", "]x"), ("[[:digit:]]", "7"), ("\\#x", "#x"),
      ("\\!x", "!x"), ("x\\ ", "x "), ("x  ", "x"), ("x\r", "x"), ("\\*", "*"), ("a*b*c", "aXbYc"),
      ("a**b", "aXb"), ("é*", "één"), ("[a\\-z]", "-"), ("**", "x/y"), ("[a-]", "-"),
    ])
  func match(line: String, path: String) { #expect(matches(line, path)) }

  @Test(
    "what it does not name stays",
    arguments: [
      ("*.log", "a.logs"), ("build/", "build"), ("/a.txt", "x/a.txt"), ("x/y", "z/x/y"),
      ("x/*.txt", "x/y/a.txt"), ("x/**", "x"), ("x/**/y", "x/a/z"), ("a?c", "ac"), ("[a-c]x", "dx"),
      ("[a", "[a"), ("# x", "# x"), ("", "x"), ("/", "x"), ("a*b", "aXc"), ("*", ""), ("x\\", "x"),
      ("[z-a]", "m"),
    ])
  func noMatch(line: String, path: String) { #expect(!matches(line, path)) }

  @Test func manyStarsTakeNoEndlessTime() {
    let name = String(repeating: "a", count: 4000)
    #expect(!matches(String(repeating: "a*", count: 1000) + "b", name))
    let path = String(repeating: "a/", count: 2000) + "c"
    #expect(!matches(String(repeating: "**/a/", count: 500) + "b", path))
  }

  @Test("random patterns never trap", arguments: 0..<10 as Range<UInt64>)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["*", "**", "/", "?", "[", "]", "!", "\\", "a", "b", "-", "[:alpha:]", " ", "^"]
    for _ in 0..<2000 {
      let line = random.text(of: pieces, count: Int.random(in: 0..<12, using: &random))
      let pattern = IgnorePattern(line: line[...])
      _ = pattern?.matches(["a", "b", "ab"], isFolder: true)
    }
  }
}
