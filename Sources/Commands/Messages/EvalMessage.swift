import Evaluation
import Retrieval

/// Messages about a scored evaluation run.
enum EvalMessage {
  static func header(_ report: EvaluationReport) -> Phrase {
    let questions = Quantity.count(report.outcomes.count, .question)
    let (with, without) = (
      Quantity.grouped(report.figures.answerable), Quantity.grouped(report.figures.unanswerable)
    )
    let judged = Quantity.grouped(report.figures.judged)
    let text = Phrase(
      english: "\(questions.english): \(with.english) with an answer, \(without.english) without,"
        + " \(judged.english) with known documents",
      indonesian: "\(questions.indonesian): \(with.indonesian) dengan jawaban,"
        + " \(without.indonesian) tanpa jawaban, \(judged.indonesian) dengan dokumen yang diketahui"
    )
    guard report.unscored > 0 else { return text }
    let unscored = Quantity.grouped(report.unscored)
    return text
      + Phrase(
        english: "; nothing is expected of \(unscored.english)",
        indonesian: "; \(unscored.indonesian) tanpa harapan apa pun")
  }

  static func unseen(_ documents: [String]) -> Phrase {
    let count = Quantity.count(
      documents.count, .init("expected document", indonesian: "dokumen yang diharapkan"))
    let names = documents.prefix(3).joined(separator: ", ") + (documents.count > 3 ? ", …" : "")
    return Phrase(
      english: "\(count.english) found for no question (\(names)): are these ids right?",
      indonesian: "\(count.indonesian) tidak muncul untuk pertanyaan mana pun (\(names)):"
        + " benarkah id-nya?")
  }

  static let noneFailed = Phrase(
    english: "All questions came out as expected.", indonesian: "Semua sesuai harapan.")

  static func failed(_ count: Int, shown: Int) -> Phrase {
    let questions = Quantity.count(count, .question)
    let text = Phrase(
      english: "\(questions.english) failed", indonesian: "\(questions.indonesian) gagal")
    guard count > shown else { return text + Phrase(verbatim: ":") }
    return text
      + Phrase(english: "; the first \(shown):", indonesian: "; \(shown) yang pertama:")
  }

  // The labels of the rows below a failed question.
  static let expected = Phrase(english: "expected", indonesian: "diharapkan")
  static let came = Phrase(english: "result", indonesian: "hasilnya")
  static let cited = Phrase(english: "cited", indonesian: "dikutip")
  static let place = Phrase(english: "where", indonesian: "di mana")
  static let noAnswer = Phrase(english: "no answer", indonesian: "tidak ada jawaban")
  static let or = Phrase(english: " or ", indonesian: " atau ")

  static func expectedInCitation(_ rank: Int) -> Phrase {
    Phrase(
      english: "; expected in citation [\(rank)]",
      indonesian: "; yang diharapkan ada di kutipan [\(rank)]")
  }

  /// - Parameter rank: The rank of the document, from 1; nil if it is not in the ranking.
  static func rank(_ rank: Int?) -> Phrase {
    guard let rank else {
      return Phrase(
        english: "not among the first \(RetrievalScore.depth) documents",
        indonesian: "tidak termasuk \(RetrievalScore.depth) dokumen pertama")
    }
    return Phrase(
      english: "document \(rank) of the ranking", indonesian: "dokumen ke-\(rank) dalam urutan")
  }

  static let calibration = Phrase(
    english: "If only the best supported questions were answered:",
    indonesian: "Bila hanya yang paling didukung dijawab:")
  // The headings of the columns below it.
  static let answered = Phrase(english: "share answered", indonesian: "bagian dijawab")
  static let support = Phrase(english: "least support", indonesian: "dukungan terendah")
  static let right = Phrase(english: "share right", indonesian: "bagian benar")

  static let comparison = Phrase(
    english: "Since the earlier run:", indonesian: "Sejak hasil sebelumnya:")
  static let unchanged = Phrase(
    english: "every figure and every question is unchanged",
    indonesian: "semua angka dan pertanyaan tetap sama")
  static let gained = Phrase(english: "gained", indonesian: "membaik")
  static let lost = Phrase(english: "lost", indonesian: "memburuk")
  static let added = Phrase(english: "new", indonesian: "baru")
  static let removed = Phrase(english: "no longer asked", indonesian: "tidak lagi ditanyakan")

  static func verdict(isMet: Bool) -> Phrase {
    isMet
      ? Phrase(english: "met", indonesian: "tercapai")
      : Phrase(english: "MISSED", indonesian: "TIDAK TERCAPAI")
  }
}
