import Glibc

/// Finds helper programs: in the system's folders, then in those of `PATH` that are absolute. The
/// current folder, and with it what is indexed, is never looked into.
public enum HelperSearch {
  private static let folders = ["/usr/bin", "/usr/local/bin", "/bin"]

  /// Returns the absolute path of an executable, nil if there is none.
  ///
  /// - Parameter path: Stands in for the value of `PATH`.
  public static func find(_ command: String, path: String? = nil) -> String? {
    guard !command.isEmpty, !command.contains("/") else { return nil }
    let path = path ?? getenv("PATH").map { String(cString: $0) } ?? ""
    let more = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    return (folders + more).map { "\($0)/\(command)" }.first { isExecutable($0) }
  }

  private static func isExecutable(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
