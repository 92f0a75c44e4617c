import Answering
import Corpus
import JSON
import Retrieval
import TextAnalysis

/// Why a file is not what answers, as scripts read it (version 1 of the format).
enum WhyNotJSON {
  static func write(_ whyNot: WhyNot, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("version")
      writer.integer(AnswerJSON.version)
      writer.key("question")
      writer.string(whyNot.question)
      writer.key("file")
      writer.string(whyNot.file)
      writer.key("outcome")
      switch whyNot.finding {
      case .standing(let rank, let standing): write(rank, standing, to: &writer)
      case .several(let documents):
        writer.string("several")
        writer.key("documents")
        writer.array(of: documents) { $0.string($1) }
      case .narrowedOut(let document, _):
        writer.string("narrowed out")
        writer.key("document")
        writer.string(document)
      case .folder: writer.string("folder")
      case .collection: writer.string("collection")
      case .skipped(let skipped):
        writer.string("skipped")
        writer.key("reason")
        writer.string(SkipMessage.phrase(skipped.reason).english)
      case .notTaken: writer.string("not taken")
      case .elsewhere: writer.string("not indexed")
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
      writer.key("place")
      writer.integer(place)
    }
    writer.key("document")
    writer.string(rank.passage.document.id)
    writer.key("language")
    writer.string(rank.passage.language.rawValue)
    writer.key("rank")
    if let place = rank.rank { writer.integer(place) } else { writer.null() }
    writer.key("ranked")
    writer.integer(rank.ranked)
    writer.key("score")
    writer.double(rank.score)
    writer.key("first_score")
    writer.double(rank.first?.passage.score ?? 0)
    writer.key("words")
    writer.array(of: WhyNot.words(rank)) { writer, word in
      writer.object { writer in
        writer.key("word")
        writer.string(word.word)
        writer.key("score")
        writer.double(word.score)
        writer.key("first_score")
        writer.double(word.first)
      }
    }
    let text = WhyNot.text(rank)
    writer.key("text_score")
    writer.double(text.score)
    writer.key("first_text_score")
    writer.double(text.first)
    writer.key("type")
    writer.string(standing.type.rawValue)
    guard let sentence = standing.sentence else { return }
    writer.key("sentence")
    writer.string(sentence.snippet)
    writer.key("bytes")
    writer.range(sentence.bytes)
    if let evidence = sentence.evidence {
      writer.key("evidence")
      AnswerJSON.write(evidence, to: &writer)
    }
  }
}

extension DocumentStanding.Outcome {
  /// Its word for scripts, and the citation or place that belongs to it.
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
