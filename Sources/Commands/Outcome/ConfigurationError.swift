import TOML

/// The reason why a configuration file is not used.
struct ConfigurationError: Error, Sendable, Equatable {
  enum Problem: Sendable, Equatable {
    case unreadable(code: Int32)
    case tooLarge(limit: Int)
    case syntax(TOMLError.Kind)
    /// No setting has the name; `known` are the settings of its table.
    case unknown(String, known: [String])
    case expected(String, Expectation)
    /// A project's file may not choose it.
    case notOfProject(String)
    case repeatedLibrary(String)
    case unknownFunction(String, keys: String)
  }

  /// What the value of a setting has to be.
  enum Expectation: Sendable, Equatable {
    case integer(ClosedRange<Int>)
    case boolean
    case oneOf([String])
    case language, text, names
    case absolutePath, absolutePaths
  }

  var path: String
  /// From 1; nil if the whole file is concerned.
  var line: Int?
  var problem: Problem
}
