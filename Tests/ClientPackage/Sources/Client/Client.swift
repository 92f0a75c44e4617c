import Indexing
import Library

/// Indexes a folder and asks it, as any package can that depends on tanya's library:
///
///     Client INDEX FOLDER QUESTION
@main struct Client {
  static func main() throws {
    let arguments = CommandLine.arguments
    try Library.update(IndexRequest(folder: arguments[1], adding: [arguments[2]]))
    let library = try Library(.folder(arguments[1]))
    let answered = try library.makeReader().ask(arguments[3])
    for citation in answered.answer.citations { print(citation.snippet) }
  }
}
