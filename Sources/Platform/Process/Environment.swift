import Glibc

/// The environment variables of a program.
public struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// The variables of this process.
  public static let process = Environment { name in getenv(name).map { String(cString: $0) } }

  /// Creates an environment with fixed variables, for tests.
  public init(_ variables: [String: String]) { lookUp = { variables[$0] } }

  private init(lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

  /// The value of a variable, or nil if it is not set.
  public subscript(name: String) -> String? { lookUp(name) }
}
