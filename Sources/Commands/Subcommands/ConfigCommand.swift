import ArgumentParser
import Library
import Platform

/// `tanya config`: the settings in effect.
struct ConfigCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show the settings in force, and where each comes from.",
    discussion: """
      Examples:
        tanya config
        tanya config --json | jq .libraries

      Settings come from your file, ~/.config/tanya/config.toml, and what it leaves open from \
      .tanya.toml in this folder or the nearest one above. The latter may choose defaults.top, \
      defaults.language, defaults.format and shell.width only. Options of the command line \
      precede both. In your file:

        [defaults]
        top = 5
        library = "work"

        [shell]
        pager = "less -R"
        editing = "vi"

        [keys]
        '\\C-t' = "menu-complete"

        [colors]
        answer = "bold bright-green"

        [libraries.work]
        sources = ["~/minutes", "~/reports"]

      tanya index --library work then builds that library, and tanya --library work asks it.
      """)

  @Flag(help: "Write JSON.") var json = false
  @Flag(help: "Read no configuration file.") var noConfig = false

  func perform() throws(CommandError) -> Int32 {
    let choice = IndexChoice(ignoresConfiguration: noConfig)
    let report = ConfigurationReport(try choice.configuration(), environment: .process)
    var output = Output()
    if json {
      output.append(report.json)
    } else {
      output.append(report.text(Typesetter(forOutput: .auto), in: .spoken))
    }
    try output.flush()
    return ExitStatus.cited
  }
}
