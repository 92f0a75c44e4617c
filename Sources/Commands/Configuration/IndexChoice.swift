import Cluster
import Library
import Platform

/// The choice of an index and of the configuration on the command line.
struct IndexChoice: Sendable, Equatable {
  /// The folder given with `--index`.
  var folder: String?
  /// The names given with `--library`.
  var libraries: [String] = []
  /// The name given with `--cluster`.
  var cluster: String?
  /// A Boolean value that indicates whether messages are suppressed.
  var isQuiet = false
  /// A Boolean value that indicates whether `--no-config` is given.
  var ignoresConfiguration = false

  /// Reads the configuration.
  func configuration() throws(CommandError) -> Configuration {
    if ignoresConfiguration { return Configuration() }
    do throws(ConfigurationError) {
      return try Configuration(environment: .process, from: LibraryLocation.currentFolder)
    } catch {
      throw .configuration(error)
    }
  }

  /// Finds the index, and announces the built-in articles if there is none.
  func location(
    _ configuration: Configuration, announcing message: Phrase? = IndexMessage.builtInLibrary
  ) throws(CommandError) -> LibraryLocation {
    if let cluster { return .cluster(try configuration.cluster(named: cluster)) }
    if !libraries.isEmpty { return try configuration.location(of: libraries) }
    var location = LibraryLocation.find(
      option: folder, environment: .process, from: LibraryLocation.currentFolder)
    if location == .builtIn, case let names = configuration.texts(.library), !names.isEmpty {
      location = try configuration.location(of: names)
    }
    if location == .builtIn, !isQuiet, let message {
      Output.note(message)
    }
    if case .foreign(let folder) = location, !isQuiet {
      Output.note(IndexMessage.foreignIndex(folder: folder))
    }
    return location
  }

  /// Writes the notice about a missing dictionary if a question was translated without it and the
  /// notice has not been shown before.
  func noteMissingDictionary(of library: Library) {
    guard !isQuiet, let message = DictionaryNotice.take(from: library) else { return }
    Output.note(message)
  }
}

extension Configuration {
  /// Returns the library with a name.
  func library(named name: String) throws(CommandError) -> NamedLibrary {
    guard let library = libraries.first(where: { $0.name == name }) else {
      throw .unknownLibrary(name, known: libraries.map(\.name))
    }
    return library
  }

  /// Returns the cluster with a name.
  func cluster(named name: String) throws(CommandError) -> ClusterSettings {
    guard let cluster = clusters.first(where: { $0.settings.name == name }) else {
      throw .unknownCluster(name, known: clusters.map(\.settings.name))
    }
    return cluster.settings
  }

  /// Returns the location of the libraries with the given names, each of them once.
  func location(of names: [String]) throws(CommandError) -> LibraryLocation {
    var found: [NamedIndex] = []
    for name in names where !found.contains(where: { $0.name == name }) {
      let library = try library(named: name)
      guard LibraryLocation.holdsManifest(library.index) else {
        throw .libraryNotIndexed(name, folder: library.index)
      }
      found.append(NamedIndex(name: name, folder: library.index))
    }
    return .libraries(found)
  }
}
