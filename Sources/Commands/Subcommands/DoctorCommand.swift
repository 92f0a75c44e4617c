import ArgumentParser
import Library
import Model
import Platform
import TextAnalysis

/// `tanya doctor`: a checkup, with remedies.
struct DoctorCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check index, dictionaries, terminal, history and disk.",
    discussion: """
      Examples:
        tanya doctor
        tanya doctor --index /srv/wiki
        tanya doctor --json | jq '.findings[] | select(.state == "problem")'

      Nothing is changed. Each line reports whether something is fine, could be better (advice) \
      or does not work (a problem), and what to do about it.

      Exit status:
        0    there is no problem
        1    there is one
      """)

  @Flag(help: "Write JSON.") var json = false
  @OptionGroup var index: IndexOption

  func perform() throws(CommandError) -> Int32 {
    var checkup = Checkup(location: .builtIn, environment: .process)
    do throws(CommandError) {
      let configuration = try index.choice.configuration()
      checkup.location = try index.choice.location(configuration, announcing: nil)
    } catch {
      checkup.problem = error
      let choice = IndexChoice(folder: index.folder, isQuiet: true)
      checkup.location = try choice.location(Configuration(), announcing: nil)
    }
    let report = DoctorReport(findings: checkup.findings())
    var output = Output()
    if json {
      output.append(report.json)
    } else {
      output.append(report.text(Typesetter(forOutput: .auto), in: .spoken))
    }
    try output.flush()
    return report.isHealthy ? ExitStatus.cited : ExitStatus.nothingFound
  }
}
