import Glibc
import Library
import Retrieval

/// Compares the search that skips postings with one that scores every posting:
///
///     swift run -c release Benchmarks --compare index questions.txt
///
/// For plain BM25 and for the default ranking, with its second stage, it prints the number of
/// questions, and the number of those whose ten best documents or their scores differ.
struct ExhaustiveComparison {
  let library: Library
  /// The questions, one in each line of a file.
  let questions: [String]

  /// The error of a file of questions that cannot be read.
  struct Unreadable: Error {
    var path: String
  }

  init(index: String, questions path: String) throws {
    library = try Library(.folder(index))
    guard let file = fopen(path, "r") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var questions: [String] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let line {
      questions.append(String(cString: line))
    }
    self.questions = questions
  }

  func run() throws {
    for weighting in [SearchOptions.Weighting.bm25, .default] {
      var options = AskOptions(search: SearchOptions(weighting: weighting))
      let pruned = library.makeReader(options)
      options.search.isExhaustive = true
      let exhaustive = library.makeReader(options)
      var differing = 0
      for question in questions {
        let found = try pruned.retrieve(question, top: 10)
        differing += try exhaustive.retrieve(question, top: 10) == found ? 0 : 1
      }
      print("\(weighting.rawValue)\t\(questions.count)\tquestions\t\(differing) differ")
    }
  }
}
