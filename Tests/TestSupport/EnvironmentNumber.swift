import Glibc

/// Returns the value of an environment variable, or nil if it is not set to a number.
public func environmentNumber(_ variable: String) -> Int? {
  getenv(variable).flatMap { Int(String(cString: $0)) }
}
