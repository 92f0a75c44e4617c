import Corpus
import Glibc
import Library
import LineEditing
import Platform
import Retrieval
import SegmentFormat

/// Checks everything that tanya needs or could use, without changing anything.
struct Checkup {
  var location: LibraryLocation
  let environment: Environment
  /// The reason why the configuration is not used, or names no library; nil if it is used.
  var problem: CommandError?

  func findings() -> [Finding] {
    var findings = [Finding(.version, .fine, DoctorMessage.version(format: Manifest.version))]
    if let problem {
      findings.append(Finding(.configuration, .problem, ErrorMessage.phrase(problem)))
    }
    var library: Library?
    do throws(IndexError) {
      let opened = try Library(location)
      library = opened
      findings += try look(at: opened.status())
    } catch {
      findings.append(Finding(.index, .problem, ErrorMessage.phrase(error)))
    }
    findings += helpers()
    findings += look(at: library?.dictionaries ?? Library.dictionaries(ofIndexIn: nil))
    findings += terminal()
    findings.append(history())
    if let disk = disk() { findings.append(disk) }
    return findings
  }

  // MARK: Helper programs

  private func helpers() -> [Finding] {
    let found = SourceFormat.allCases.compactMap { format -> Finding? in
      guard let helper = format.row.helper else { return nil }
      let path = HelperProgram.path(of: helper.command)
      return Finding(
        .helpers, path == nil ? .advice : .fine,
        DoctorMessage.helper(helper, reads: format.row.name, at: path),
        remedy: path == nil ? DoctorMessage.install(helper) : nil)
    }
    let curl = HelperProgram.path(of: "curl")
    let clusters = Finding(
      .helpers, curl == nil ? .advice : .fine, DoctorMessage.curl(at: curl),
      remedy: curl == nil ? DoctorMessage.installCurl : nil)
    let cage = HelperCage.current
    let isWhole = cage.closesFiles && cage.closesNetwork
    let caged = Finding(.helpers, isWhole ? .fine : .advice, DoctorMessage.cage(cage))
    return found + [clusters, caged]
  }

  // MARK: The terminal

  private func terminal() -> [Finding] {
    let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
    let isColored = ColorChoice.auto.isColored(onTerminal: isTerminal, environment: environment)
    let width = Terminal.textWidth(STDOUT_FILENO, environment: environment)
    return [
      Finding(
        .terminal, .fine,
        DoctorMessage.terminal(isTerminal: isTerminal, isColored: isColored, width: width)),
      encoding,
    ]
  }

  /// A finding about the encoding in the locale's name (after the point), which the C library uses.
  private var encoding: Finding {
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let encoding = (locale ?? "C").split(separator: ".").dropFirst().first?.prefix { $0 != "@" }
    let letters = encoding?.lowercased().filter { $0 != "-" }
    return letters == "utf8"
      ? Finding(.terminal, .fine, DoctorMessage.encoding(locale ?? ""))
      : Finding(
        .terminal, .advice, DoctorMessage.otherEncoding(locale),
        remedy: DoctorMessage.setLocale)
  }

  // MARK: Files

  private func history() -> Finding {
    guard let path = HistoryFile(environment: { environment[$0] })?.path else {
      return Finding(.history, .fine, DoctorMessage.noHistory)
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      let folder = Self.existingFolder(above: path)
      return access(folder, W_OK) == 0
        ? Finding(.history, .fine, DoctorMessage.historyToCome(path))
        : Finding(.history, .problem, DoctorMessage.unwritableHistory(path, code: errno))
    }
    guard access(path, R_OK | W_OK) == 0 else {
      return Finding(.history, .problem, DoctorMessage.unwritableHistory(path, code: errno))
    }
    guard status.st_mode & 0o077 == 0 else {
      return Finding(
        .history, .problem, DoctorMessage.openHistory(path), remedy: DoctorMessage.close(path))
    }
    return Finding(.history, .fine, DoctorMessage.history(path, bytes: Int(status.st_size)))
  }

  /// Returns a finding about the free space at the place of the index.
  private func disk() -> Finding? {
    let path =
      switch location {
      case .folder(let folder), .foreign(let folder):
        LibraryLocation.absolute(folder, from: LibraryLocation.currentFolder)
      case .libraries(let indexes): indexes[0].folder
      case .cluster, .builtIn: LibraryLocation.currentFolder
      }
    let folder = Self.existingFolder(above: path + "/")
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    let free = Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    let fact = DoctorMessage.disk(free: free, folder: folder)
    return free < Self.littleRoom
      ? Finding(.disk, .problem, fact, remedy: DoctorMessage.makeRoom) : Finding(.disk, .fine, fact)
  }

  /// The free space, in bytes, below which the finding is a problem. A new index is written beside
  /// the old one.
  private static let littleRoom = 50_000_000

  private static func existingFolder(above path: String) -> String {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      var status = stat()
      if stat(folder.isEmpty ? "/" : String(folder), &status) == 0 { break }
    }
    return folder.isEmpty ? "/" : String(folder)
  }
}
