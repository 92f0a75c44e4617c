import Answering
import Library

/// Citations as `path:line:column: quotation`, which editors can jump to.
enum AnswerPlaces {
  /// Returns a line for each citation of a file; other citations have no place and are left out, as
  /// are those of files that are gone.
  ///
  /// - Parameter folder: The current folder; paths below it are relative.
  static func lines(
    _ answered: AnsweredQuestion, from folder: String = LibraryLocation.currentFolder
  ) -> [String] {
    answered.answer.citations.indices.compactMap { index in
      guard answered.sourceState(ofCitationAt: index) != .gone else { return nil }
      let citation = answered.answer.citations[index]
      return SourcePlace(of: citation).map { place in
        let path =
          place.path.hasPrefix(folder + "/")
          ? String(place.path.dropFirst(folder.count + 1)) : place.path
        let quotation = VisibleText.line(citation.snippet)
        return "\(VisibleText.line(path)):\(place.line):\(place.column): \(quotation)\n"
      }
    }
  }
}
