import Answering
import Library
import Model
import Retrieval

/// Messages around an answer, in the language of its question.
enum AnswerMessage {
  /// Returns the lines that precede the quotations; none if the question was answered and the
  /// answer has a headline.
  ///
  /// - Parameter shown: A closure that prepares each unsupported word for display.
  static func verdict(of answer: Answer, words shown: (String) -> String = { $0 }) -> [Phrase] {
    if answer.verdict == .answered { return answer.headline == nil ? [bestSentence] : [] }
    var messages: [Phrase] = []
    if !answer.missing.isEmpty {
      messages.append(unsupported(words: answer.missing.map(shown), answer.verdict))
    } else if answer.verdict == .none {
      messages.append(onlyCommonWords)
    }
    if answer.verdict == .related { messages.append(onlyRelated) }
    if !answer.nearest.isEmpty { messages.append(nearestPassages) }
    return messages
  }

  /// Returns a message with the words of the question that no passage contains, if nothing is cited
  /// or only related passages are.
  static func unsupported(words: [String], _ verdict: Verdict) -> Phrase {
    let list = words.map { "*\($0)*" }.joined(separator: ", ")
    return verdict == .none
      ? Phrase(
        english: "Nothing in the documents supports: \(list).",
        indonesian: "Tidak ada dokumen yang mendukung: \(list).")
      : Phrase(
        english: "No passage found supports: \(list).",
        indonesian: "Tidak ada bagian yang mendukung: \(list).")
  }

  /// The message that nothing was found because the question contains only common words.
  static let onlyCommonWords = Phrase(
    english: "Every word of the question is too common to search for: name its subject.",
    indonesian: "Semua kata dalam pertanyaan terlalu umum untuk dicari: sebutkan pokoknya.")

  /// The heading of a sentence that probably answers the question, in an answer without a headline.
  static let bestSentence = Phrase(
    english: "Best supported sentence:", indonesian: "Kalimat yang paling didukung:")

  static let onlyRelated =
    Phrase(
      english: "No sentence answers this. ", indonesian: "Tidak ada kalimat yang menjawabnya. ")
    + nearestPassages

  static let nearestPassages = Phrase(
    english: "Nearest passages:", indonesian: "Bagian yang paling dekat:")

  /// Returns the lines that precede the quotations, among them one for a source outside that did
  /// not search everything.
  ///
  /// - Parameters:
  ///   - answered: The answer.
  ///   - shown: A closure that prepares each unsupported word for display.
  static func verdict(
    of answered: AnsweredQuestion, words shown: (String) -> String = { $0 }
  ) -> [Phrase] {
    let messages = verdict(of: answered.answer, words: shown)
    guard let report = answered.report, report.isPartial else { return messages }
    return [partial(report)] + messages
  }

  static func partial(_ report: SourceReport) -> Phrase {
    let (answered, all) = (report.answeredParts, report.allParts)
    return answered < all
      ? Phrase(
        english: "Only \(answered) of \(all) parts of the cluster answered, so passages may be"
          + " missing.",
        indonesian: "Hanya \(answered) dari \(all) bagian klaster yang menjawab, jadi mungkin ada"
          + " bagian yang terlewat.")
      : Phrase(
        english: "The cluster gave up before it had searched everything, so passages may be"
          + " missing.",
        indonesian: "Klaster berhenti sebelum mencari semuanya, jadi mungkin ada bagian yang"
          + " terlewat.")
  }

  static func didYouMean(_ corrections: [SpellingCorrection]) -> Phrase {
    let pairs = corrections.map { correction in
      Phrase(
        english: "*\(correction.meant)* for *\(correction.typed)*",
        indonesian: "*\(correction.meant)* untuk *\(correction.typed)*")
    }
    return Phrase(english: "Did you mean ", indonesian: "Maksudnya ")
      + pairs.joined(separator: ", ") + Phrase(verbatim: "?")
  }

  // MARK: Sources

  /// Returns a remark about a source that has changed; nil if it has not.
  static func remark(_ state: SourceState) -> Phrase? {
    switch state {
    case .unchanged: nil
    case .moved:
      Phrase(
        english: "moved within its file since it was indexed",
        indonesian: "berpindah tempat dalam berkasnya sejak diindeks")
    case .changed:
      Phrase(english: "changed since it was indexed", indonesian: "berubah sejak diindeks")
    case .gone:
      Phrase(english: "deleted since it was indexed", indonesian: "dihapus sejak diindeks")
    }
  }

  static func retold(from original: String) -> Phrase {
    Phrase(english: "retold from \(original)", indonesian: "diceritakan ulang dari \(original)")
  }

