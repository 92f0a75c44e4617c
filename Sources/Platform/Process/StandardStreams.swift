import Glibc

/// The descriptors that a process is started with.
public enum StandardStreams {
  /// Takes the places of those that are closed, so that no file that is opened later gets the
  /// number of one, and what is meant for a person is written into it. Reading and writing the
  /// first two fails as it did before; what nobody hears on standard error is lost.
  public static func occupyClosed() {
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(descriptor, F_GETFD) < 0 {
      // The least free number is this one, since those below it are taken by now.
      _ = open("/dev/null", mode)
    }
  }
}
