import Bytes
public import Corpus
import JSON
public import Model
public import Platform
public import Retrieval
import Synchronization

/// The documents of a cluster of Elasticsearch or OpenSearch.
///
/// A question takes two requests, which are sent together: a search for documents, and one for the
/// frequencies of its words. Several questions take the same two.
///
/// ```swift
/// let source = try ClusterSource(settings, environment: .process)
/// let library = Library(asking: source)
/// ```
public final class ClusterSource: PassageSource {
  let connection: ClusterConnection
  private let checked: CheckedFields
  /// The settings without the fields that the index lacks; nil until it was checked.
  private let known = Mutex<ClusterSettings?>(nil)

  /// - Parameters:
  ///   - settings: The cluster as the user's configuration describes it.
  ///   - environment: The environment variables of the process, which may hold the key.
  /// - Throws: `SourceError` if curl is not installed or if the key cannot be had.
  public init(
    _ settings: ClusterSettings, environment: Environment
  ) throws(SourceError) {
    connection = try ClusterConnection(settings, environment: environment)
    checked = CheckedFields(settings, environment: environment)
  }

  public var name: String { connection.settings.name }

  public var languages: [Language] { connection.settings.languages }

  /// Returns the settings without the fields that the index lacks. They are asked for once a day.
  private func settings() throws(SourceError) -> ClusterSettings {
    if let known = known.withLock({ $0 }) { return known }
    var fields = checked.read()
    if fields == nil {
      fields = try ClusterCheck(connection).fields
      checked.write(fields ?? [])
    }
    let settings = connection.settings.limited(to: fields ?? [])
    known.withLock { $0 = settings }
    return settings
  }

  /// Checks the version of the cluster, and the fields that its index has.
  public func check() throws(SourceError) -> ClusterCheck {
    let check = try ClusterCheck(connection)
    checked.write(check.fields)
    return check
  }

  /// Returns the number of documents in the index.
  public func count() throws(SourceError) -> Int {
    let reply = try connection.send(
      ClusterConnection.Request(method: "GET", path: "\(connection.settings.index)/_count"))
    guard let count = reply["count"]?.integer else { throw connection.error(.unexpected("count")) }
    return count
  }

  /// The parts of the responses that are read; engines leave out all others.
  private static let searchFilter =
    "filter_path=responses.hits.hits._index,responses.hits.hits._id,responses.hits.hits._source,"
    + "responses._shards,responses.timed_out,responses.status,responses.error"

  public func candidates(
    for questions: [SourceQuestion]
  ) throws(SourceError) -> [Result<SourceCandidates, SourceError>] {
    let settings = try settings()
    let alternatives = questions.map { QuestionAlternatives($0.query) }
    // Copies of a shard may differ for a moment; a question is answered by the same ones each time.
    let routings = questions.map { question in
      var hash = FNVHash()
      hash.combine(question.query.text.utf8)
      return String(hash.value, radix: 36)
    }
    var searches = JSONWriter(capacity: 1 << 12)
    for (place, question) in questions.enumerated() {
      searches.object {
        $0.member("preference", "tanya\(routings[place])")
        $0.member("search_type", "dfs_query_then_fetch")
      }
      searches.newline()
      SearchRequest(
        settings: settings, question: question, alternatives: alternatives[place]
      ).write(to: &searches)
      searches.newline()
    }
    let counts = zip(alternatives, routings).map { alternatives, routing in
      TermVectorsRequest(settings: settings, words: alternatives.words, routing: routing)
    }
    let replies = try connection.send([
      ClusterConnection.Request(
        path: "\(settings.index)/_msearch?\(Self.searchFilter)", body: searches.bytes,
        contentType: "application/x-ndjson"),
      request(counts),
    ])
    let found = try responses(in: replies[0], "responses", count: questions.count)
    var counted = try responses(in: replies[1], "docs", count: questions.count)
    try countElsewhere(counts, &counted)
    return questions.indices.map { place in
      Result { () throws(SourceError) in
        try candidates(
          found: found[place], counted: counted[place], by: counts[place], settings)
      }
    }
  }

  /// The number of further shards that are asked for counts, some of which may be the same.
  private static let otherShards = 8

  /// Asks other shards for the counts of the questions whose shard is lost: any of them knows about
  /// as much. The search tells whether documents are missing.
  private func countElsewhere(
    _ counts: [TermVectorsRequest], _ counted: inout [JSONValue]
  ) throws(SourceError) {
    let lost = counted.indices.filter {
      if case .unavailable = problem(in: counted[$0]) { true } else { false }
    }
    guard !lost.isEmpty else { return }
    let places = lost.flatMap { Array(repeating: $0, count: Self.otherShards) }
    let attempts = places.enumerated().map { number, place in
      var request = counts[place]
      request.routing += "-\(number % Self.otherShards)"
      return request
    }
    let reply = try connection.send([request(attempts)])[0]
    // If this fails, too, the first problem is the one to report.
    guard let responses = try? responses(in: reply, "docs", count: attempts.count) else { return }
    for (place, response) in zip(places, responses)
    where problem(in: counted[place]) != nil && problem(in: response) == nil {
      counted[place] = response
    }
  }

