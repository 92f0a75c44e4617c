import ArgumentParser
import Glibc
import Platform

/// Runs the program with the process's arguments, and ends it with the right exit status.
public func run() -> Never {
  // A parent may have had it ignored; a closed pipe is to end us in silence.
  signal(SIGPIPE, SIG_DFL)
  // A write beyond the limit of file sizes becomes an error, like one on a full disk.
  signal(SIGXFSZ, SIG_IGN)
  StandardStreams.occupyClosed()
  TruncationGuard.install(message: ErrorMessage.truncatedWhileRead.text(in: .spoken))
  exit(run(arguments: ProgramArguments.words))
}

func run(arguments: [String]) -> Int32 {
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
    // Only ArgumentParser's own are left: they throw the text of help.
    try command.run()
    return ExitStatus.cited
  } catch {
    return report(error)
  }
}

/// The exit status of a command; an error is put into words.
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

/// Help and version are what was asked for; everything else was typed wrongly.
private func report(_ error: any Error) -> Int32 {
  let message = RootCommand.fullMessage(for: error)
  if RootCommand.exitCode(for: error) == .success {
    return write(Array((message.isEmpty ? "" : message + "\n").utf8))
  }
  Output.complain(message + "\n")
  return ExitStatus.failed
}

/// Writes what was asked for to standard output.
private func write(_ bytes: [UInt8]) -> Int32 {
  var output = Output()
  output.append(bytes)
  return status { () throws(CommandError) in
    try output.flush()
    return ExitStatus.cited
  }
}
