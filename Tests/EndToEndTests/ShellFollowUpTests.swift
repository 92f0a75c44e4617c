import TestSupport
import Testing

/// Tests of questions that continue the previous one, in a terminal.
struct ShellFollowUpTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "news/trade.md": """
      # Trade

      Indonesia exported 5 million tons of nickel in 2024. China exported 9 million tons of \
      nickel in 2024.
      """,
      "news/ibukota.md": """
      # Ibu kota

      Ibu kota dipindahkan oleh presiden pada 17 Agustus 2024. Biaya pemindahan ibu kota adalah \
      Rp466 triliun.
      """,
    ])
    let result = try RunningProgram.run(["index", "news"], in: folder)
    guard result.status == 0 else { throw ProcessStart.Failure(code: result.status) }
    return folder
  }

  @Test(
    "a follow-up says what is asked, and undo asks what was typed",
    arguments: [
      (
        "How many tons of nickel were exported in Indonesia?", "and in China?",
        "Follow-up, read as: How many tons of nickel were exported in China?", "9 million"
      ),
      (
        "Berapa biaya pemindahan ibu kota?", "kapan?",
        "Follow-up, read as: ", "17 Agustus 2024"
      ),
    ])
  func goesOn(first: String, next: String, said: String, answer: String) throws {
    let terminal = try PseudoTerminal(["--color", "never"], in: try folder())
    terminal.enter(first)
    terminal.enter(next)
    terminal.expect(said)
    terminal.expect(answer)
    terminal.enter(":undo")
    terminal.expect("tanya> ")
    #expect(!terminal.screen.suffix(200).contains("Follow-up"))
    terminal.type(":undo\r")
    terminal.expect("exactly as typed")
    #expect(terminal.leave() == 0)
  }

  @Test("he is the person whom the answer named, and a question that failed leaves nothing behind")
  func namesThePerson() throws {
    let folder = try TemporaryFolder([
      "news/bridge.md": """
      # Bridge

      The bridge of Solo was opened by Ratna Sari in 1964. Ratna Sari was born in Medan in 1931.
      """
    ])
    #expect(try RunningProgram.run(["index", "news"], in: folder).status == 0)
    let terminal = try PseudoTerminal(["--color", "never"], in: folder)
    terminal.enter("Who opened the bridge of Solo?")
    terminal.expect("Ratna Sari")
    terminal.enter("where was she born?")
    terminal.expect("Follow-up, read as: where was Ratna Sari born?")
    terminal.expect("Medan")
    terminal.enter("Who painted the zeppelin of Atlantis?")
    terminal.enter("and when?")
    #expect(terminal.leave() == 0)
    #expect(terminal.screen.components(of: "Follow-up").count == 2)
  }

  @Test("Ctrl-C stops a question that is running, and the session goes on")
  func interruptsQuestion() throws {
    let sample = try SampleFolder()
    let terminal = try shell(sample)
    // The document is long enough that the search is still running when the key arrives.
    let words = (0..<6000).map { "retrained\($0)" }.joined(separator: " ")
    sample.folder.write("long.txt", "bank\n" + words + "\nbank\n")
    terminal.enter(":batch long.txt")
    terminal.expect("docs/bank.txt")
    terminal.type("\u{3}")
    terminal.expect("interrupted")
    terminal.expect("tanya> ")
    terminal.type("Who opened the event?\r")
    terminal.expect("Nezar Patria")
    #expect(terminal.leave() == 0)
  }
}

extension String {
  fileprivate func components(of text: String) -> [Substring] {
    split(separator: text, omittingEmptySubsequences: false)
  }
}
