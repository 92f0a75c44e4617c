import Answering
import Cluster
import Corpus
import Glibc
import JSON
import Library
import Platform
import Retrieval
import Synchronization
import TestSupport
import Testing

struct ClusterFailureTests {
  private static let question = "Who opened the workshop in Bandung?"

  /// Asks a cluster, one of whose responses is another.
  private func problem(
    of part: String, _ change: (inout ClusterSettings) -> Void = { _ in },
    response: @escaping @Sendable () -> LoopbackServer.Response
  ) throws -> SourceError.Problem? {
    let cluster = try RecordedCluster { $0.path.contains(part) ? response() : nil }
    do {
      _ = try Library(asking: cluster.source(change)).makeReader().ask(Self.question)
      return nil
    } catch IndexError.source(let error) {
      #expect(error.source == "work")
      return error.problem
    }
  }

  @Test(
    "a status is a problem of its own",
    arguments: [
      (401, SourceError.Problem.unauthorized), (403, .forbidden(index: "docs")),
      (404, .noIndex("docs")), (503, .unavailable("type: words")),
      (302, .redirected(status: 302)), (400, .status(400, "type: words")),
    ])
  func status(_ status: Int, _ expected: SourceError.Problem) throws {
    let body =
      #"{"error":{"root_cause":[{"type":"type","reason":"words"}],"type":"t"},"status":\#(status)}"#
    for part in ["_msearch", "_mtermvectors", "_field_caps"] {
      #expect(try problem(of: part) { .init(status, body) } == expected, "\(part)")
    }
  }

  @Test("a problem of one search among several is that of its question alone")
  func failsAlone() throws {
    let failed =
      #"{"error":{"type":"search_phase_execution_exception","reason":"all shards failed"},"status":503}"#
    let cluster = try RecordedCluster { request in
      guard request.path.contains("_msearch") else { return nil }
      return .init(200, #"{"responses":[\#(RecordedCluster.search()),\#(failed)]}"#)
    }
    let reader = try Library(asking: cluster.source()).makeReader()
    try reader.lookAhead(to: [Self.question, "What was raised?"])
    #expect(try reader.ask(Self.question).answer.verdict == .answered)
    let reason = "search_phase_execution_exception: all shards failed"
    #expect(throws: IndexError.source(SourceError("work", .unavailable(reason)))) {
      try reader.ask("What was raised?")
    }
  }

  /// Counts from a shard that is lost, as Elasticsearch 7.0 says it.
  private static func lost(_ type: String) -> String {
    #"{"_index":"docs","error":{"root_cause":[{"type":"\#(type)","reason":"lost"}],"type":"\#(type)","reason":"lost"}}"#
  }

