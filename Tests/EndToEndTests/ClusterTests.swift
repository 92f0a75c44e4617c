import JSON
import TestSupport
import Testing

/// The program with a cluster, whose traffic was recorded from Elasticsearch 7.0 on three nodes.
struct ClusterTests {
  private static let question = "Who opened the workshop in Bandung?"
  private static let batch = """
    Who opened the workshop in Bandung?
    Who opened the harbour of Ambon?
    When was the road widened?
    Who painted the ceiling?

    """

  private func answers(_ result: RunningProgram.Result) throws -> [JSONValue] {
    try result.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  @Test("a question is answered from the cluster, with the place and the facts of its document")
  func asks() throws {
    let cluster = try ClusterTraffic(.whole)
    let result = try cluster.run("ask", "--json", "--cluster", "minutes", Self.question)
    let answer = try #require(try answers(result).first, "\(result)")
    #expect(result.status == 0 && answer["verdict"]?.string == "answered", "\(result)")
    #expect(answer["answer"]?.string == "Dewi Lestari")
    let citation = try #require(answer["citations"]?[0])
    #expect(citation["document"]?.string == "minutes/documents/workshop.md")
    #expect(citation["library"]?.string == "minutes")
    #expect(citation["title"]?.string == "Minutes of the workshop")
    #expect(citation["author"]?.string == "Putri Ayu" && citation["date"]?.string == "2026-03-14")
    #expect(answer["partial"] == nil)
    let text = try cluster.run(
      "ask", "--cluster", "risalah", "Siapa yang membuka lokakarya di Medan?")
    #expect(text.status == 0 && text.output.contains("Ratna Sari"), "\(text)")
    let none = try cluster.run("ask", "--cluster", "minutes", "Who painted the ceiling?")
    #expect(none.status == 1, "\(none)")
  }

  @Test("a batch takes two requests, and its answers are those to the single questions")
  func batches() throws {
    let cluster = try ClusterTraffic(.whole)
    let result = try cluster.run(
      "batch", "--threads", "1", "--cluster", "minutes", input: Self.batch)
    let answers = try answers(result)
    #expect(result.status == 1 && answers.count == 4, "\(result)")
    #expect(
      answers.map { $0["verdict"]?.string } == ["answered", "answered", "answered", "none"],
      "\(result)")
    #expect(cluster.server.requests.count { $0.path.contains("_msearch") } == 1)
    let alone = try self.answers(
      try cluster.run("ask", "--json", "--cluster", "minutes", Self.question))
    #expect(answers[0]["citations"] == alone[0]["citations"])
  }

  @Test("other programs and the shell ask a cluster, and documents are shown")
  func otherWays() throws {
    let cluster = try ClusterTraffic(.whole)
    let call =
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":"\#(Self.question)"}}}"#
    let server = try cluster.run("mcp", "--cluster", "minutes", input: call + "\n")
    #expect(server.status == 0 && server.output.contains("Dewi Lestari"), "\(server)")
    let shell = try cluster.run("--cluster", "minutes", input: Self.question + "\n")
    #expect(shell.status == 0 && shell.output.contains("Dewi Lestari"), "\(shell)")
    let shown = try cluster.run("show", "--cluster", "minutes", "minutes/documents/harbour.md")
    #expect(shown.status == 0 && shown.output.contains("The northern pier"), "\(shown)")
    let narrowed = try cluster.run(
      "ask", "--cluster", "minutes", "--in", "harbour", "Who opened it?")
    #expect(narrowed.output.contains("Budi Santoso"), "\(narrowed)")
    let check = try cluster.run("cluster", "check", "minutes")
    #expect(check.status == 0 && check.output.contains("elasticsearch 7.0"), "\(check)")
  }

