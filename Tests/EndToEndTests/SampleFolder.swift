import TestSupport

/// An index of two short documents.
struct SampleFolder {
  let folder: TemporaryFolder

  static let talent =
    "The Talent Factory\n\nThe ministry wants to train 12 million digital talents by 2030. "
    + "Nezar Patria opened the event in Jakarta on Wednesday.\n"
  static let bank =
    "Bank Sejahtera\n\nBank Sejahtera retrained 5,000 employees for new roles last year. "
    + "The bank did not dismiss anyone.\n"

  init() throws {
    folder = try TemporaryFolder([
      "docs/talent.txt": Self.talent, "docs/bank.txt": Self.bank,
    ])
    let result = try RunningProgram.run(["index", "docs"], in: folder)
    guard result.status == 0 else { throw ProcessStart.Failure(code: result.status) }
  }

  func run(_ arguments: String..., input: String = "") throws -> RunningProgram.Result {
    try RunningProgram.run(arguments, input: input, in: folder)
  }
}