  /// Returns the request for the counts of several questions.
  private func request(_ counts: [TermVectorsRequest]) -> ClusterConnection.Request {
    var writer = JSONWriter(capacity: 1 << 12)
    writer.object { writer in
      writer.key("docs")
      writer.array(of: counts) { $1.write(to: &$0) }
    }
    return ClusterConnection.Request(
      path: "\(connection.settings.index)/_mtermvectors?\(TermVectorsRequest.filter)",
      body: writer.bytes)
  }

  /// Returns the responses to each question in that to several.
  private func responses(
    in reply: Result<JSONValue, SourceError>, _ member: String, count: Int
  ) throws(SourceError) -> [JSONValue] {
    guard let responses = try reply.get()[member]?.array, responses.count == count else {
      throw connection.error(.unexpected(member))
    }
    return responses
  }

  private func candidates(
    found: JSONValue, counted: JSONValue, by counts: TermVectorsRequest,
    _ settings: ClusterSettings
  ) throws(SourceError) -> SourceCandidates {
    if let problem = problem(in: found) ?? problem(in: counted) { throw connection.error(problem) }
    guard let shards = found["_shards"], let all = shards["total"]?.integer,
      let answered = shards["successful"]?.integer
    else { throw connection.error(.unexpected("_shards")) }
    guard answered > 0 || all == 0 else {
      throw connection.error(.unavailable("0 / \(all)"))
    }
    var candidates = SourceCandidates(documents: [], answeredParts: answered, allParts: all)
    candidates.isTimedOut = found["timed_out"]?.bool ?? false
    for hit in found["hits"]?["hits"]?.array ?? [] {
      guard let read = ClusterDocument(hit, settings), let document = read.document else {
        continue
      }
      candidates.documents.append(document)
      candidates.textFields.append(read.textField)
    }
    let frequencies = counts.counts(in: counted)
    candidates.words = counts.words
    candidates.titles = settings.titleField.flatMap { frequencies[$0] }
    candidates.texts = frequencies.filter { settings.textFields.contains($0.key) }
    guard !candidates.texts.isEmpty || candidates.documents.isEmpty else {
      throw connection.error(.unexpected("term_vectors"))
    }
    return candidates
  }

  public func documents(_ ids: [String]) throws(SourceError) -> [Document?] {
    guard !ids.isEmpty else { return [] }
    let settings = try settings()
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("docs")
      writer.array(of: ids) { writer, id in
        // The name of an index has no slash; an id may have several.
        let parts = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        writer.object { writer in
          writer.member("_index", parts.count > 1 ? String(parts[0]) : settings.index)
          writer.member("_id", String(parts.last ?? ""))
          writer.key("_source")
          writer.array(of: settings.storedFields) { $0.string($1) }
        }
      }
    }
    let reply = try connection.send(
      ClusterConnection.Request(path: "\(settings.index)/_mget", body: writer.bytes))
    guard let found = reply["docs"]?.array, found.count == ids.count else {
      throw connection.error(.unexpected("docs"))
    }
    var documents: [Document?] = []
    for document in found {
      if let problem = problem(in: document) { throw connection.error(problem) }
      let isThere = document["found"]?.bool ?? false
      documents.append(isThere ? ClusterDocument(document, settings)?.document : nil)
    }
    return documents
  }

  /// The errors of a shard that no node holds now, or whose node is gone. Only searches tell their
  /// status.
  private static let losses: Set<String> = [
    "no_shard_available_action_exception", "node_not_connected_exception",
    "node_disconnected_exception", "node_closed_exception", "connect_transport_exception",
    "receive_timeout_transport_exception", "illegal_index_shard_state_exception",
    "shard_not_found_exception",
  ]

  /// Returns the problem of one of several responses, which has a status of its own.
  private func problem(in response: JSONValue) -> SourceError.Problem? {
    guard let error = response["error"] else { return nil }
    let type = error["type"]?.string ?? ""
    if type == "index_not_found_exception" { return .noIndex(connection.settings.index) }
    let status = response["status"]?.integer ?? (Self.losses.contains(type) ? 503 : 500)
    return connection.problem(ofStatus: status, response) ?? .status(status, type)
  }
}
