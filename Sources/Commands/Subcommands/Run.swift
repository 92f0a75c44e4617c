import ArgumentParser
import Glibc
import Platform

/// Runs the program with the process's arguments, and exits with the right status.
public func run() -> Never {
  // A closed pipe ends the process silently, even if the parent ignores the signal.
  signal(SIGPIPE, SIG_DFL)
  // A write beyond the limit on file sizes then fails with an error, like one to a full disk.
  signal(SIGXFSZ, SIG_IGN)
  StandardStreams.occupyClosed()
  TruncationGuard.install(message: ErrorMessage.truncatedWhileRead.text(in: .spoken))
  exit(run(arguments: ProgramArguments.words))
}

func run(arguments: [String]) -> Int32 {
  let arguments = isQuestion(arguments.first ?? "") ? ["ask"] + arguments : arguments
  if arguments.first == "ask", let request = AskRequest(plain: Array(arguments.dropFirst())) {
    return status { () throws(CommandError) in try request.perform() }
  }
  if arguments.count == 2, Set(arguments) == ["--version", "--json"] {
    return write(ProgramVersion.json())
  }
  do {
    var command = try RootCommand.command(of: arguments)
    if let command = command as? any Command {
      return status { () throws(CommandError) in try command.perform() }
    }
    // The remaining commands are ArgumentParser's own, which throw the help text.
    try command.run()
    return ExitStatus.cited
  } catch {
    return report(error)
  }
}

/// Determines whether the first argument is a question in quotes instead of a command.
private func isQuestion(_ argument: String) -> Bool {
  !argument.hasPrefix("-") && (argument.trimmed.contains(" ") || argument.hasSuffix("?"))
}

/// Performs a command, reports its error if it throws one, and returns the exit status.
private func status(of perform: () throws(CommandError) -> Int32) -> Int32 {
  do throws(CommandError) {
    return try perform()
  } catch .interrupted {
    return Interrupt.exitCode
  } catch {
    Output.report(error)
    return ExitStatus.failed
  }
}

/// Writes help or the version to standard output, and usage errors to standard error.
private func report(_ error: any Error) -> Int32 {
  let message = RootCommand.fullMessage(for: error)
  if RootCommand.exitCode(for: error) == .success {
    return write(Array((message.isEmpty ? "" : message + "\n").utf8))
  }
  Output.complain(message + "\n")
  return ExitStatus.failed
}

/// Writes the requested output to standard output.
private func write(_ bytes: [UInt8]) -> Int32 {
  var output = Output()
  output.append(bytes)
  return status { () throws(CommandError) in
    try output.flush()
    return ExitStatus.cited
  }
}
