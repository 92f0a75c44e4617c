import TestSupport

/// A run of `tanya eval` in a folder in which no index is found.
struct RankingRun {
  var status: Int32
  var output: String
  var errors: String

  /// The folder of the questions and their expected results.
  static let fixtures: String = {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return folders.dropLast().joined(separator: "/") + "/Fixtures"
  }()

  /// The path of the questions about the built-in articles.
  static let questions = "\(fixtures)/questions.jsonl"

  init(_ arguments: [String], in folder: TemporaryFolder) throws {
    let result = try RunningProgram.run(["eval"] + arguments, in: folder)
    (status, output, errors) = (result.status, result.output, result.errors)
  }

  /// - Parameter questions: The text of a file of questions.
  init(_ arguments: String..., asking questions: String, in folder: TemporaryFolder) throws {
    folder.write("questions.txt", questions)
    try self.init(["questions.txt"] + arguments, in: folder)
  }
}
