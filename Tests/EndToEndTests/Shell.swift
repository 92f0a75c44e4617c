import TestSupport

/// Starts the shell in a pseudo-terminal, with an index of two short documents.
func shell(
  _ sample: SampleFolder, _ arguments: String..., environment: [String: String] = [:],
  columns: UInt16 = 80, rows: UInt16 = 24
) throws -> PseudoTerminal {
  try PseudoTerminal(
    ["--color", "never"] + arguments, in: sample.folder, environment: environment,
    columns: columns, rows: rows)
}
