import Answering
import Cluster
import Corpus
import JSON
import Library
import Model
import Platform
import Retrieval
import TestSupport
import Testing

struct ClusterSourceTests {
  private static let question = "Who opened the workshop in Bandung?"

  @Test("a question is answered from what the cluster found, and cited by index and id")
  func answers() throws {
    let cluster = try RecordedCluster()
    let reader = try Library(asking: cluster.source()).makeReader()
    let answered = try reader.ask(Self.question)
    #expect(answered.answer.verdict == .answered && answered.answer.text == "Dewi Lestari")
    let citation = try #require(answered.answer.citations.first)
    let document = citation.passage.document
    #expect(document.id == "docs/minutes/42" && document.library == "work")
    #expect(document.url == "https://wiki.example.org/42" && document.date?.value == "2026-03-14")
    #expect(
      Array(RecordedCluster.workshop.utf8)[citation.bytes].elementsEqual(citation.snippet.utf8))
    #expect(answered.sourceState(ofCitationAt: 0) == nil)
    #expect(answered.report?.isPartial == false && answered.report?.documents == 2)
  }

  @Test("words weigh what they weigh in the cluster, not among the documents that were found")
  func weighs() throws {
    let cluster = try RecordedCluster()
    let reader = try Library(asking: cluster.source()).makeReader()
    let answered = try reader.ask(Self.question)
    let asked = cluster.server.requests.count
    let explanation = try #require(try reader.explain(answered, citationAt: 0))
    #expect(cluster.server.requests.count == asked, "an explanation asks nothing more")
    let frequencies = Dictionary(
      explanation.parts.map { ($0.term, $0.documentFrequency) }, uniquingKeysWith: max)
    #expect(frequencies["workshop"] == 2_700 && frequencies["bandung"] == 12_000)
    #expect(explanation.meanLength == 90)
  }

  @Test("a ranking of few documents asks for as many candidates as an answer")
  func asksForEnough() throws {
    let cluster = try RecordedCluster()
    let reader = try Library(asking: cluster.source()).makeReader()
    #expect(try reader.retrieve(Self.question, top: 1).map(\.id) == ["docs/minutes/42"])
    _ = try reader.retrieve("What was raised?", top: 100)
    let sizes = try cluster.server.requests.filter { $0.path.contains("_msearch") }.map {
      try JSONValue(parsing: String($0.body.split(separator: "\n")[1]))["size"]?.integer
    }
    #expect(sizes == [ClusterSettings.standardCandidates, 100])
  }

  @Test("a question is two requests, sent together, after one check of the index a day")
  func sendsTwoRequests() throws {
    let cluster = try RecordedCluster()
    for _ in 0..<2 { _ = try Library(asking: cluster.source()).makeReader().ask(Self.question) }
    let paths = cluster.server.requests.map { String($0.path.prefix { $0 != "?" }) }
    #expect(
      paths.sorted() == [
        "/", "/docs/_field_caps", "/docs/_msearch", "/docs/_msearch", "/docs/_mtermvectors",
        "/docs/_mtermvectors",
      ])
  }

  @Test("the search asks for global frequencies, the mapped fields, and the words of the question")
  func searches() throws {
    let cluster = try RecordedCluster()
    let reader = try Library(asking: cluster.source { $0.candidates = 7 }).makeReader()
    _ = try reader.ask("Who opened the \"big workshop\" in Bandung?")
    let request = try #require(cluster.server.requests.first { $0.path.contains("_msearch") })
    let lines = try request.body.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(lines.count == 2 && lines[0]["search_type"]?.string == "dfs_query_then_fetch")
    #expect(lines[1]["size"]?.integer == 7 && request.body.contains("phrase"))
    #expect(
      lines[1]["_source"]?.array?.compactMap(\.string).contains("url") == true)
    for word in ["opened", "workshop", "Bandung"] { #expect(request.body.contains(word)) }
    #expect(!request.body.contains(#""query":"the""#))
  }

  @Test("questions of a batch take two requests together")
  func looksAhead() throws {
    let cluster = try RecordedCluster()
    let reader = try Library(asking: cluster.source()).makeReader()
    let questions = [Self.question, "What was raised?", Self.question]
    try reader.lookAhead(to: questions)
    let asked = cluster.server.requests.count
    for question in questions { #expect(try reader.ask(question).report?.documents == 2) }
    #expect(cluster.server.requests.count == asked)
    let searches = cluster.server.requests.filter { $0.path.contains("_msearch") }
    #expect(searches.map { $0.body.split(separator: "\n").count } == [6])
  }

  @Test("conditions become filters")
  func filters() throws {
    let cluster = try RecordedCluster()
    let library = try Library(asking: cluster.source())
    var narrowing = Narrowing(
      patterns: [DocumentPattern("minutes/*")], since: DateBorder("2026-03"))
    narrowing.authors = ["Putri"]
    narrowing.tags = ["project"]
    let scope = try #require(try library.scope(of: narrowing))
    #expect(scope.documentCount == nil)
    _ = try library.makeReader(within: scope).ask(Self.question + " before:2027")
    let body = try #require(cluster.server.requests.first { $0.path.contains("_msearch") }).body
    let search = try JSONValue(parsing: String(body.split(separator: "\n")[1]))
    let filter = try #require(search["query"]?["bool"]?["filter"]?.array)
    #expect(filter.contains { $0["range"]?["date"]?["gte"]?.string == "2026-03" })
    #expect(filter.contains { $0["range"]?["date"]?["lt"]?.string == "2027" })
    for part in [
      #""wildcard":{"path":"*minutes/*"}"#, #"{"author":"Putri"}"#, #"{"tags":"project"}"#,
    ] {
      #expect(body.contains(part), "\(part)")
    }
  }

  @Test("a cluster of which parts did not answer gives an answer that says so")
  func isPartial() throws {
    let cluster = try RecordedCluster { request in
      guard request.path.contains("_msearch") else { return nil }
      return .init(200, #"{"responses":[\#(RecordedCluster.search(successful: 2))]}"#)
    }
    let answered = try Library(asking: cluster.source()).makeReader().ask(Self.question)
    #expect(answered.report?.isPartial == true)
    #expect(answered.report?.answeredParts == 2 && answered.report?.allParts == 3)
  }

  @Test("a search that was given up is partial, too")
  func gaveUp() throws {
    let cluster = try RecordedCluster { request in
      guard request.path.contains("_msearch") else { return nil }
      return .init(200, #"{"responses":[\#(RecordedCluster.search(timedOut: true))]}"#)
    }
    let answered = try Library(asking: cluster.source()).makeReader().ask(Self.question)
    #expect(answered.report?.isPartial == true)
  }

  @Test("documents are read again by the ids of citations")
  func getsDocuments() throws {
    let cluster = try RecordedCluster()
    let source = try cluster.source()
    let documents = try source.documents(["docs/minutes/42", "docs/none"])
    #expect(documents.map { $0?.text } == [RecordedCluster.workshop, nil])
    let reader = try Library(asking: source).makeReader()
    #expect(try reader.documents(named: "docs/minutes/42") == ["docs/minutes/42"])
    #expect(
      try reader.passages(ofDocument: "docs/minutes/42").map(\.text) == [RecordedCluster.workshop])
  }

  @Test("a document that was not found has no rank, and that is said")
  func explainsAbsence() throws {
    let cluster = try RecordedCluster()
    let reader = try Library(asking: cluster.source()).makeReader()
    let query = reader.analyze(Self.question)
    guard case .standing = try reader.whyNot("docs/minutes/43", for: query).finding else {
      Issue.record("no standing")
      return
    }
    guard case .beyond(2) = try reader.whyNot("docs/99", for: query).finding else {
      Issue.record("not beyond")
      return
    }
  }

  @Test("what only an index offers is an error")
  func offersNoList() throws {
    let cluster = try RecordedCluster()
    let library = try Library(asking: cluster.source())
    #expect(throws: IndexError.source(SourceError("work", .notOffered))) { try library.documents() }
    #expect(library.words(startingWith: "wor", limit: 3).isEmpty)
  }
}
