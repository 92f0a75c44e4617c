import Glibc
import JSON

/// The results for the questions of the fixture, as text in which a change of the ranking is a
/// change of lines.
struct RankingRecord {
  let lines: [String]

  private static let path = "\(RankingRun.fixtures)/ranking.txt"

  /// The command that renews the record if its changes are intended.
  static let renewal = "TANYA_RENEW_RANKING=1 swift test --filter RankingTests"

  private static let heading = """
    # What tanya eval makes of questions.jsonl over the built-in articles. A change here is a change
    # of ranking: look at every line of it, and if it is meant, renew this file with
    # \(renewal)

    """

  /// Creates a record from the output of `tanya eval --json`.
  init(of run: JSONValue) {
    var lines = Self.figures(run["figures"], of: "all")
    for (kind, figures) in (run["kinds"]?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
      lines += Self.figures(figures, of: kind)
    }
    lines += (run["questions"]?.array ?? []).map(Self.outcome)
    self.lines = lines
  }

  /// Reads the record of the fixture. It is empty if the file does not exist.
  init(reading: Void) {
    let text = FileBytes.text(Self.path) ?? ""
    lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  func write() {
    let text = Self.heading + lines.joined(separator: "\n") + "\n"
    FileBytes.write(text.utf8, to: Self.path)
  }

  /// Returns the lines that only this record has (`-`) and those that only `other` has (`+`), in
  /// order.
  func changes(to other: RankingRecord) -> [String] {
    other.lines.difference(from: lines).sorted { Self.place($0) < Self.place($1) }.map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }
  }

  private static func place(_ change: CollectionDifference<String>.Change) -> (Int, Int) {
    switch change {
    case .remove(let offset, _, _): (offset, 0)
    case .insert(let offset, _, _): (offset, 1)
    }
  }

  private static func figures(_ figures: JSONValue?, of kind: String) -> [String] {
    (figures?.object ?? [:]).sorted { $0.key < $1.key }
      .map { "\(kind): \($0.key) \($0.value.number ?? "")" }
  }

  private static func outcome(_ question: JSONValue) -> String {
    func rank(_ name: String) -> String {
      question[name].map { $0.integer.map { "\($0)" } ?? "–" } ?? ""
    }
    let parts = [
      question["id"]?.string ?? "", question["right"]?.bool == true ? "right" : "WRONG",
      question["verdict"]?.string ?? "", "document \(rank("document_rank"))",
      "snippet \(rank("snippet_rank"))", question["answer"]?.string.map { "“\($0)”" } ?? "no words",
    ]
    return parts.joined(separator: ", ")
  }
}
