import Cluster
import Corpus
import JSON
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
      let ids = (try? JSONValue(parsing: request.body))?["ids"]?.array?.compactMap(\.string) ?? []
      let docs = documents.withLock { documents in
        ids.map { id in
          documents[id].map { #"{"_id":"\#(id)","found":true,"_source":\#($0)}"# }
            ?? #"{"_id":"\#(id)","found":false}"#
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
    #expect(minutes["text_en"]?.string == "The workshop was opened in Bandung.")
    #expect(minutes["author"]?.string == "Dewi" && minutes["language"]?.string == "en")
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
