import Answering
import Library
import Model
import Retrieval

/// The reason why a document is not cited, for people.
struct WhyNotText {
  var typesetter: Typesetter

  func text(_ whyNot: WhyNot) -> String {
    if case .standing(let rank, let standing) = whyNot.finding {
      return text(rank, standing, of: whyNot)
    }
    return line(WhyNotMessage.phrase(whyNot.finding, VisibleText.line(whyNot.file)), whyNot)
  }

  private func text(
    _ rank: DocumentRank, _ standing: DocumentStanding, of whyNot: WhyNot
  ) -> String {
    let passage = rank.passage
    let title = passage.document.title.map { "\($0.value) · " } ?? ""
    var text = typesetter.lines([
      StyledText(title, .title), StyledText("\(passage.document.id):\(passage.firstLine)", .quiet),
    ])
    text += line(WhyNotMessage.phrase(whyNot.finding, whyNot.file), whyNot)
    text += line(WhyNotMessage.ranked(rank), whyNot)
    let words = WhyNot.words(rank)
    if !words.isEmpty { text += "\n" + table(words, rank, whyNot) }
    let lacking = words.filter { $0.score == 0 }.map(\.word)
    if !lacking.isEmpty { text += line(WhyNotMessage.lacks(lacking), whyNot) }
    guard let sentence = standing.sentence else { return text }
    text += "\n" + line(WhyNotMessage.bestSentence, whyNot)
    text += typesetter.lines(
      CitationText.quotation(sentence, answer: sentence.answer), first: "  ", indent: 2)
    var judged = [(sentence, WhyNotMessage.points)]
    if let last = standing.last, last.bytes != sentence.bytes || last.passage != passage {
      judged.append((last, WhyNotMessage.pointsOfLast))
    }
    for (citation, message) in judged {
      guard let evidence = citation.evidence else { continue }
      text += line(message, whyNot, first: "    ")
      text += EvidenceText.lines(
        evidence, answer: citation.answerText, type: standing.type, typesetter,
        in: whyNot.language)
    }
    return text
  }

  private func table(_ words: [WhyNot.Word], _ rank: DocumentRank, _ whyNot: WhyNot) -> String {
    func column(_ heading: Phrase, _ figures: [Double]) -> [String] {
      [heading.text(in: whyNot.language)] + figures.map { Quantity.decimal($0) }
    }
    let text = WhyNot.text(rank)
    let rows =
      words.map { "  " + VisibleText.line($0.word) }
      + ["  (\(WhyNotMessage.text.text(in: whyNot.language)))"]
    var columns = [[""] + rows, column(WhyNotMessage.here, words.map(\.score) + [text.score])]
    if rank.rank != 1 {
      columns.append(column(WhyNotMessage.first, words.map(\.first) + [text.first]))
    }
    return TextTable.lines(columns)
  }

  private func line(
    _ message: Phrase, _ whyNot: WhyNot, first margin: String = ""
  ) -> String {
    typesetter.lines([StyledText(message.text(in: whyNot.language))], first: margin)
  }
}
