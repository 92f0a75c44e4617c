package import Answering
package import Evaluation
import Indexing
import Platform
import Retrieval

/// Documents with questions about them, as programs beside tanya ask them: what learns from them
/// sees what `tanya index` and `tanya ask` do.
package struct JudgedCollection: Sendable {
  /// In words for people.
  package struct Failure: Error {
    package var message: String

    init(_ error: CommandError) { message = ErrorMessage.phrase(error).english }
  }

  package let questions: [EvaluationQuestion]
  private let library: Library

  /// - Parameters:
  ///   - documents: a folder, a file, or a collection in JSON Lines.
  ///   - questions: as `tanya eval` takes them.
  ///   - judgements: which documents answer which questions.
  ///   - folder: where the index is to be; missing or empty.
  package init(
    documents: String, questions: String, judgements: String?, indexing folder: String
  ) throws(Failure) {
    do throws(CommandError) {
      self.questions = try EvalFiles.questions(in: questions, judgedBy: judgements)
      let request = IndexRequest(folder: folder, adding: [documents], threads: processorCount)
      _ = try IndexRun.run(request, quiet: true)
      library = try asking { () throws(IndexError) in try Library(.folder(folder)) }
    } catch {
      throw Failure(error)
    }
  }

  /// What a second stage of ranking chooses from, for one question.
  package struct Candidates: Sendable {
    /// Of the first stage, best first.
    package var passages: [Passage]
    /// Ids, in the order of the first stage.
    package var documents: [String]

    package struct Passage: Sendable {
      package var document: String
      /// The score of the first stage as a share of the best one.
      package var score: Double
      package var features: PassageFeatures
    }
  }

  /// Reads passages of one thread.
  package final class Reader {
    private let reader: LibraryReader

    init(_ reader: LibraryReader) { self.reader = reader }

    /// - Parameters:
    ///   - depth: passages that are read.
    ///   - count: documents that are named.
    package func candidates(
      for question: String, depth: Int, documents count: Int
    ) throws(Failure) -> Candidates {
      do throws(CommandError) {
        return try asking { () throws(IndexError) in
          try reader.candidates(for: question, depth: depth, documents: count)
        }
      } catch {
        throw Failure(error)
      }
    }

    /// The answer with one citation, as if there were no such documents.
    package func answer(
      _ question: String, without documents: Set<String>
    ) throws(Failure) -> Answer {
      do throws(CommandError) {
        return try asking { () throws(IndexError) in
          try reader.answer(question, top: 1, without: documents)
        }
      } catch {
        throw Failure(error)
      }
    }
  }

  package func makeReader() -> Reader { Reader(library.makeReader(AskOptions())) }
}
