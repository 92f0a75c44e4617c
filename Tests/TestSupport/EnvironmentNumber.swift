import Glibc

/// The number that a variable of the environment has; nil where there is none.
public func environmentNumber(_ variable: String) -> Int? {
  getenv(variable).flatMap { Int(String(cString: $0)) }
}
