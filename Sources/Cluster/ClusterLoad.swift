public import Corpus
import JSON
public import Platform
public import Retrieval

/// Sends documents to a cluster in bulk, and makes their index if it does not exist.
///
/// A document is known by its id and by the hash of its contents: what the index holds already is
/// not sent again. A run that was interrupted is therefore resumed by the same command, and one that
/// is repeated sends nothing.
public struct ClusterLoad: Sendable {
  /// The number of shards and of their copies in a new index; nil for the cluster's own choice.
  public var shards: Int?
  public var replicas: Int?
  private let connection: ClusterConnection

  /// The bytes, and the number of documents, that are sent in one request.
  private static let bulkBytes = 4 << 20
  private static let bulkDocuments = 500

  /// The work of a run.
  public struct Summary: Sendable, Equatable {
    /// The documents and parts of long ones that were sent.
    public var sent = 0
    /// Those that the index held already.
    public var unchanged = 0
    /// Those that the cluster refused, with its words for the first of them.
    public var refused = 0
    public var reason = ""
    /// The sources that were not read.
    public var skipped: [SkippedSource] = []
  }

  public init(
    _ settings: ClusterSettings, environment: Environment
  ) throws(SourceError) {
    connection = try ClusterConnection(settings, environment: environment)
  }

  /// Makes the index, unless it exists.
  public func prepare() throws(SourceError) {
    var writer = JSONWriter()
    ClusterSchema.write(shards: shards, replicas: replicas, to: &writer)
    do throws(SourceError) {
      _ = try connection.send(
        ClusterConnection.Request(
          method: "PUT", path: connection.settings.index, body: writer.bytes))
    } catch {
      guard case .status(400, let reason) = error.problem,
        reason.hasPrefix("resource_already_exists_exception")
      else { throw error }
    }
  }

  /// Sends the documents of files.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - cache: The cache of helper programs' output; nil to run them each time.
  ///   - isCancelled: A closure that is called between two requests. If it returns `true`, the run
  ///     ends.
  ///   - progress: A closure that gets the summary so far.
  /// - Throws: `SourceError` if the cluster cannot be reached. What was sent until then stays.
  public func load(
    _ files: [SourceFile], cache: ConversionCache?, isCancelled: () -> Bool,
    progress: (Summary) -> Void
  ) throws(SourceError) -> Summary {
    var summary = Summary()
    let reader = SourceReader(files, cache: cache)
    var pending: [LoadedDocument] = []
    var bytes = 0
    while let unit = reader.next(), !isCancelled() {
      let read = reader.documents(of: unit)
      summary.skipped += read.skipped
      for document in read.documents {
        for part in LoadedDocument.parts(of: document) {
          pending.append(part)
          bytes += part.source.count
          guard bytes >= Self.bulkBytes || pending.count >= Self.bulkDocuments else { continue }
          try send(pending, &summary)
          (pending, bytes) = ([], 0)
          progress(summary)
          if isCancelled() { return summary }
        }
      }
    }
    try send(pending, &summary)
    _ = try connection.send(
      ClusterConnection.Request(path: "\(connection.settings.index)/_refresh"))
    return summary
  }

  private func send(
    _ documents: [LoadedDocument], _ summary: inout Summary
  ) throws(SourceError) {
    guard !documents.isEmpty else { return }
    let hashes = try hashes(of: documents)
    let changed = zip(documents, hashes).filter { $0.hash != $1 }.map(\.0)
    summary.unchanged += documents.count - changed.count
    guard !changed.isEmpty else { return }
    var body: [UInt8] = []
    body.reserveCapacity(changed.reduce(0) { $0 + $1.source.count + 128 })
    for document in changed {
      var action = JSONWriter(capacity: 128)
      action.object { writer in
        writer.key("index")
        writer.object { $0.member("_id", document.id) }
      }
      action.newline()
      body += action.bytes
      body += document.source
      body.append(UInt8(ascii: "\n"))
    }
    let reply = try connection.send(
      ClusterConnection.Request(
        path: "\(connection.settings.index)/_bulk", body: body,
        contentType: "application/x-ndjson"))
    guard let items = reply["items"]?.array, items.count == changed.count else {
      throw connection.error(.unexpected("items"))
    }
    for item in items {
      guard let result = item["index"], let status = result["status"]?.integer else {
        throw connection.error(.unexpected("items"))
      }
      guard let problem = connection.problem(ofStatus: status, result) else {
        summary.sent += 1
        continue
      }
      // A full queue or disk concerns all documents; the same command resumes later.
      if problem == .busy { throw connection.error(.busy) }
      summary.refused += 1
      if summary.reason.isEmpty, case .status(_, let reason) = problem { summary.reason = reason }
    }
  }

  /// Returns the hash with which the index holds each document; nil for those that it does not hold.
  private func hashes(of documents: [LoadedDocument]) throws(SourceError) -> [String?] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("ids")
      writer.array(of: documents) { $0.string($1.id) }
    }
    let reply = try connection.send(
      ClusterConnection.Request(
        path: "\(connection.settings.index)/_mget?_source=\(ClusterSchema.hashField)",
        body: writer.bytes))
    guard let found = reply["docs"]?.array, found.count == documents.count else {
      throw connection.error(.unexpected("docs"))
    }
    return found.map { $0["_source"]?[ClusterSchema.hashField]?.string }
  }
}
