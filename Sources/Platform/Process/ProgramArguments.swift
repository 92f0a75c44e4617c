import CStart

/// The arguments of this process. They are available even without `/proc` and without a free
/// descriptor.
public enum ProgramArguments {
  /// The arguments after the program's name. Malformed UTF-8 is repaired.
  public static var words: [String] {
    (1..<max(1, start_argument_count())).compactMap { index in
      start_argument(index).map { String(cString: $0) }
    }
  }
}
