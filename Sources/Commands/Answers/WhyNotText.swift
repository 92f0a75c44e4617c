import Answering
import Library
import Model
import Retrieval

/// Why a file is not what answers, as a person reads it.
struct WhyNotText {
  var typesetter: Typesetter

  func text(_ whyNot: WhyNot) -> String {
    let file = VisibleText.line(whyNot.file)
    let message: WhyNotMessage
    switch whyNot.finding {
    case .standing(let rank, let standing): return text(rank, standing, of: whyNot)
    case .several(let documents): message = .several(file, documents)
    case .narrowedOut(let document, let narrowing):
      message = .narrowedOut(VisibleText.line(document), narrowing)
    case .folder: message = .folder(file)
    case .collection: message = .collection(file)
    case .skipped(let skipped): message = .skipped(skipped)
    case .notTaken: message = .notTaken(file)
    case .elsewhere: message = .elsewhere(file)
    case .missing: message = .missing(file)
    }
    return line(message, whyNot)
  }

  private func text(
    _ rank: DocumentRank, _ standing: DocumentStanding, of whyNot: WhyNot
  ) -> String {
    let passage = rank.passage
    let title = passage.document.title.map { "\($0.value) · " } ?? ""
    var text = typesetter.lines([
      StyledText(title, .title), StyledText("\(passage.document.id):\(passage.firstLine)", .quiet),
    ])
    text += line(.outcome(standing.outcome, rank), whyNot)
    text += line(.ranked(rank), whyNot)
    let words = WhyNot.words(rank)
    if !words.isEmpty { text += "\n" + table(words, rank, whyNot) }
    let lacking = words.filter { $0.score == 0 }.map(\.word)
    if !lacking.isEmpty { text += line(.lacks(lacking), whyNot) }
    guard let sentence = standing.sentence else { return text }
    text += "\n" + line(.bestSentence, whyNot)
    text += typesetter.lines(
      CitationText.quotation(sentence, answer: sentence.answer), first: "  ", indent: 2)
    for (citation, message) in [
      (sentence, WhyNotMessage.points), (standing.last ?? sentence, .pointsOfLast),
    ] where message == .points || citation.bytes != sentence.bytes || citation.passage != passage {
      guard let evidence = citation.evidence else { continue }
      text += line(message, whyNot, first: "    ")
      text += EvidenceText.lines(
        evidence, answer: citation.answerText, type: standing.type, typesetter,
        in: whyNot.language)
    }
    return text
  }

  private func table(_ words: [WhyNot.Word], _ rank: DocumentRank, _ whyNot: WhyNot) -> String {
    func column(_ heading: WhyNotMessage, _ figures: [Double]) -> [String] {
      [heading.phrase.text(in: whyNot.language)] + figures.map { ExplanationText.decimal($0) }
    }
    let text = WhyNot.text(rank)
    let rows =
      words.map { "  " + VisibleText.line($0.word) }
      + ["  (\(WhyNotMessage.text.phrase.text(in: whyNot.language)))"]
    var columns = [[""] + rows, column(.here, words.map(\.score) + [text.score])]
    if rank.rank != 1 {
      columns.append(column(.first, words.map(\.first) + [text.first]))
    }
    return EvalTable.lines(columns)
  }

  private func line(
    _ message: WhyNotMessage, _ whyNot: WhyNot, first margin: String = ""
  ) -> String {
    typesetter.lines([StyledText(message.phrase.text(in: whyNot.language))], first: margin)
  }
}
