import Answering
import TextAnalysis

// The seam to the engine: these functions, and the types that they return, are all that knows it.

/// Opens what `location` names.
func openLibrary(_ location: LibraryLocation) throws(LibraryError) -> any Library {
  if case .folder(let folder) = location, !LibraryLocation.holdsManifest(folder) {
    throw .missing(folder: folder)
  }
  return EmptyLibrary()
}

/// Builds or updates an index.
func updateIndex(
  _ update: IndexUpdate, progress: (IndexingProgress) -> Void
) throws(LibraryError) -> IndexingSummary {
  throw .nothingToIndex
}

/// A library without documents, until the engine is joined.
private final class EmptyLibrary: Library, LibraryReader {
  func makeReader(_ options: AskOptions) throws(LibraryError) -> any LibraryReader { self }

  func status() throws(LibraryError) -> LibraryStatus {
    LibraryStatus(folder: nil, documents: 0, passages: 0)
  }

  func verify() throws(LibraryError) -> VerifiedIndex { VerifiedIndex(files: 0, bytes: 0) }

  func words(startingWith prefix: String, limit: Int) -> [String] { [] }

  func origin(ofSource source: String) -> SourceOrigin? { nil }

  func answer(_ question: String, top: Int) throws(LibraryError) -> Answer {
    Answer(question: question, language: .english, type: .other, verdict: .none)
  }

  func retrieve(_ question: String, top: Int) throws(LibraryError) -> [RankedDocument] { [] }

  func explain(_ question: String, _ citation: Citation) throws(LibraryError)
    -> [TermContribution]
  { [] }
}
