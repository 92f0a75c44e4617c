/// The settings of a file in a strict subset of TOML 1.0, in the order of the file.
///
/// Read are comments, tables, bare and quoted keys, basic and literal strings on one line, decimal
/// integers, Booleans, and arrays, which may go over several lines. What else TOML has (dates,
/// fractions, inline tables, arrays of tables, strings of several lines) is an error that says so:
/// no file is read in part.
public struct TOMLDocument: Sendable, Equatable {
  public indirect enum Value: Sendable, Equatable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([Value])
  }

  /// A key with its value.
  public struct Setting: Sendable, Equatable {
    /// The names of its tables and its own: `libraries`, `work`, `index`.
    public var path: [String]
    public var value: Value
    /// From 1.
    public var line: Int
  }

  public private(set) var settings: [Setting] = []

  /// - Complexity: O(*n* · *s*) for *n* bytes with *s* settings.
  public init(parsing bytes: [UInt8]) throws(TOMLError) {
    var scanner = try TOMLScanner(bytes)
    var table: [String] = []
    var tables: [[String]] = []
    while let line = try scanner.nextStatement() {
      switch try scanner.statement() {
      case .table(let path):
        guard !tables.contains(path) else {
          throw TOMLError(.repeated(path.joined(separator: ".")), line: line)
        }
        tables.append(path)
        table = path
      case .setting(let key, let value):
        let path = table + [key]
        guard
          !settings.contains(where: { $0.path.starts(with: path) || path.starts(with: $0.path) })
        else { throw TOMLError(.repeated(path.joined(separator: ".")), line: line) }
        settings.append(Setting(path: path, value: value, line: line))
      }
    }
  }
}

/// The reason why a file is not of the subset, and the line that shows it.
public struct TOMLError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case notUTF8
    /// A control character stands in the line.
    case controlCharacter
    case expectedKey, expectedEquals, expectedValue
    /// The bracket behind a table's name or an array's values.
    case expectedBracket
    /// Something follows the value or the table's name.
    case expectedLineEnd
    case unclosedString
    case unknownEscape
    /// An integer has a leading zero, or more than 64 bits.
    case badInteger
    /// A key or a table is given a second time.
    case repeated(String)
    /// TOML has it, the subset does not.
    case unsupported(Feature)
    case nestedTooDeeply
  }

  public enum Feature: Sendable, Equatable {
    case date, fraction, inlineTable, arrayOfTables, longString, dottedKey
  }

  public var kind: Kind
  /// From 1.
  public var line: Int

  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