  @Test(
    "if the shard that counts words is lost, others are asked for the counts once",
    arguments: ["no_shard_available_action_exception", "node_not_connected_exception"])
  func countsElsewhere(_ type: String) throws {
    let first = Mutex(true)
    let cluster = try RecordedCluster { request in
      guard request.path.contains("_mtermvectors"),
        first.withLock({ isFirst in
          defer { isFirst = false }
          return isFirst
        })
      else { return nil }
      return .init(200, #"{"docs":[\#(Self.lost(type))]}"#)
    }
    let reader = try Library(asking: cluster.source()).makeReader()
    let answered = try reader.ask(Self.question)
    #expect(answered.answer.verdict == .answered)
    let counts = cluster.server.requests.filter { $0.path.contains("_mtermvectors") }
    #expect(try reader.explain(answered, citationAt: 0)?.meanLength == 90)
    #expect(counts.count == 2)
    let asked = try JSONValue(parsing: try #require(counts.last).body)["docs"]?.array ?? []
    let routings = Set(asked.compactMap { $0["doc"]?["routing"]?.string ?? $0["routing"]?.string })
    #expect(asked.count > 1 && routings.count == asked.count)
  }

  @Test("if no shard counts words, that is an error after two requests, and no answer")
  func countsNowhere() throws {
    let cluster = try RecordedCluster { request in
      guard request.path.contains("_mtermvectors") else { return nil }
      let count = (try? JSONValue(parsing: request.body))?["docs"]?.array?.count ?? 0
      let lost = Self.lost("no_shard_available_action_exception")
      let docs = Array(repeating: lost, count: count).joined(separator: ",")
      return .init(200, #"{"docs":[\#(docs)]}"#)
    }
    do {
      _ = try Library(asking: cluster.source()).makeReader().ask(Self.question)
      Issue.record("answered")
    } catch IndexError.source(let error) {
      guard case .unavailable = error.problem else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(cluster.server.requests.count { $0.path.contains("_mtermvectors") } == 2)
  }

  @Test("if a cluster cannot be asked ahead, each question fails, and it is left alone for a while")
  func leavesAlone() throws {
    let cluster = try RecordedCluster { $0.path.contains("_msearch") ? .init(503, "{}") : nil }
    let reader = try Library(asking: cluster.source()).makeReader()
    for number in 0..<20 {
      let questions = ["Who opened workshop \(number)?", "Who closed workshop \(number)?"]
      try reader.lookAhead(to: questions)
      for question in questions {
        #expect(throws: IndexError.source(SourceError("work", .unavailable("")))) {
          try reader.ask(question)
        }
      }
    }
    #expect(cluster.server.requests.count { $0.path.contains("_msearch") } == 1)
  }

  @Test("a busy cluster is asked again, with pauses, and then answers")
  func waits() throws {
    let refused = Mutex(0)
    let cluster = try RecordedCluster { request in
      guard request.path.contains("_msearch"),
        refused.withLock({
          $0 += 1
          return $0 <= 2
        })
      else { return nil }
      return .init(429, #"{"error":{"type":"es_rejected_execution_exception"},"status":429}"#)
    }
    let answered = try Library(asking: cluster.source()).makeReader().ask(Self.question)
    #expect(answered.answer.verdict == .answered)
    let paths = cluster.server.requests.map(\.path)
    #expect(paths.count { $0.contains("_msearch") } == 3)
    #expect(paths.count { $0.contains("_mtermvectors") } == 1, "only what was refused is repeated")
  }

  @Test("a cluster that stays busy is left alone within the time, after few requests")
  func givesUp() throws {
    let cluster = try RecordedCluster { request in
      request.path.contains("_msearch") ? .init(429, "{}") : nil
    }
    let clock = ContinuousClock.now
    let source = try cluster.source { $0.milliseconds = 900 }
    #expect(throws: IndexError.source(SourceError("work", .busy))) {
      try Library(asking: source).makeReader().ask(Self.question)
    }
    #expect(clock.duration(to: .now) < .seconds(4))
    #expect(cluster.server.requests.count { $0.path.contains("_msearch") } <= 5)
  }

  @Test("a request that is sent again has only the time that is left")
  func timeLeft() throws {
    let asked = Mutex(0)
    let cluster = try RecordedCluster { request in
      guard request.path.contains("_msearch") else { return nil }
      let isFirst = asked.withLock {
        $0 += 1
        return $0 == 1
      }
      return isFirst ? .init(429, "{}", delay: 2_000) : .init(delay: 20_000)
    }
    let clock = ContinuousClock.now
    let source = try cluster.source { $0.milliseconds = 3_000 }
    #expect(throws: IndexError.source(SourceError("work", .busy))) {
      try Library(asking: source).makeReader().ask(Self.question)
    }
    #expect(clock.duration(to: .now) < .seconds(4.5))
    #expect(asked.withLock { $0 } == 2)
  }

  @Test("no other failure is tried again")
  func triesOnce() throws {
    let cluster = try RecordedCluster { $0.path.contains("_msearch") ? .init(503, "{}") : nil }
    #expect(throws: IndexError.self) {
      try Library(asking: cluster.source()).makeReader().ask(Self.question)
    }
    #expect(cluster.server.requests.count { $0.path.contains("_msearch") } == 1)
  }

  @Test("no answer in time")
  func timesOut() throws {
    let found = try problem(
      of: "_msearch", { $0.milliseconds = 300 }, response: { .init(delay: 2_000) })
    #expect(found == .timedOut(milliseconds: 300))
  }

  @Test("a body that is no JSON")
  func isNoJSON() throws {
    #expect(try problem(of: "_msearch") { .init(200, "<html>") } == .notJSON(offset: 0))
    #expect(
      try problem(of: "_field_caps") { .init(200, #"{"fields": {"a":"#) } == .notJSON(offset: 16))
  }

  @Test("a body that is too large")
  func isTooLarge() throws {
    let found = try problem(
      of: "_msearch", { $0.responseLimit = 4_000 },
      response: { .init(200, String(repeating: " ", count: 50_000)) })
    #expect(found == .tooLarge(limit: 4_000))
  }

  @Test(
    "JSON that is not what was asked for",
    arguments: [
      "[]", "{}", #"{"responses":[]}"#, #"{"responses":[{"hits":{"hits":[{}]}}]}"#, "null",
    ])
  func isUnexpected(_ body: String) throws {
    let found = try problem(of: "_msearch") { .init(200, body) }
    guard case .unexpected = found else {
      Issue.record("\(String(describing: found))")
      return
    }
  }

  @Test("documents that are damaged are passed over, and wild counts do no harm")
  func survives() throws {
    let hits = [
      "null", "[]", #"{"_index":3,"_id":"a","_source":{}}"#,
      #"{"_index":"docs","_id":"b","_source":{"text":["The workshop in Bandung","was opened by Dewi."],"title":{"a":1},"date":17,"language":"English"}}"#,
    ]
    let vectors =
      #"{"docs":[{"term_vectors":{"text":{"field_statistics":{"doc_count":9223372036854775807,"sum_ttf":9223372036854775807},"terms":{"a":{"doc_freq":-5,"tokens":[{"start_offset":-1,"end_offset":99999999999}]},"b":7}}}}]}"#
    let cluster = try RecordedCluster { request in
      if request.path.contains("_mtermvectors") { return .init(200, vectors) }
      guard request.path.contains("_msearch") else { return nil }
      return .init(200, #"{"responses":[\#(RecordedCluster.search(hits: hits))]}"#)
    }
    let answered = try Library(asking: cluster.source()).makeReader().ask(Self.question)
    #expect(answered.report?.documents == 1)
    let nearest = answered.answer.quoted.map(\.passage.document.id)
    #expect(nearest.isEmpty || nearest == ["docs/b"])
  }

  @Test("an index without the named field")
  func lacksField() throws {
    let found = try problem(
      of: "_nothing",
      {
        $0.dropFields()
        $0.textFields = ["body"]
      }, response: { .init() })
    #expect(found == .missingField("body", index: "docs"))
  }

  @Test(
    "a version that is too old, and those that are not",
    arguments: [
      ("6.8.23", nil, false), ("7.0.0", nil, true), ("9.1.0", nil, true),
      ("1.3.0", "opensearch", true), ("1.3.0", nil, false),
    ] as [(String, String?, Bool)])
  func version(_ number: String, _ distribution: String?, _ isNew: Bool) throws {
    let cluster = try RecordedCluster { request in
      request.path == "/"
        ? .init(200, RecordedCluster.version(number, distribution: distribution)) : nil
    }
    let source = try cluster.source()
    if isNew {
      #expect(try source.check().version.hasSuffix(number))
    } else {
      #expect(throws: SourceError("work", .oldVersion(number, oldest: "7.0"))) {
        try source.check()
      }
    }
  }

  @Test("a key that may not see the version can still ask")
  func hidesVersion() throws {
    let cluster = try RecordedCluster { $0.path == "/" ? .init(403, "{}") : nil }
    #expect(try cluster.source().check().version == "")
  }

  @Test("a server that is gone")
  func isGone() throws {
    let url = try RecordedCluster().settings.url
    let cluster = try RecordedCluster()
    let source = try cluster.source { $0.url = url }
    do {
      _ = try Library(asking: source).makeReader().ask(Self.question)
      Issue.record("answered")
    } catch IndexError.source(let error) {
      guard case .unreachable = error.problem else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
