import CStart

/// The words that this process was started with, also without `/proc` and without a free descriptor.
public enum ProgramArguments {
  /// The arguments behind the program's name. Malformed UTF-8 is repaired.
  public static var words: [String] {
    (1..<max(1, start_argument_count())).compactMap { index in
      start_argument(index).map { String(cString: $0) }
    }
  }
}
