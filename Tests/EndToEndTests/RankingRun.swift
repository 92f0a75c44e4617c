import TestSupport

/// One run of `tanya eval` in a folder of its own, where no index is found.
struct RankingRun {
  var status: Int32
  var output: String
  var errors: String

  /// The folder of the questions and of what they are expected to come to.
  static let fixtures: String = {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return folders.dropLast().joined(separator: "/") + "/Fixtures"
  }()

  /// The questions over the built-in articles.
  static let questions = "\(fixtures)/questions.jsonl"

  init(_ arguments: [String], in folder: TemporaryFolder) throws {
    let result = try RunningProgram.run(["eval"] + arguments, in: folder)
    (status, output, errors) = (result.status, result.output, result.errors)
  }

  /// - Parameter questions: the text of a file of questions.
  init(_ arguments: String..., asking questions: String, in folder: TemporaryFolder) throws {
    folder.write("questions.txt", questions)
    try self.init(["questions.txt"] + arguments, in: folder)
  }
}