  /// Returns a comparison of the values in the sources of an answer; nil if they cannot be
  /// compared.
  static func agreement(of answer: Answer) -> Phrase? {
    guard let agreement = answer.agreement else { return nil }
    let values = agreement.values.map { value in
      let citations = value.citations.map { answer.citations[$0] }
      var words: [String] = []
      for text in citations.compactMap(\.answerText) where !words.contains(text) {
        words.append(text)
      }
      return (words: words.joined(separator: " = "), citations: citations)
    }
    if !agreement.isConflict {
      return agree(values[0].citations.count, words: values[0].words)
    }
    // `1998 [1] (2025-12-31), [2]; 1999 [3]`
    return differ(
      values.map { value in
        let sources = value.citations.map { citation in
          let date = Quantity.day(citation.passage.document.date?.value)
          return "[\(citation.rank)]" + (date.map { " (\($0))" } ?? "")
        }
        return "\(value.words) \(sources.joined(separator: ", "))"
      })
  }

  static func agree(_ count: Int, words: String) -> Phrase {
    Phrase(
      english: "\(count) sources agree: \(words)", indonesian: "\(count) sumber sepakat: \(words)")
  }

  static func differ(_ values: [String]) -> Phrase {
    let list = values.joined(separator: "; ")
    return Phrase(english: "Sources differ: \(list)", indonesian: "Sumber berbeda: \(list)")
  }

  /// Returns the number of citations that `--format vimgrep` leaves out.
  static func placeless(_ count: Int) -> Phrase {
    let citations = Quantity.count(count, .init("citation", indonesian: "kutipan"))
    return Phrase(
      english: "tanya: left out \(citations.english) without a file",
      indonesian: "tanya: \(citations.indonesian) tanpa berkas dilewatkan")
  }

  // MARK: Explanations

  static func score(_ score: String) -> Phrase {
    Phrase(
      english: "score \(score) = the sum of tf·idf per term:",
      indonesian: "skor \(score) = jumlah tf·idf tiap kata:")
  }

  static let unranked = Phrase(
    english: "This line is cited because it states what was asked; it has no score.",
    indonesian: "Baris ini dikutip karena menyatakan yang ditanyakan; baris ini tanpa skor.")

  /// Returns the heading of the points of a quoted sentence. The names of their parts follow below.
  static func sentence(_ score: String) -> Phrase {
    Phrase(english: "sentence \(score):", indonesian: "kalimat \(score):")
  }

  static let passage = Phrase(english: "passage", indonesian: "bagian")
  static let words = Phrase(english: "words of the question", indonesian: "kata pertanyaan")
  static let type = Phrase(english: "kind of answer", indonesian: "jenis jawaban")
  static let position = Phrase(english: "position", indonesian: "letak")
  static let language = Phrase(english: "other language", indonesian: "bahasa lain")

  /// Returns the kind of answer that was asked for, and the words of that kind.
  static func test(
    _ type: String, _ outcome: SentenceEvidence.TypeTest, words: String?
  ) -> Phrase {
    switch outcome {
    case .passed:
      Phrase(
        english: "asked for: \(type); found: \(words ?? "–")",
        indonesian: "ditanyakan: \(type); ditemukan: \(words ?? "–")")
    case .failed:
      Phrase(
        english: "asked for: \(type); none found in the sentence",
        indonesian: "ditanyakan: \(type); tidak ada dalam kalimat")
    case .untested:
      Phrase(
        english: "asked for: \(type); its form cannot be recognised",
        indonesian: "ditanyakan: \(type); tidak dapat dikenali dari bentuknya")
    }
  }

  // MARK: Facts

  static func noFacts(_ kind: FactKind, about topic: String) -> Phrase {
    switch kind {
    case .dates:
      Phrase(
        english: "No sentence about \(topic) contains a date.",
        indonesian: "Tidak ada kalimat tentang \(topic) yang memuat tanggal.")
    case .quantities:
      Phrase(
        english: "No sentence about \(topic) contains a number.",
        indonesian: "Tidak ada kalimat tentang \(topic) yang memuat angka.")
    }
  }

  /// Returns the heading of a group of facts; nil for a group without one.
  static func heading(_ group: Fact.Group) -> Phrase? {
    switch group {
    case .date: nil
    case .dayOfYear: Phrase(english: "Without a year", indonesian: "Tanpa tahun")
    case .money(let unit), .measure(let unit): Phrase(verbatim: unit)
    case .percentage: Phrase(english: "Percentages", indonesian: "Persentase")
    case .duration: Phrase(english: "Durations", indonesian: "Jangka waktu")
    case .number: Phrase(english: "Other numbers", indonesian: "Angka lain")
    }
  }
}
