import Answering
import Corpus
import JSON
import Library
import Model
import Retrieval
import TextAnalysis

/// The reason why a document is not cited, for scripts (version 1 of the format).
enum WhyNotJSON {
  static func write(_ whyNot: WhyNot, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("version", AnswerJSON.reportVersion)
      writer.member("question", whyNot.question)
      writer.member("file", whyNot.file)
      writer.key("outcome")
      switch whyNot.finding {
      case .standing(let rank, let standing): write(rank, standing, to: &writer)
      case .several(let documents):
        writer.string("several")
        writer.key("documents")
        writer.array(of: documents) { $0.string($1) }
      case .narrowedOut(let document, _):
        writer.string("narrowed out")
        writer.member("document", document)
      case .folder: writer.string("folder")
      case .collection: writer.string("collection")
      case .skipped(let skipped):
        writer.string("skipped")
        writer.member("reason", SkipMessage.phrase(skipped.reason).english)
      case .notTaken: writer.string("not taken")
      case .elsewhere: writer.string("not indexed")
      case .beyond(let count):
        writer.string("not found")
        writer.member("found", count)
      case .missing: writer.string("missing")
      }
    }
    writer.newline()
  }

  private static func write(
    _ rank: DocumentRank, _ standing: DocumentStanding, to writer: inout JSONWriter
  ) {
    let (name, place) = standing.outcome.name(rank)
    writer.string(name)
    if let place {
      writer.member("place", place)
    }
    writer.member("document", rank.passage.document.id)
    writer.member("language", rank.passage.language.rawValue)
    writer.member("rank", rank.rank)
    writer.member("ranked", rank.ranked)
    writer.member("score", rank.score)
    writer.member("first_score", rank.first?.passage.score ?? 0)
    writer.key("words")
    writer.array(of: WhyNot.words(rank)) { writer, word in
      writer.object { writer in
        writer.member("word", word.word)
        writer.member("score", word.score)
        writer.member("first_score", word.first)
      }
    }
    let text = WhyNot.text(rank)
    writer.member("text_score", text.score)
    writer.member("first_text_score", text.first)
    writer.member("type", standing.type.rawValue)
    guard let sentence = standing.sentence else { return }
    writer.member("sentence", sentence.snippet)
    writer.member("bytes", sentence.bytes)
    if let evidence = sentence.evidence {
      writer.key("evidence")
      AnswerJSON.write(evidence, to: &writer)
    }
  }
}

extension DocumentStanding.Outcome {
  /// Returns the name of the outcome for scripts, with the number of the citation or the place if
  /// it has one.
  fileprivate func name(_ rank: DocumentRank) -> (String, place: Int?) {
    switch self {
    case .cited(let rank): ("cited", rank)
    case .stated: ("stated", nil)
    case .unread where rank.isRuledOut: ("ruled out", nil)
    case .unread: (rank.rank == nil ? "without words" : "not read", nil)
    case .unquotable: ("not quotable", nil)
    case .wordless: ("no sentence", nil)
    case .outscored(let place): ("outscored", place)
    case .duplicate(let rank): ("duplicate", rank)
    case .refused: ("refused", nil)
    }
  }
}
