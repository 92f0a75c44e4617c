import ArgumentParser
import Indexing
import Library
import Platform
import TextAnalysis

/// `tanya index [PATH…]`: builds or updates the index.
struct IndexCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Build the index, or update it.",
    discussion: """
      Examples:
        tanya index ~/Documents                  (makes ./index/, or adds to yours)
        tanya index                              (picks up changes)
        tanya index --remove ~/Documents/old
        tanya index --watch                      (goes on, and follows every change)
        tanya index --index /srv/wiki corpus.jsonl.gz

      Takes files, folders, and collections (.jsonl, .jsonl.gz of {"_id", "title", "text"}). Text, \
      Markdown and HTML may be compressed with gzip. Everything that was indexed before is kept; \
      without a path, all indexed paths are updated. A file whose content has not changed is not \
      read again. Hidden files, and those ignored by .gitignore, .ignore or .tanyaignore, are left \
      out.
      """)

  @Argument(help: "Files and folders to add or refresh.", completion: .file()) var paths: [String] =
    []
  @Option(
    name: .customLong("remove"), parsing: .singleValue,
    help: ArgumentHelp("Forget this source; may be repeated.", valueName: "path"),
    completion: .file())
  var removed: [String] = []
  @Flag(help: "Read everything again, changed or not.") var rebuild = false
  @Option(help: ArgumentHelp("Threads (default: one per processor).", valueName: "count"))
  var threads: Int?
  @Option(
    help: ArgumentHelp(
      "Approximate memory; a larger index is written in pieces that are merged at the end.",
      valueName: "size"))
  var memory = MemorySize(bytes: IndexRequest.defaultMemory)
  @Flag(
    help: ArgumentHelp(
      "Go on: follow the indexed folders, and take up changes until Ctrl-C or SIGTERM."))
  var watch = false
  @Flag(help: "Write the summary as JSON to standard output.") var json = false
  @OptionGroup var index: IndexOption

  /// The minimum value of `--memory`, in bytes. With less, nearly every source would become a
  /// separate part of the index.
  private static let leastMemory = 64 << 20

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must lie between 1 and 1024.")
    }
    if memory.bytes < IndexCommand.leastMemory {
      throw ValidationError("--memory must be at least \(IndexCommand.leastMemory >> 20)M.")
    }
  }

  func perform() throws(CommandError) -> Int32 {
    if !watch { Interrupt.note(endingAfter: 1) }
    let current = LibraryLocation.currentFolder
    let (folder, sources) = try target(in: current)
    let request = IndexRequest(
      folder: folder,
      adding: sources + paths.map { LibraryLocation.absolute($0, from: current) },
      removing: removed.map { LibraryLocation.absolute($0, from: current) }, rebuilds: rebuild,
      threads: threads ?? processorCount, memory: memory.bytes)
    if watch { return try WatchRun(request: request, json: json, isQuiet: index.quiet).run() }
    let summary = try IndexRun.run(request, quiet: index.quiet)
    if json {
      var output = Output()
      output.append(StatusJSON.bytes(summary, folder: folder))
      try output.flush()
    } else if !index.quiet {
      Output.note(IndexMessage.summary(summary, folder: folder))
    }
    return ExitStatus.cited
  }

  /// Returns the folder of the index, and the sources that the configuration adds.
  private func target(in current: String) throws(CommandError) -> (String, sources: [String]) {
    guard index.libraries.count < 2 else { throw .severalLibraries(index.libraries) }
    if index.cluster != nil { throw .notOfCluster }
    if let name = index.libraries.first {
      let library = try index.choice.configuration().library(named: name)
      return (library.index, library.sources)
    }
    // An index of the configuration is updated only by its name.
    let choice = IndexChoice(folder: index.folder, isQuiet: true)
    return switch try choice.location(Configuration(), announcing: nil) {
    case .folder(let folder): (LibraryLocation.absolute(folder, from: current), [])
    case .foreign(let folder): throw .foreignIndex(folder: folder)
    case .builtIn, .libraries, .cluster: (LibraryLocation.new(in: current), [])
    }
  }
}
