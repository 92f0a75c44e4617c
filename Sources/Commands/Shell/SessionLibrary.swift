import Library
import Retrieval
import Synchronization

/// The library of a session, which completion uses and `:index` replaces.
final class SessionLibrary: Sendable {
  private let state: Mutex<(location: LibraryLocation, library: Library)>

  init(_ location: LibraryLocation) throws(CommandError) {
    let opened = try asking { () throws(IndexError) in try Library(location) }
    state = Mutex((location, opened))
  }

  /// Creates a session library from an open library, for tests.
  init(_ location: LibraryLocation, _ library: Library) {
    state = Mutex((location, library))
  }

  var current: Library { state.withLock { $0.library } }

  var location: LibraryLocation { state.withLock { $0.location } }

  /// Opens the library at a location, and replaces the current one with it.
  func move(to location: LibraryLocation) throws(CommandError) {
    let opened = try asking { () throws(IndexError) in try Library(location) }
    state.withLock { $0 = (location, opened) }
  }
}
