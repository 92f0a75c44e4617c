import Cluster
import Corpus
import JSON
import Model
import Platform
import Retrieval
import Synchronization
import TestSupport
import Testing

struct ClusterLoadTests {
  /// A server that keeps what is sent to it.
  private final class Store: Sendable {
    let documents = Mutex<[String: String]>([:])

    func respond(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
      let lines = request.body.split(separator: "\n").map(String.init)
      if request.path.contains("_bulk") {
        documents.withLock { documents in
          for place in stride(from: 0, to: lines.count - 1, by: 2) {
            documents[Self.id(lines[place])] = lines[place + 1]
          }
        }
        let items = stride(from: 0, to: lines.count, by: 2).map { place in
          #"{"index":{"_id":"\#(Self.id(lines[place]))","status":201}}"#
        }
        return .init(200, #"{"errors":false,"items":[\#(items.joined(separator: ","))]}"#)
      }
      guard request.path.contains("_mget") else { return .init(200, #"{"acknowledged":true}"#) }
      let body = try? JSONValue(parsing: request.body)
      let ids =
        body?["ids"]?.array?.compactMap(\.string)
        ?? body?["docs"]?.array?.compactMap { $0["_id"]?.string } ?? []
      let docs = documents.withLock { documents in
        ids.map { id in
          documents[id].map {
            #"{"_index":"docs","_id":"\#(id)","found":true,"_source":\#($0)}"#
          } ?? #"{"_index":"docs","_id":"\#(id)","found":false}"#
        }
      }
      return .init(200, #"{"docs":[\#(docs.joined(separator: ","))]}"#)
    }

    private static func id(_ action: String) -> String {
      (try? JSONValue(parsing: action))?["index"]?["_id"]?.string ?? ""
    }
  }

  private func load(_ folder: TemporaryFolder, into server: LoopbackServer) throws
    -> ClusterLoad.Summary
  {
    var settings = ClusterSettings(name: "work")
    (settings.url, settings.index) = (server.url, "docs")
    let load = try ClusterLoad(settings, environment: Environment([:]))
    try load.prepare()
    let files = try SourceWalk(paths: [folder.path]).sources().files
    return try load.load(files, cache: nil, isCancelled: { false }, progress: { _ in })
  }

  @Test("documents are sent once, and again only if they have changed")
  func sends() throws {
    let folder = try TemporaryFolder([
      "a.md": "---\ntitle: Minutes\nauthor: Dewi\n---\nThe workshop was opened in Bandung.\n",
      "b.txt": "Lokakarya itu dibuka oleh Putri di Medan pada hari Senin.",
    ])
    let store = Store()
    let server = try LoopbackServer { store.respond($0) }
    let first = try load(folder, into: server)
    #expect(first.sent == 2 && first.unchanged == 0 && first.refused == 0)
    let documents = try store.documents.withLock { $0 }.values.map { try JSONValue(parsing: $0) }
    let minutes = try #require(documents.first { $0["title"]?.string == "Minutes" })
    #expect(
      minutes["text_en"]?.string
        == "---\ntitle: Minutes\nauthor: Dewi\n---\nThe workshop was opened in Bandung.\n")
    #expect(minutes["author"]?.string == "Dewi" && minutes["format"]?.string == "markdown")
    #expect(documents.contains { $0["text_id"]?.string?.hasPrefix("Lokakarya") == true })
    #expect(server.requests.first?.method == "PUT")

    folder.write("b.txt", "Lokakarya itu ditutup oleh Putri di Medan pada hari Senin.")
    let second = try load(folder, into: server)
    #expect(second.sent == 1 && second.unchanged == 1)
  }

  @Test("a long document is sent in parts, each of whole passages")
  func sendsParts() throws {
    let paragraph =
      "The committee met in Bandung and spoke about the harbour, the road and the rain."
    let text = (0..<1_500).map { "\(paragraph) It was meeting \($0)." }.joined(separator: "\n\n")
    let folder = try TemporaryFolder(["long.txt": text])
    let store = Store()
    let server = try LoopbackServer { store.respond($0) }
    let summary = try load(folder, into: server)
    #expect(summary.sent > 3)
    let documents = store.documents.withLock { $0 }
    for (id, source) in documents {
      let part = try #require(try JSONValue(parsing: source)["text_en"]?.string, "\(id)")
      #expect(part.utf8.count <= 33 << 10 && text.contains(part), "\(id)")
    }
    #expect(documents.keys.contains { $0.hasSuffix("long.txt#2") })
  }

  /// Loads a file, and returns its documents as they were read and as they come back.
  private func roundTrip(
    _ name: String, _ text: String
  ) throws -> (read: [Document], back: [Document]) {
    let folder = try TemporaryFolder([name: text])
    let store = Store()
    let server = try LoopbackServer { request in
      request.path.contains("_field_caps")
        ? .init(200, #"{"fields":{\#(Self.fields)}}"#)
        : request.path == "/"
          ? .init(200, RecordedCluster.version("7.17.9")) : store.respond(request)
    }
    _ = try load(folder, into: server)
    let reader = SourceReader(try SourceWalk(paths: [folder.path]).sources().files)
    var read: [Document] = []
    while let unit = reader.next() { read += reader.documents(of: unit).documents }
    var settings = ClusterSettings(name: "work")
    (settings.url, settings.index) = (server.url, "docs")
    let cache = Environment(["XDG_CACHE_HOME": folder.path])
    let source = try ClusterSource(settings, environment: cache)
    let ids = store.documents.withLock { $0.keys.sorted() }
    return (read, try source.documents(ids.map { "docs/\($0)" }).compactMap(\.self))
  }

  private static let fields = [
    "text_en", "text_id", "text", "title", "path", "author", "date", "url", "language", "tags",
  ].map { #""\#($0)":{}"# }.joined(separator: ",")

  @Test(
    "a document comes back as it was read: its passages, their headings, and its facts",
    arguments: [
      (
        "minutes.md",
        "---\ntitle: Minutes\nauthor: Dewi\ndate: 2026-03-14\n---\n\n# Opening\n\nThe workshop was"
          + " opened in Bandung.\n\n## Guests\n\n- The mayor came.\n- [Forty](a.md) came.\n"
      ),
      (
        "harbour.md",
        "# The harbour\n\nIt was opened in 1971.\n\n# Piers\n\nThe **northern** pier is long."
      ),
      (
        "library.txt",
        "The library of Solo\n\nIt was built in 1982 by a company from Semarang.\n\nBy Putri Ayu\n"
      ),
      ("page.html", "<title>Pages</title><h1>Roads</h1><p>The road was widened in 1990.</p>"),
      ("plain.txt", "Lokakarya itu dibuka oleh Dewi di Bandung pada hari Senin, bukan Selasa."),
      ("lines.jsonl", ##"{"_id": "a", "title": "Road", "text": "# The road\n\nwas widened."}"##),
    ])
  func comesBack(_ name: String, _ text: String) throws {
    let (read, back) = try roundTrip(name, text)
    #expect(read.count == 1 && back.count == 1)
    for (read, back) in zip(read, back) {
      #expect(back.passages == read.passages)
      #expect(back.text == read.text)
      for key in MetadataKey.allCases {
        #expect(back.metadata[key]?.value == read.metadata[key]?.value, "\(key)")
      }
    }
  }

  @Test("a part of a long document keeps the headings above it")
  func keepsHeadings() throws {
    let sections = (1...40).map { number in
      "## Section \(number)\n\n" + String(repeating: "The harbour was widened again. ", count: 60)
    }
    let text = "# Harbour\n\n" + sections.joined(separator: "\n\n")
    let (read, back) = try roundTrip("harbour.md", text)
    #expect(back.count > 1 && read.count == 1)
    func headed(_ documents: [Document]) -> [[String]] {
      documents.flatMap { document in
        document.passages.filter { $0.role == .body }.map { passage in
          let bytes = Array(document.text.utf8)[passage.range]
          return passage.headings + [String(decoding: bytes, as: UTF8.self)]
        }
      }
    }
    let (found, expected) = (headed(back), headed(read))
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
    #expect(back.allSatisfy { $0.metadata[.title]?.value == "Harbour" })
  }

  @Test("an index that exists is kept, and a document that is refused is counted with the reason")
  func refuses() throws {
    let folder = try TemporaryFolder(["a.txt": "The workshop was opened in Bandung."])
    let exists =
      #"{"error":{"root_cause":[{"type":"resource_already_exists_exception","reason":"it is there"}]},"status":400}"#
    let refused =
      #"{"errors":true,"items":[{"index":{"status":400,"error":{"type":"mapper_parsing_exception","reason":"no"}}}]}"#
    let server = try LoopbackServer { request in
      if request.method == "PUT" { return .init(400, exists) }
      if request.path.contains("_bulk") { return .init(200, refused) }
      if request.path.contains("_mget") { return .init(200, #"{"docs":[{"found":false}]}"#) }
      return .init()
    }
    let summary = try load(folder, into: server)
    #expect(summary.sent == 0 && summary.refused == 1)
    #expect(summary.reason == "mapper_parsing_exception: no")
  }
}
