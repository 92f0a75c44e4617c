import ArgumentParser
import Cluster
import Corpus
import Library
import Platform
import Retrieval

/// `tanya cluster load|check NAME`: what concerns a whole cluster.
struct ClusterCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: "Load documents into a cluster, or check that it can be asked.",
    discussion: """
      Examples:
        tanya cluster check work
        tanya cluster load work ~/Documents
        tanya ask --cluster work "Who opened the workshop?"

      A cluster is Elasticsearch 7 or OpenSearch, or a later version, that [clusters.NAME] in your \
      configuration describes. load makes its index, unless it exists, and sends the documents of \
      files and folders as tanya index reads them; what the index holds already is not sent again, \
      so that an interrupted run is resumed by the same command. Nothing is removed. check tells \
      the cluster's version, and the fields and the number of documents of its index. Both open \
      network connections, to the address in your configuration only.
      """)

  enum Action: String, CaseIterable, ExpressibleByArgument { case load, check }

  @Argument(help: "load or check.") var action: Action
  @Argument(help: "The name of the cluster in your configuration.") var name: String
  @Argument(help: "Files and folders to load.", completion: .file()) var paths: [String] = []
  @Option(help: ArgumentHelp("Shards of a new index.", valueName: "count")) var shards: Int?
  @Option(help: ArgumentHelp("Copies of each shard of a new index.", valueName: "count"))
  var replicas: Int?
  @Flag(name: .shortAndLong, help: "Suppress messages; print only results.") var quiet = false

  func validate() throws {
    switch action {
    case .load: if paths.isEmpty { throw ValidationError("Name files or folders to load.") }
    case .check:
      if !paths.isEmpty { throw ValidationError("check takes only the name of a cluster.") }
    }
    if let shards, !(1...1024).contains(shards) {
      throw ValidationError("--shards must lie between 1 and 1024.")
    }
    if let replicas, !(0...64).contains(replicas) {
      throw ValidationError("--replicas must lie between 0 and 64.")
    }
  }

  func perform() throws(CommandError) -> Int32 {
    Interrupt.note(endingAfter: 1)
    let settings = try IndexChoice(isQuiet: quiet).configuration().cluster(named: name)
    switch action {
    case .check: return try check(settings)
    case .load: return try load(settings)
    }
  }

  private func check(_ settings: ClusterSettings) throws(CommandError) -> Int32 {
    let (check, count) = try reaching { () throws(SourceError) in
      let source = try ClusterSource(settings, environment: .process)
      return (try source.check(), try source.count())
    }
    var output = Output()
    output.append(ClusterMessage.check(check, count, settings).text(in: .spoken) + "\n")
    try output.flush()
    return ExitStatus.cited
  }

  private func load(_ settings: ClusterSettings) throws(CommandError) -> Int32 {
    let current = LibraryLocation.currentFolder
    let sources: SourceWalk.Sources
    do throws(FileError) {
      sources = try SourceWalk(paths: paths.map { LibraryLocation.absolute($0, from: current) })
        .sources()
    } catch {
      throw .file(error)
    }
    var summary = try reaching { () throws(SourceError) in
      var load = try ClusterLoad(settings, environment: .process)
      (load.shards, load.replicas) = (shards, replicas)
      try load.prepare()
      return try load.load(
        sources.files, cache: ConversionCache(environment: .process),
        isCancelled: { Interrupt.isRequested },
        progress: { if !quiet { Output.note(ClusterMessage.progress($0)) } })
    }
    if Interrupt.isRequested { throw .interrupted }
    summary.skipped += sources.skipped
    if !quiet { Output.note(ClusterMessage.summary(summary, settings)) }
    return summary.refused > 0 ? ExitStatus.failed : ExitStatus.cited
  }
}

/// Calls a closure and converts the error of a cluster that it throws.
private func reaching<Result>(
  _ body: () throws(SourceError) -> Result
) throws(CommandError) -> Result {
  do throws(SourceError) { return try body() } catch { throw .index(.source(error)) }
}
