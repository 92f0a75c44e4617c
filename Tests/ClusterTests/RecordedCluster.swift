import Cluster
import JSON
import Platform
import Retrieval
import Synchronization
import TestSupport

/// A server that answers like a cluster with a few documents.
///
/// The forms of the responses are those of Elasticsearch 7; what a test changes is one response.
final class RecordedCluster: Sendable {
  let server: LoopbackServer
  private let cache: TemporaryFolder

  /// A change of a response, or nil to leave it as it is.
  typealias Change = @Sendable (LoopbackServer.Request) -> LoopbackServer.Response?

  static let fields = [
    "text", "title", "author", "date", "url", "language", "tags", "path",
  ]

  init(_ change: @escaping Change = { _ in nil }) throws {
    cache = try TemporaryFolder()
    server = try LoopbackServer { request in
      if let response = change(request) { return response }
      return .init(200, Self.body(for: request))
    }
  }

  private static func body(for request: LoopbackServer.Request) -> String {
    let name = request.path.split(separator: "?").first.map(String.init) ?? "/"
    switch name {
    case "/": return version("7.17.9")
    case "/docs/_field_caps":
      let known = fields.map { #""\#($0)":{"text":{"type":"text","searchable":true}}"# }
      return #"{"indices":["docs"],"fields":{\#(known.joined(separator: ","))}}"#
    case "/docs/_msearch":
      let count = request.body.split(separator: "\n").count / 2
      let responses = Array(repeating: search(), count: count).joined(separator: ",")
      return #"{"took":3,"responses":[\#(responses)]}"#
    case "/docs/_mtermvectors":
      let docs = (try? JSONValue(parsing: request.body))?["docs"]?.array ?? []
      let vectors = docs.map { vector($0["doc"]?["text"]?.string ?? "") }
      return #"{"docs":[\#(vectors.joined(separator: ","))]}"#
    case "/docs/_count": return #"{"count":1000000,"_shards":{"total":3,"successful":3}}"#
    case "/docs/_mget":
      let docs = (try? JSONValue(parsing: request.body))?["docs"]?.array ?? []
      let found = docs.map { document in
        let id = document["_id"]?.string ?? ""
        return hits.first { $0.contains(#""_id":"\#(id)""#) }
          .map { $0.dropLast() + #","found":true}"# }
          ?? #"{"_index":"docs","_id":"\#(id)","found":false}"#
      }
      return #"{"docs":[\#(found.joined(separator: ","))]}"#
    default: return #"{"acknowledged":true}"#
    }
  }

  static func version(_ number: String, distribution: String? = nil) -> String {
    let more = distribution.map { #","distribution":"\#($0)""# } ?? ""
    return #"{"name":"node-1","cluster_name":"c","version":{"number":"\#(number)"\#(more)}}"#
  }

  static let workshop =
    "The workshop in Bandung was opened by Dewi Lestari in March. Forty people came."
  private static let hits = [
    #"""
    {"_index":"docs","_type":"_doc","_id":"minutes/42","_score":7.1,"_source":{"title":"Minutes of \#
    the workshop","text":"\#(workshop)","author":"Putri","date":"2026-03-14","url":\#
    "https://wiki.example.org/42"}}
    """#,
    #"""
    {"_index":"docs","_type":"_doc","_id":"minutes/43","_score":3.2,"_source":{"title":"Budget",\#
    "text":"The budget for workshops was raised by two million.","date":"2025"}}
    """#,
  ]

  /// A response to one search.
  static func search(
    successful: Int = 3, total: Int = 3, hits: [String] = hits, timedOut: Bool = false
  ) -> String {
    #"{"took":2,"timed_out":\#(timedOut),"_shards":{"total":\#(total),"successful":\#(successful),"#
      + #""skipped":0,"failed":\#(total - successful)},"hits":{"max_score":7.1,"hits":["#
      + hits.joined(separator: ",") + #"]},"status":200}"#
  }

  /// The counts of some words, one a line, in an index of a million documents.
  private static func vector(_ text: String) -> String {
    let frequencies = ["workshop": 900, "bandung": 4_000, "opened": 30_000, "open": 30_000]
    var terms: [String] = []
    var offset = 0
    for word in text.split(separator: "\n") {
      let end = offset + word.utf16.count
      let frequency = frequencies[String(word)].map { #""doc_freq":\#($0),"ttf":\#($0),"# } ?? ""
      terms.append(
        #""\#(word)":{\#(frequency)"term_freq":1,"tokens":[{"start_offset":\#(offset),"#
          + #""end_offset":\#(end)}]}"#)
      offset = end + 1
    }
    return #"{"_index":"docs","_version":0,"found":true,"took":1,"term_vectors":{"text":{"#
      + #""field_statistics":{"sum_doc_freq":60000000,"doc_count":1000000,"sum_ttf":90000000},"#
      + #""terms":{\#(terms.joined(separator: ","))}}}}"#
  }

  /// The settings of the cluster.
  var settings: ClusterSettings {
    var settings = ClusterSettings(name: "work")
    settings.url = server.url
    settings.index = "docs"
    settings.milliseconds = 2_000
    return settings
  }

  /// The environment of a process that asks it.
  func environment(_ more: [String: String] = [:]) -> Environment {
    Environment(["XDG_CACHE_HOME": cache.path].merging(more) { $1 })
  }

  func source(
    _ change: (inout ClusterSettings) -> Void = { _ in }
  ) throws -> ClusterSource {
    var settings = settings
    change(&settings)
    return try ClusterSource(settings, environment: environment())
  }
}
