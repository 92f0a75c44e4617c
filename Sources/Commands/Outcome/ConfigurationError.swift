import TOML

/// The reason why a configuration file is not used.
struct ConfigurationError: Error, Sendable, Equatable {
  enum Problem: Sendable, Equatable {
    case unreadable(code: Int32)
    case tooLarge(limit: Int)
    case syntax(TOMLError.Kind)
    /// No setting has that name; `known` are the settings of the same table.
    case unknown(String, known: [String])
    case expected(String, Expectation)
    /// The file of a project may not choose this setting.
    case notOfProject(String)
    case repeatedLibrary(String)
    case unknownFunction(String, keys: String)
  }

  /// The expected kind of value of a setting.
  enum Expectation: Sendable, Equatable {
    case integer(ClosedRange<Int>)
    case boolean
    case oneOf([String])
    case language, text, names
    case absolutePath, absolutePaths
    case address, indexName
  }

  var path: String
  /// The line, from 1; nil if the error concerns the whole file.
  var line: Int?
  var problem: Problem
}
