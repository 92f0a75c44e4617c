/// Changes one setting in the text of a configuration file and leaves everything else as it is.
enum ConfigurationEdit {
  /// Returns the text with the setting changed.
  ///
  /// - Parameters:
  ///   - text: The text of a valid configuration file.
  ///   - key: The setting, whose value is on a single line, like all values that are saved.
  ///   - value: The value in TOML; nil to remove the setting.
  static func text(_ text: String, setting key: ConfigurationKey, to value: String?) -> String {
    let path = key.rawValue.split(separator: ".")
    let (table, name) = (path[0], path[1])
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let header = lines.firstIndex { Self.isHeader($0, of: table) }
    let end = header.map { start in
      lines[(start + 1)...].firstIndex { $0.trimmed.hasPrefix("[") } ?? lines.endIndex
    }
    let known = header.flatMap { start in
      lines[start..<(end ?? start)].firstIndex { Self.isSetting($0, named: name) }
    }
    switch (known, header, value) {
    case (let known?, _, let value?): lines[known] = "\(name) = \(value)"
    case (let known?, _, nil): lines.remove(at: known)
    case (nil, _, nil): break
    case (nil, let header?, let value?): lines.insert("\(name) = \(value)", at: header + 1)
    case (nil, nil, let value?):
      if !lines.isEmpty { lines.append("") }
      lines += ["[\(table)]", "\(name) = \(value)"]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func isHeader(_ line: String, of table: Substring) -> Bool {
    let code = line.prefix { $0 != "#" }.filter { $0 != " " && $0 != "\t" && $0 != "\r" }
    return code == "[\(table)]"
  }

  private static func isSetting(_ line: String, named name: Substring) -> Bool {
    let start = line.prefix { $0 != "=" }
    return start.count < line.count && String(start).trimmed == name
  }

  /// Returns a text as a basic string of TOML.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
