import ArgumentParser
import Glibc
import Platform

/// Runs the program with the process's arguments, and ends it with the right exit status.
public func run() -> Never {
  // A parent may have had it ignored; a closed pipe is to end us in silence.
  signal(SIGPIPE, SIG_DFL)
  exit(run(arguments: Array(CommandLine.arguments.dropFirst())))
}

func run(arguments: [String]) -> Int32 {
  do {
    var command = try RootCommand.parseAsRoot(arguments)
    if let command = command as? any Command { return try perform(command) }
    // Only ArgumentParser's own are left: they throw the text of help.
    try command.run()
    return ExitStatus.cited
  } catch {
    return report(error)
  }
}

private func perform(_ command: any Command) throws -> Int32 {
  do throws(CommandError) {
    return try command.perform()
  } catch .interrupted {
    return Interrupt.exitCode
  } catch {
    Output.note("tanya: \(ErrorMessage.text(error))")
    return ExitStatus.failed
  }
}

/// Help and version are what was asked for; everything else was typed wrongly.
private func report(_ error: any Error) -> Int32 {
  let message = RootCommand.fullMessage(for: error)
  if RootCommand.exitCode(for: error) == .success {
    var output = Output()
    output.append(message.isEmpty ? "" : message + "\n")
    do throws(CommandError) { try output.flush() } catch { return ExitStatus.failed }
    return ExitStatus.cited
  }
  Output.note(message)
  return ExitStatus.failed
}
