import Corpus
import Glibc
import Indexing
public import Platform
public import Retrieval
import SegmentFormat

/// Taking up few changes of sources before a question.
extension Library {
  /// The outcome of a comparison of the index with its sources.
  public enum Refreshment: Sendable {
    /// The index is not looked after: it is not this user's own, cannot be written, or has more
    /// sources than can be compared before a question.
    case notLooked
    case current
    /// The changes were taken up: the index has a new state.
    case takenUp(SourceChanges)
    /// The changes are more than fit before a question, or another program is writing the index.
    case pending(SourceChanges)
  }

  /// The milliseconds that taking up changes may last, unless another number is given.
  public static let refreshPatience = 100
  /// The number of sources that are compared: a tenth of a second where the system knows the files.
  private static let mostSources = 20_000
  /// The number and the bytes of files that are read.
  private static let mostFiles = 20
  private static let mostBytes = 512 << 10

  /// Looks for changes of the library's sources, and takes them up if that is a matter of a tenth of a
  /// second, without a helper program: few and small files. Otherwise the index stays as it is.
  ///
  /// Readers of the library keep the state that it was opened with.
  ///
  /// - Parameters:
  ///   - environment: The variables of the process, which tell whose the index is.
  ///   - patience: The milliseconds that taking up changes may last.
  public func refresh(
    environment: Environment, patience: Int = refreshPatience
  ) throws(IndexError) -> Refreshment {
    guard !isForeign, let folder = location.folder,
      case let path = LibraryLocation.absolute(folder, from: LibraryLocation.currentFolder),
      OwnIndexes(environment: environment).contains(path), access(path, W_OK) == 0,
      let catalog = try index.catalog(), catalog.sources.count <= Self.mostSources
    else { return .notLooked }
    let start = ContinuousClock.now
    let changes = SourceChanges(since: catalog, indexFolder: path)
    guard !changes.isEmpty else { return .current }
    guard Self.isLittle(changes, catalog) else { return .pending(changes) }
    do throws(IndexingError) {
      let summary = try updateIndex(
        IndexRequest(folder: path, threads: 1),
        isCancelled: { Interrupt.isRequested || start.duration(to: .now) > .milliseconds(patience) }
      )
      return summary.isUnchanged ? .current : .takenUp(changes)
    } catch {
      // The index is as it was, and whoever brings it up to date will say what is wrong.
      return .pending(changes)
    }
  }

  private static func isLittle(_ changes: SourceChanges, _ catalog: Catalog) -> Bool {
    guard changes.added.count + changes.changed.count <= mostFiles,
      changes.removed.count <= 10 * mostFiles, changes.bytes <= mostBytes, !changes.needsHelper
    else { return false }
    // Files that lacked a helper program are read as soon as it is there.
    let lacksHelper = catalog.skipped.contains {
      if case .helperMissing? = SkippedSource($0)?.reason { true } else { false }
    }
    // If a disk is not mounted, all of its files seem to be gone.
    let isThere = catalog.roots.allSatisfy { access($0, F_OK) == 0 }
    return isThere && !lacksHelper
  }
}
