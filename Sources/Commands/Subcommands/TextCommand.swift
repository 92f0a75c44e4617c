import ArgumentParser
import Corpus
import Glibc
import JSON
import Library
import Model
import Platform

/// `tanya text FILE`: the text that is made of a file.
struct TextCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print the text that tanya makes of a file.",
    discussion: """
      Examples:
        tanya text report.pdf
        tanya text --places report.pdf           (byte, line and page of each line)
        tanya text report.pdf | tail -c +2049 | head -c 87
        tanya text --json mail.mbox              (an object for each message)

      Quotations are part of this text: the byte range of a citation counts in it, from 0, and for a \
      file that holds several documents from the beginning of each.
      """)

  @Argument(help: "A file of any format that is read.", completion: .file()) var file: String
  @Flag(help: "Write byte, line and place before each line, with tabs between them.")
  var places = false
  @Flag(help: "Write JSON: an object for each document.") var json = false

  func validate() throws {
    if places && json { throw ValidationError("--places and --json exclude each other.") }
  }

  func perform() throws(CommandError) -> Int32 {
    let path = LibraryLocation.absolute(file, from: LibraryLocation.currentFolder)
    var output = Output()
    var failure: CommandError?
    var count = 0
    do throws(FileError) {
      try SourceText.read(fileAt: path) { contents in
        do throws(CommandError) {
          for skipped in contents.skipped { Output.note(SkipMessage.unread(skipped)) }
          for document in contents.documents {
            count += 1
            write(document, to: &output)
            try output.flush()
          }
          return !Interrupt.isRequested
        } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw .file(error)
    }
    if let failure { throw failure }
    return count > 0 ? ExitStatus.cited : ExitStatus.failed
  }

  private func write(_ document: Document, to output: inout Output) {
    if json {
      var writer = JSONWriter(capacity: document.text.utf8.count + 4096)
      ExtractedTextJSON.write(document, to: &writer)
      writer.newline()
      output.append(writer.bytes)
    } else if places {
      for line in PlacedLine.lines(of: document) { output.append(line.text) }
    } else if Terminal.isTerminal(STDOUT_FILENO) {
      for line in document.text.split(separator: "\n", omittingEmptySubsequences: false) {
        output.append(VisibleText.line(String(line)) + "\n")
      }
    } else {
      output.append(document.text)
    }
  }
}
