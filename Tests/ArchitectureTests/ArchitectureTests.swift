import Testing

@Suite struct ArchitectureTests {
  /// The toolchain's own modules, free for every target.
  static let toolchain: Set = ["Swift", "Glibc", "Synchronization"]

  @Test("the table names exactly the Swift targets that there are")
  func tableIsComplete() {
    let targets = Repository.names(in: "Sources").filter {
      !Repository.swiftFiles(below: "Sources/\($0)").isEmpty
    }
    #expect(TargetRow.all.map(\.name).sorted() == targets)
  }

  @Test("a row names only targets above it, so that no arrow points back")
  func rowsAreInOrder() {
    let swiftTargets = Set(TargetRow.all.map(\.name))
    var above: Set<String> = []
    for row in TargetRow.all {
      let pointingBack = row.allowed.filter { swiftTargets.contains($0) && !above.contains($0) }
      #expect(pointingBack.isEmpty, "\(row.name)")
      above.insert(row.name)
    }
  }

  @Test("a target imports what its row allows", arguments: TargetRow.all)
  func imports(of row: TargetRow) throws {
    let allowed = Self.toolchain.union(row.allowed)
    for path in Repository.swiftFiles(below: "Sources/\(row.name)") {
      let source = try Repository.contents(of: path)
      let others = Imports.modules(in: source).subtracting(allowed)
      #expect(others.isEmpty, "\(path)")
    }
  }

  @Test(
    "an import line is read in each of its forms",
    arguments: [
      ("import JSON", "JSON"),
      ("public import TextAnalysis", "TextAnalysis"),
      ("@testable import Corpus", "Corpus"),
      ("@preconcurrency internal import CReadline // why", "CReadline"),
      ("import struct Retrieval.Query", "Retrieval"),
    ])
  func importForms(line: String, module: String) {
    #expect(Imports.modules(in: "// a comment\n\(line)\nlet text = 1\n") == [module])
  }

  @Test(
    "what only looks like an import is none",
    arguments: ["// import JSON", "let x = \"import JSON\"", "  func important() {}", "important"])
  func notAnImport(line: String) {
    #expect(Imports.modules(in: line).isEmpty)
  }
}
