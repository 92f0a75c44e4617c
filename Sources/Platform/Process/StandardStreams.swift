import Glibc

/// The standard descriptors of the process.
public enum StandardStreams {
  /// Opens `/dev/null` for each standard descriptor that is closed, so that no file opened later
  /// gets its number: messages would otherwise be written to that file. Reading standard input and
  /// writing standard output still fail; what is written to standard error is lost.
  public static func occupyClosed() {
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(descriptor, F_GETFD) < 0 {
      // This is the lowest free descriptor, because those below it are open by now.
      _ = open("/dev/null", mode)
    }
  }
}
