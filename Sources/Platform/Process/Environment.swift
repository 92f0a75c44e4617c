import Glibc

/// The variables that a program was started with.
public struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// The variables of this process.
  public static let process = Environment { name in getenv(name).map { String(cString: $0) } }

  /// Fixed variables, for tests.
  public init(_ variables: [String: String]) { lookUp = { variables[$0] } }

  private init(lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

  /// The value of a variable; nil if it is not set.
  public subscript(name: String) -> String? { lookUp(name) }
}
