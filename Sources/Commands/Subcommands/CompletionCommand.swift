import ArgumentParser

/// `tanya completion SHELL`: a script that completes tanya's arguments.
struct CompletionCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Write a completion script for your shell.",
    discussion: """
      Examples:
        tanya completion bash > ~/.local/share/bash-completion/completions/tanya
        tanya completion zsh > ~/.zfunc/_tanya          (a folder in $fpath)
        tanya completion fish > ~/.config/fish/completions/tanya.fish

      Open a new shell afterwards. The folders must exist: create them with mkdir -p.
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: "The shell.") var shell: Shell

  func perform() throws(CommandError) -> Int32 {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    var output = Output()
    output.append(script(for: kind) + "\n")
    try output.flush()
    return ExitStatus.cited
  }

  private func script(for kind: CompletionShell) -> String {
    let script = RootCommand.completionScript(for: kind)
    guard kind == .bash else { return script }
    // Otherwise Bash would add a slash to `index` if a folder has that name.
    let place = "# Offer subcommand completions\n"
    return script.replacing(place, with: place + "        compopt +o filenames 2>/dev/null\n")
  }
}
