import JSON
import Model
import TextAnalysis

/// The findings of a checkup, for people and for scripts.
struct DoctorReport {
  let findings: [Finding]

  var isHealthy: Bool { findings.allSatisfy { $0.state != .problem } }

  /// Returns a line for each finding (state, area, fact), followed by its remedy if it has one, and
  /// a summary at the end.
  func text(_ typesetter: Typesetter, in language: Language) -> String {
    let states = Finding.State.allCases.map { DoctorMessage.name($0).text(in: language) }
    let areas = Finding.Area.allCases.map { DoctorMessage.name($0).text(in: language) }
    let columns = [states, areas].map { names in
      (names.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + 2
    }
    let lines = findings.map { finding in
      let margin = [DoctorMessage.name(finding.state), DoctorMessage.name(finding.area)]
        .enumerated().map { Self.padded($1.text(in: language), to: columns[$0]) }.joined()
      let indent = columns.reduce(0, +)
      let fact = finding.fact.disarmed.text(in: language)
      var text = typesetter.lines([StyledText(fact)], first: margin, indent: indent)
      if let remedy = finding.remedy?.disarmed.text(in: language) {
        let arrow = String(repeating: " ", count: indent) + "→ "
        text += typesetter.lines([StyledText(remedy, .title)], first: arrow, indent: indent + 2)
      }
      return text
    }
    return lines.joined() + DoctorMessage.summary(findings).text(in: language) + "\n"
  }

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", AnswerJSON.reportVersion)
      writer.member("healthy", isHealthy)
      writer.key("findings")
      writer.array(of: findings) { writer, finding in
        writer.object { writer in
          writer.member("area", finding.area.rawValue)
          writer.member("state", finding.state.rawValue)
          writer.member("fact", finding.fact.english)
          writer.member("remedy", finding.remedy?.english)
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text)))
  }
}
