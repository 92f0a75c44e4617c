import Answering
import Indexing
import Library
import Retrieval

// Usage: ask-notes INDEX FOLDER QUESTION, with absolute paths.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 3, let index = arguments.first, let question = arguments.last else {
  fatalError("usage: ask-notes INDEX FOLDER QUESTION")
}
let summary = try Library.update(
  IndexRequest(folder: index, adding: Array(arguments.dropFirst().prefix(1)), threads: 2))
print("\(summary.documents) documents")
let answered = try Library(.folder(index)).makeReader().ask(question)
print("\(answered.answer.verdict): \(answered.answer.text ?? "–")")
for citation in answered.answer.citations {
  print("“\(citation.snippet)” (\(citation.passage.document.source):\(citation.lines.lowerBound))")
}
