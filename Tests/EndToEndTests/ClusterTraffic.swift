import JSON
import TestSupport

/// A server that replays the traffic with a real cluster, which `.ci/cluster PROGRAM --record` wrote
/// down, for one state of the cluster.
///
/// A request that was not recorded word for word gets an error, so that a test fails if the program
/// asks what no real cluster was asked.
final class ClusterTraffic: Sendable {
  /// The state of the cluster at the time of recording.
  enum State: String {
    /// The index does not exist yet.
    case empty
    case whole
    /// A node is killed, and with it a shard of the index.
    case partial = "one node lost"
    /// One node is left, with one shard of three and no master.
    case remnant = "two nodes lost"
  }

  let server: LoopbackServer
  /// A home folder whose configuration describes the cluster as `minutes`.
  let home: TemporaryFolder

  /// A change of a response, or nil to leave it as it is.
  typealias Change = @Sendable (LoopbackServer.Request) -> LoopbackServer.Response?

  private struct Key: Hashable {
    var method: String
    var path: String
    var body: String
  }

  /// - Parameters:
  ///   - state: The state of the cluster.
  ///   - change: A closure that returns another response to a request; nil for the recorded one.
  init(_ state: State, change: @escaping Change = { _ in nil }) throws {
    let replies = try Self.replies(state)
    server = try LoopbackServer { request in
      let key = Key(method: request.method, path: request.path, body: request.body)
      return change(request) ?? replies[key]
        ?? .init(501, #"{"error":"not recorded: \#(request.method) \#(request.path)"}"#)
    }
    // A question in the language of the documents is sent as it is, without translations that depend
    // on the dictionaries of a machine.
    let url = server.url
    let clusters = [
      ("minutes", "minutes", "en"), ("risalah", "minutes", "id"), ("missing", "missing", "en"),
    ]
    let tables = clusters.map { name, index, language in
      """
      [clusters.\(name)]
      url = "\(url)"
      index = "\(index)"
      languages = ["\(language)"]
      timeout = 20000

      """
    }
    home = try TemporaryFolder([".config/tanya/config.toml": tables.joined(separator: "\n")])
  }

  /// Reads the recorded replies. An error is replayed as it was sent, with its status.
  private static func replies(_ state: State) throws -> [Key: LoopbackServer.Response] {
    var replies: [Key: LoopbackServer.Response] = [:]
    let file = FileBytes.text(RankingRun.fixtures + "/cluster.jsonl") ?? ""
    for line in file.split(separator: "\n") {
      let entry = try JSONValue(parsing: String(line))
      guard entry["state"]?.string == state.rawValue, let method = entry["method"]?.string,
        let path = entry["path"]?.string, let body = entry["body"]?.string,
        let status = entry["status"]?.integer, let reply = entry["reply"]?.string
      else { continue }
      replies[Key(method: method, path: path, body: body)] = .init(status, reply)
    }
    return replies
  }

  /// Runs the program with the home folder of the cluster's configuration, and a cache of its own.
  func run(
    _ arguments: String..., input: String = ""
  ) throws -> RunningProgram.Result {
    try RunningProgram.run(
      arguments, input: input, in: home, environment: ["XDG_CACHE_HOME": home.path + "/.cache"])
  }
}
