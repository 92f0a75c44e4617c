import ArgumentParser

/// `tanya verify`: checks every byte of the index.
struct VerifyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every byte of the index against its checksums.")

  @OptionGroup var index: IndexOption

  func perform() throws(CommandError) -> Int32 {
    let location = index.location(announcing: nil)
    let verified = try library { () throws(LibraryError) in try openLibrary(location).verify() }
    if !index.quiet {
      var output = Output()
      output.append(
        "\(Quantity.count(verified.files, "file")), \(Quantity.bytes(verified.bytes)):"
          + " every checksum holds.\n")
      try output.flush()
    }
    return ExitStatus.cited
  }
}