  @Test("saved answers are verified, and a word that changed is noticed")
  func verifies() throws {
    let cluster = try ClusterTraffic(.whole)
    let saved = try cluster.run("ask", "--json", "--cluster", "minutes", Self.question).output
    cluster.home.write("answers.jsonl", saved)
    let same = try cluster.run("verify", "--cluster", "minutes", "answers.jsonl")
    #expect(same.status == 0, "\(same)")
    let opened = saved.split(separator: "opened by Dewi").joined(separator: "closed by Dewi")
    cluster.home.write("answers.jsonl", opened)
    let changed = try cluster.run("verify", "--cluster", "minutes", "answers.jsonl")
    #expect(changed.status == 1 && changed.output.contains("workshop.md"), "\(changed)")
  }

  @Test("documents are loaded, and those that are there already are not sent again")
  func loads() throws {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let documents = folders.dropLast(2).joined(separator: "/") + "/Cluster/documents"
    let sizes = ["--shards", "3", "--replicas", "0"]
    let empty = try ClusterTraffic(.empty)
    let first = try RunningProgram.run(
      ["cluster", "load", "minutes", documents] + sizes, in: empty.home)
    #expect(first.status == 0 && first.errors.contains("6 documents sent"), "\(first)")
    let whole = try ClusterTraffic(.whole)
    let second = try whole.run("cluster", "load", "minutes", documents)
    #expect(second.status == 0 && second.errors.contains("0 documents sent"), "\(second)")
  }

  @Test(
    "while shards are lost, every answer says that it is partial, whichever shard counts its words",
    arguments: [(ClusterTraffic.State.partial, 2), (.remnant, 1)])
  func isPartial(_ state: ClusterTraffic.State, _ shards: Int) throws {
    let cluster = try ClusterTraffic(state)
    let result = try cluster.run(
      "batch", "--threads", "1", "--cluster", "minutes", input: Self.batch)
    let answers = try answers(result)
    #expect(answers.count == 4, "\(result)")
    for answer in answers {
      #expect(answer["error"] == nil && answer["partial"]?.bool == true, "\(answer)")
      #expect(answer["shards"]?.array?.compactMap(\.integer) == [shards, 3])
    }
    let counts = cluster.server.requests.count { $0.path.contains("_mtermvectors") }
    #expect(counts == 2, "other shards are asked once")
    let text = try cluster.run("ask", "--cluster", "minutes", Self.question)
    #expect((text.output + text.errors).contains("\(shards) of 3"), "\(text)")
  }

  @Test("what is wrong is said, with the exit status of an error")
  func fails() throws {
    let cluster = try ClusterTraffic(.whole)
    let missing = try cluster.run("ask", "--cluster", "missing", "Who opened the workshop?")
    #expect(missing.status == 2 && missing.errors.contains("no index missing"), "\(missing)")
    let unknown = try cluster.run("ask", "--cluster", "work", Self.question)
    #expect(unknown.status == 2 && unknown.errors.contains("minutes"), "\(unknown)")
    // The server of the tests has no users, so this response is not a recorded one.
    let closed = try ClusterTraffic(.whole) { _ in .init(401, "{}") }
    let refused = try closed.run("ask", "--cluster", "minutes", Self.question)
    #expect(refused.status == 2 && refused.errors.contains("401"), "\(refused)")
  }

  @Test("a cluster that is not reached is an error line for each of many questions, at once")
  func isUnreachable() throws {
    let home = try TemporaryFolder([
      // The port is one on which nothing listens.
      ".config/tanya/config.toml": "[clusters.gone]\nurl = \"http://127.0.0.1:9\"\nindex = \"x\"\n"
    ])
    let questions = (1...500).map { "Who opened workshop \($0)?\n" }.joined()
    let clock = ContinuousClock.now
    let result = try RunningProgram.run(
      ["batch", "--cluster", "gone"], input: questions, in: home)
    #expect(result.status == 2)
    let lines = try answers(result)
    #expect(lines.map { $0["id"]?.string } == (1...500).map { "\($0)" })
    #expect(lines.allSatisfy { $0["error"]?.string?.contains("cluster gone: ") == true })
    #expect(clock.duration(to: .now) < .seconds(60))
    let shell = try RunningProgram.run(["--cluster", "gone"], input: Self.question, in: home)
    #expect(shell.errors.contains("cluster gone: "), "\(shell)")
  }
}
