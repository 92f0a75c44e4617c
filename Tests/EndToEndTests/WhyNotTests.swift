import JSON
import TestSupport
import Testing

struct WhyNotTests {
  private static let question = "How many employees were retrained?"

  @Test("a document that was outdone is told its rank, what it lacks and its best sentence")
  func outdone() throws {
    let sample = try SampleFolder()
    sample.folder.write(
      "docs/rival.txt", "The rival\n\nThe rival bank has never retrained anybody at all.\n")
    #expect(try sample.run("index").status == 0)
    let result = try sample.run("ask", "--top", "1", "--why-not", "rival.txt", Self.question)
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.contains("docs/rival.txt"))
    #expect(result.output.contains("It lacks: *employees*"))
    #expect(result.output.contains("asked for: number; none found"))
    let json = try JSONValue(
      parsing: try sample.run(
        "ask", "--json", "--top", "1", "--why-not", "docs/rival.txt", Self.question
      ).output)
    #expect(json["outcome"]?.string == "outscored")
    #expect(json["document"]?.string == "docs/rival.txt")
    #expect(json["evidence"]?["type_test"]?.string == "failed")
    let rank = try #require(json["rank"]?.integer)
    #expect(rank > 1 && rank <= json["ranked"]?.integer ?? 0)
  }

  @Test("a path names its document from any folder, and Indonesian is answered in Indonesian")
  func path() throws {
    let sample = try SampleFolder()
    let path = "\(sample.folder.path)/docs/bank.txt"
    let result = try sample.run("ask", "--why-not", path, "-l", "id", Self.question)
    #expect(result.status == 0)
    #expect(result.output.contains("Dikutip sebagai [1]."))
  }

  @Test("a file that is not in the index says why")
  func notIndexed() throws {
    let sample = try SampleFolder()
    sample.folder.write("docs/photo.txt", "\u{0}\u{0}\u{0}")
    sample.folder.write("docs/paper.pdf", "%PDF-1.7")
    #expect(try sample.run("index").status == 0)
    sample.folder.write("docs/new.txt", "A bank.")
    sample.folder.write("other.txt", "A bank.")
    for (file, words) in [
      ("docs/photo.txt", "it is binary"), ("paper.pdf", "paper.pdf is not indexed"),
      ("docs/new.txt", "it is new"), ("other.txt", "index other.txt"),
      ("docs/nothing.txt", "no such file"), ("docs", "is a folder"),
    ] {
      let result = try sample.run("ask", "--no-refresh", "--why-not", file, Self.question)
      #expect(result.status == 1)
      #expect(result.output.contains(words), "\(file)")
    }
  }

  @Test("a line of a collection is named by its id or its place, a whole collection by neither")
  func collection() throws {
    let folder = try TemporaryFolder([
      "c.jsonl": """
      {"_id": "p1", "title": "Bank", "text": "The bank retrained 5,000 employees."}
      {"_id": "p2", "title": "River", "text": "A river has employees of its own."}

      """
    ])
    #expect(try RunningProgram.run(["index", "c.jsonl"], in: folder).status == 0)
    for name in ["p2", "c.jsonl:2"] {
      let result = try RunningProgram.run(
        ["ask", "--json", "--why-not", name, Self.question], in: folder)
      #expect(try JSONValue(parsing: result.output)["document"]?.string == "p2")
    }
    let whole = try RunningProgram.run(["ask", "--why-not", "c.jsonl", Self.question], in: folder)
    #expect(whole.status == 1 && whole.output.contains("collection"))
  }

  @Test("a document that is not asked says so, and the words' parts add up to the score")
  func narrowed() throws {
    let sample = try SampleFolder()
    let result = try sample.run("ask", "--in", "talent", "--why-not", "bank.txt", Self.question)
    #expect(result.status == 1)
    #expect(result.output.contains("docs/bank.txt is excluded by your filters"))
    let json = try JSONValue(
      parsing: try sample.run("ask", "--json", "--why-not", "bank.txt", Self.question).output)
    #expect(json["rank"]?.integer == 1)
    let words = try #require(json["words"]?.array).compactMap { $0["score"]?.double }
    let text = try #require(json["text_score"]?.double)
    let score = try #require(json["score"]?.double)
    #expect(text > 0 && abs(words.reduce(text, +) - score) < 1e-6)
  }
}
