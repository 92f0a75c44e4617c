import Answering
import Cluster
import Library
import Retrieval

/// Messages about a cluster as a whole.
enum ClusterMessage {
  static func check(_ check: ClusterCheck, _ count: Int, _ settings: ClusterSettings) -> Phrase {
    let version = check.version.isEmpty ? "–" : ErrorMessage.shown(check.version)
    let place = "\(settings.url) (\(version)), \(settings.index)"
    return Phrase(verbatim: "\(settings.name): \(place): ")
      + Quantity.count(count, .document)
      + Phrase(
        english: "; fields \(check.fields.joined(separator: ", "))",
        indonesian: "; kolom \(check.fields.joined(separator: ", "))")
  }

  static func progress(_ summary: ClusterLoad.Summary) -> Phrase {
    let count = Quantity.count(summary.sent + summary.unchanged, .document)
    return Phrase(
      english: "tanya: \(count.english) so far", indonesian: "tanya: sejauh ini \(count.indonesian)"
    )
  }

  static func summary(_ summary: ClusterLoad.Summary, _ settings: ClusterSettings) -> Phrase {
    let sent = Quantity.count(summary.sent, .document)
    let unchanged = Quantity.count(summary.unchanged, .document)
    var phrase = Phrase(
      english: "tanya: \(sent.english) sent to \(settings.name), \(unchanged.english) unchanged",
      indonesian: "tanya: \(sent.indonesian) dikirim ke \(settings.name), \(unchanged.indonesian)"
        + " tidak berubah")
    if summary.refused > 0 {
      let refused = Quantity.count(summary.refused, .document)
      let reason = ErrorMessage.shown(summary.reason)
      phrase =
        phrase
        + Phrase(
          english: "; \(refused.english) refused: \(reason)",
          indonesian: "; \(refused.indonesian) ditolak: \(reason)")
    }
    guard !summary.skipped.isEmpty else { return phrase }
    let lines = IndexMessage.skipped(summary.skipped).map { Phrase(verbatim: "\n  ") + $0 }
    return lines.reduce(phrase, +)
  }

  /// Returns the state of the citations of saved answers.
  static func verified(_ states: [SourceState: Int]) -> Phrase {
    let all = Quantity.count(
      states.values.reduce(0, +), .init("citation", indonesian: "kutipan"))
    func count(_ state: SourceState) -> Int { states[state] ?? 0 }
    return Phrase(
      english: "\(all.english) read again: \(count(.unchanged)) unchanged, \(count(.moved)) moved,"
        + " \(count(.changed)) changed, \(count(.gone)) gone",
      indonesian: "\(all.indonesian) dibaca ulang: \(count(.unchanged)) tetap, \(count(.moved))"
        + " berpindah, \(count(.changed)) berubah, \(count(.gone)) hilang")
  }

  static func state(_ state: SourceState, of document: String, line: Int) -> Phrase {
    let document = ErrorMessage.shown(document)
    let (english, indonesian) =
      switch state {
      case .unchanged: ("unchanged", "tetap")
      case .moved: ("the words are at another place now", "kata-katanya kini di tempat lain")
      case .changed: ("the words are no longer there", "kata-katanya tidak ada lagi")
      case .gone: ("the document is gone", "dokumennya hilang")
      }
    return Phrase(
      english: "line \(line): \(document): \(english)",
      indonesian: "baris \(line): \(document): \(indonesian)")
  }
}
