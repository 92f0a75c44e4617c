/// The manual page, in the macros of man(7).
struct ManualPage {
  /// The program with its commands.
  let program: CommandDescription

  var text: String {
    var page = Roff()
    page.macro("TH", [program.name.uppercased(), "1", ProgramVersion.date, ProgramVersion.name])
    page.section("NAME")
    page.fill("\(program.name) - \(program.abstract.loweringFirst)")
    page.section("SYNOPSIS")
    for (index, command) in ([program] + program.subcommands).enumerated() {
      if index > 0 { page.macro("br") }
      synopsis(command, on: &page)
    }
    page.section("DESCRIPTION")
    for paragraph in ManualSections.description { page.paragraph(paragraph) }
    page.section("COMMANDS")
    for command in program.subcommands { describe(command, on: &page) }
    page.section("OPTIONS OF EVERY COMMAND")
    for argument in program.arguments { page.item(term(argument), argument.explanation) }
    for block in HelpText.blocks(program.discussion) where !block.heading.isEmpty {
      page.section(block.heading.uppercased())
      page.literal(block.lines)
    }
    for (heading, items) in [
      ("ENVIRONMENT", ManualSections.environment), ("FILES", ManualSections.files),
    ] {
      page.section(heading)
      for item in items { page.item([.bold(item.name)], item.meaning) }
    }
    return page.text
  }

  private func describe(_ command: CommandDescription, on page: inout Roff) {
    page.subsection("\(program.name) \(command.name)")
    page.paragraph(command.abstract)
    for block in HelpText.blocks(command.discussion) {
      if !block.heading.isEmpty { page.paragraph(block.heading + ":") }
      guard !block.lines.isEmpty else { continue }
      if block.isLiteral { page.literal(block.lines) } else { page.paragraph(block.text) }
    }
    for argument in ownArguments(command) {
      page.item(term(argument), argument.explanation)
    }
  }

  private func synopsis(_ command: CommandDescription, on page: inout Roff) {
    var words: [Roff.Span] = [.bold(program.name)]
    if command == program {
      words.append(.italic(" [command] [options]"))
    } else {
      words.append(.bold(" \(command.name)"))
      if ownArguments(command).contains(where: { !$0.isPositional }) {
        words.append(.italic(" [options]"))
      }
    }
    for argument in command.arguments where argument.isPositional {
      let name = (argument.valueName ?? "") + (argument.isRepeating ? " ..." : "")
      words.append(.italic(argument.isOptional ? " [\(name)]" : " \(name)"))
    }
    page.line(words)
  }

  /// Returns the arguments that are not common to all commands.
  private func ownArguments(_ command: CommandDescription) -> [ArgumentDescription] {
    command.arguments.filter { !program.arguments.contains($0) }
  }

  /// Returns an argument as the manual lists it, such as `-k, --top count`.
  private func term(_ argument: ArgumentDescription) -> [Roff.Span] {
    let value = argument.valueName.map { [Roff.Span.italic($0)] } ?? []
    guard !argument.isPositional else { return value }
    let names = argument.names.map { [Roff.Span.bold($0)] }.joined(separator: [.plain(", ")])
    return Array(names) + (value.isEmpty ? [] : [.plain(" ")] + value)
  }
}

extension String {
  fileprivate var loweringFirst: String { prefix(1).lowercased() + dropFirst() }
}
