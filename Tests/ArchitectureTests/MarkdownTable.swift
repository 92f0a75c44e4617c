/// The tables of the project's documents, which the architecture is compared with.
enum MarkdownTable {
  /// The rows of the first table below a heading: the cells of each, without surrounding spaces.
  static func rows(under heading: String, of page: String) -> [[String]] {
    let page = (try? Repository.contents(of: page)) ?? ""
    return page.split(separator: "\n")
      .drop { $0 != heading }
      .drop { !$0.hasPrefix("|---") }
      .dropFirst()
      .prefix { $0.hasPrefix("|") }
      .map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { $0.trimmed }
      }
  }
}

extension StringProtocol {
  /// The parts between commas; none of an empty text.
  var listed: [String] { split(separator: ",").map { $0.trimmed } }

  /// The text without spaces at either end.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
