import Glibc

/// Properties of the terminal to which a file descriptor refers.
public enum Terminal {
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Returns the number of columns for text: that of the window, but at most 100, because longer
  /// lines are hard to read. Without a window, it is the value of `COLUMNS`, limited to 20…1,000,
  /// or 80.
  public static func textWidth(_ descriptor: Int32, environment: Environment) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(Int(size.ws_col), 100)
    }
    return environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 20), 1000) } ?? 80
  }

  /// Returns the number of rows of the window, or nil if there is no window.
  public static func rows(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }
}
