import Answering
import Library

/// Formats citations as `path:line:column: quotation`, to which editors can jump.
enum AnswerPlaces {
  /// Returns a line for each citation of a file. Other citations have no place and are left out, as
  /// are those of files that no longer exist.
  ///
  /// - Parameter folder: The current folder. Paths below it are relative to it.
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
