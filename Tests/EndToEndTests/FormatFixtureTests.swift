import Glibc
import TestSupport
import Testing

/// Tests with an index in each published version of the format, stored as it was written.
///
/// `TANYA_RENEW_FIXTURE=1 swift test --filter FormatFixtureTests` writes an index in the current
/// version. Those in older versions stay.
@Suite struct FormatFixtureTests {
  private static let questions = """
    When was the harbour of the town opened?
    Kapan jembatan di kota itu dibuka?
    the library of village 7
    The new market was opened.

    """

  private static var fixtures: [String] {
    names(in: RankingRun.fixtures).filter { $0.hasPrefix("index-") && !$0.hasSuffix(".hits") }
  }

  private static func names(in path: String) -> [String] {
    var found: [String] = []
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { found.append(name) }
    }
    return found.sorted()
  }

  /// Returns the ranking of the index in a folder.
  private func hits(_ index: String, in folder: TemporaryFolder) throws -> String {
    let result = try RunningProgram.run(
      ["batch", "--retrieve", "--weighting", "bm25", "--format", "trec", "--index", index, "-"],
      input: Self.questions, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n")
      .map { $0.split(separator: " ").prefix(4).joined(separator: " ") + "\n" }.joined()
  }

  @Test("each is read as it always was, or refused in words that say what to do")
  func readable() throws {
    if getenv("TANYA_RENEW_FIXTURE") != nil { try renew() }
    let folder = try TemporaryFolder()
    var readable = 0
    for name in Self.fixtures {
      let index = "\(RankingRun.fixtures)/\(name)"
      let verified = try RunningProgram.run(["verify", "--index", index], in: folder)
      if verified.errors.contains("with other rules for words") {
        // The format is supported, but the rules of the analysis have changed since.
        readable += 1
        #expect(verified.errors.contains("tanya index --index"))
      } else if verified.status == 0 {
        readable += 1
        let status = try RunningProgram.run(["status", "--index", index], in: folder)
        #expect(status.output.contains("63 (65 passages: 64 en, 1 id)"), "\(status.output)")
        #expect(
          try hits(index, in: folder) == FileBytes.text("\(RankingRun.fixtures)/\(name).hits"))
      } else {
        let result = try RunningProgram.run(["ask", "--index", index, "harbour"], in: folder)
        #expect(result.status == 2)
        #expect(result.errors.contains("no longer reads"), "\(name): \(result.errors)")
        #expect(result.errors.contains("tanya index --index"), "\(name): \(result.errors)")
        // The advice of the message works: the old index still lists its sources, although they do
        // not exist here.
        _ = try RunningProgram.run(["-r", index, name], in: folder, program: "cp")
        let update = try RunningProgram.run(["index", "--index", name], in: folder)
        #expect(update.status == 2 && update.errors.contains("/notes: No such file"), "\(update)")
      }
    }
    #expect(
      readable > 0, "the format has a new version: TANYA_RENEW_FIXTURE=1 keeps an index of it")
  }

  /// Stores an index that has every kind of file.
  private func renew() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<60).map {
      #"{"_id": "v\#($0)", "title": "Village \#($0)", "text": "The library of village \#($0) was built in \#(1900 + $0) by the people who live there."}"#
    }
    folder.write("notes/villages.jsonl", lines.joined(separator: "\n") + "\n")
    folder.write(
      "notes/harbour.md",
      "---\ntitle: The harbour\nauthor: Dewi\n---\n\nThe harbour of the town was opened in 1998.\n"
        + "The Town Harbour Authority (THA) runs it.\n")
    folder.write("notes/jembatan.txt", "Jembatan di kota itu dibuka pada tahun 2004.\n")
    folder.write("notes/gone.txt", "The old market was closed when the bridge was built.\n")
    #expect(try index("notes", in: folder) == 0)
    unlink(folder.path + "/notes/gone.txt")
    folder.write("notes/market.txt", "The new market was opened in the year 2021.\n")
    #expect(try index("notes", in: folder) == 0)
    let name = try version(in: folder)
    let place = "\(RankingRun.fixtures)/\(name)"
    mkdir(place, 0o755)
    for old in Self.names(in: place) { unlink("\(place)/\(old)") }
    let files = Self.names(in: folder.path + "/index").filter { $0 != "lock" }
    #expect(Set(files.map { $0.split(separator: ".").last }).count == 6, "\(files)")
    for file in files {
      let bytes = try #require(FileBytes.read("\(folder.path)/index/\(file)"))
      FileBytes.write(bytes, to: "\(place)/\(file)")
    }
    FileBytes.write(try hits("index", in: folder).utf8, to: place + ".hits")
  }

  private func index(_ path: String, in folder: TemporaryFolder) throws -> Int32 {
    try RunningProgram.run(["index", "--index", "index", path, "--quiet"], in: folder).status
  }

  /// Returns `index-` followed by the versions of the manifest, the segments and the catalog,
  /// separated by `-`.
  private func version(in folder: TemporaryFolder) throws -> String {
    let manifest = try #require(FileBytes.text(folder.path + "/index/manifest"))
    let line = try #require(manifest.split(separator: "\n").first?.split(separator: " ").last)
    let segment = try #require(
      FileBytes.read(folder.path + "/index/000001-en.segment"))
    let catalog = try #require(FileBytes.read(folder.path + "/index/000002.catalog"))
    return "index-\(line)-\(segment[8])-\(catalog[8])"
  }
}
