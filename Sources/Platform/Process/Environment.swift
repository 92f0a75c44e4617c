import Glibc

/// The environment variables of a program.
public struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// The variables that this process was started with.
  public static let process = Environment { name in getenv(name).map { String(cString: $0) } }

  /// An environment that consists of `variables`, for tests.
  public init(_ variables: [String: String]) { lookUp = { variables[$0] } }

  private init(lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

  public subscript(name: String) -> String? { lookUp(name) }
}
