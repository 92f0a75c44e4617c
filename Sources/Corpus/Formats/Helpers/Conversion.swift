import Conversion
import Platform

extension SourceFile {
  /// Returns what a helper program makes of the file, which it gets on its standard input.
  func converted(by helper: HelperProgram) throws(ReadingError) -> [UInt8] {
    guard let program = HelperSearch.find(helper.command) else {
      throw ReadingError(.helperMissing(command: helper.command, package: helper.package))
    }
    let file = try ReadingError.wrap { () throws(FileError) in try OpenFile(path: path) }
    let size = try ReadingError.wrap { () throws(FileError) in try file.info().size }
    guard size <= SourceReader.maximumFileSize else { throw ReadingError(.tooLarge(bytes: size)) }
    do throws(Cage.Failure) {
      return try file.withDescriptor { descriptor throws(Cage.Failure) in
        try Cage.run(program, helper.arguments, input: descriptor)
      }
    } catch {
      switch error {
      case .failed(_, let message) where message.contains("assword"):
        throw ReadingError(.encrypted)
      case .failed: throw ReadingError(.damaged)
      case .tooMuchOutput: throw ReadingError(.unpacksTooLarge)
      case .crashed, .timedOut, .notStarted:
        throw ReadingError(.helperFailed(command: helper.command))
      }
    }
  }
}

extension HelperProgram {
  /// Returns whether a helper program is found where tanya looks for it.
  public static func isInstalled(_ command: String) -> Bool { HelperSearch.find(command) != nil }
}
