import Glibc

/// The words that this process was started with.
///
/// The standard library reads them from `/proc/self/cmdline`, and has none if there is no `/proc` or
/// no free descriptor: a command would then be taken for the shell. Here they are what the C library
/// hands to `main` and to each initializer of the program.
public enum ProgramArguments {
  /// The arguments behind the program's name. Malformed UTF-8 is repaired.
  public static var words: [String] {
    guard let vector = startVector else { return [] }
    return (1..<max(1, Int(startCount))).compactMap { index in
      vector[index].map { String(cString: $0) }
    }
  }
}

private typealias Initializer =
  @convention(c) (
    Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  ) -> Void

// Unsafe: written once, before `main`.
nonisolated(unsafe) private var startCount: Int32 = 0
nonisolated(unsafe) private var startVector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

@section(".init_array") @used
private let keepArguments: Initializer = { count, vector, _ in
  startCount = count
  startVector = vector
}
