import Library

extension Narrowing {
  /// The conditions as the shell's commands set them.
  var description: String {
    var parts: [String] = []
    if let documents { parts.append(":only \(documents.count)") }
    if !patterns.isEmpty {
      parts.append(":in " + patterns.map(\.text).joined(separator: " "))
    }
    if let since { parts.append(":since \(since.text)") }
    return VisibleText.line(parts.joined(separator: " "))
  }
}
