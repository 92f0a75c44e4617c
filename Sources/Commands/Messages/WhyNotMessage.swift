import Answering
import Corpus
import Library
import Retrieval

/// Messages that explain why a document is not cited, or how close it came.
enum WhyNotMessage {
  static func phrase(_ finding: WhyNot.Finding, _ file: String) -> Phrase {
    switch finding {
    case .standing(let rank, let standing): return outcome(standing.outcome, rank)
    case .several(let documents): return several(file, documents)
    case .narrowedOut(let document, let narrowing):
      let (document, conditions) = (VisibleText.line(document), narrowing.description)
      return Phrase(
        english: "\(document) is excluded by your filters (\(conditions)).",
        indonesian: "\(document) dikecualikan oleh saringan Anda (\(conditions)).")
    case .folder:
      return Phrase(
        english: "\(file) is a folder: name one of its files.",
        indonesian: "\(file) adalah folder: sebutkan salah satu berkasnya.")
    case .collection:
      return Phrase(
        english: "\(file) is a collection: name one of its documents by its _id or its line"
          + " (\(file):17).",
        indonesian: "\(file) adalah kumpulan dokumen: sebutkan salah satu dengan _id atau"
          + " barisnya (\(file):17).")
    case .skipped(let skipped):
      let place = SkipMessage.place(skipped).disarmed
      let reason = SkipMessage.phrase(skipped.reason)
      return Phrase(
        english: "\(place.english) is not indexed: it is \(reason.english).",
        indonesian: "\(place.indonesian) tidak diindeks: \(reason.indonesian).")
    case .notTaken:
      return Phrase(
        english: "\(file) is not indexed: it is new (tanya index picks it up), hidden, or ignored"
          + " by .gitignore, .ignore or .tanyaignore.",
        indonesian: "\(file) tidak diindeks: berkas baru (tanya index akan memuatnya),"
          + " tersembunyi, atau diabaikan oleh .gitignore, .ignore, atau .tanyaignore.")
    case .elsewhere:
      return Phrase(
        english: "\(file) is not indexed: tanya index \(file) adds it.",
        indonesian: "\(file) tidak diindeks: tanya index \(file) menambahkannya.")
    case .beyond(let count):
      return Phrase(
        english: "\(file) is not among the \(count) documents that the cluster found; it does not"
          + " tell the ranks of others.",
        indonesian: "\(file) tidak termasuk \(count) dokumen yang ditemukan klaster; peringkat"
          + " dokumen lain tidak diketahui.")
    case .missing:
      return Phrase(
        english: "There is no document \(file) in the index, and no such file.",
        indonesian: "Tidak ada dokumen \(file) dalam indeks, dan tidak ada berkas itu.")
    }
  }

  static func several(_ name: String, _ documents: [String]) -> Phrase {
    let names = documents.prefix(5).joined(separator: ", ") + (documents.count > 5 ? ", …" : "")
    return Phrase(
      english: "\(name) matches \(documents.count) documents; name one of them: \(names)",
      indonesian: "\(name) cocok dengan \(documents.count) dokumen; sebutkan salah satu: \(names)")
  }

  private static func outcome(_ outcome: DocumentStanding.Outcome, _ rank: DocumentRank) -> Phrase {
    switch outcome {
    case .cited(let rank):
      Phrase(english: "It is cited, as [\(rank)].", indonesian: "Dikutip sebagai [\(rank)].")
    case .stated:
      Phrase(
        english: "The question is about an article; the line of another article that states the"
          + " answer is cited.",
        indonesian: "Pertanyaan ini tentang sebuah artikel; baris artikel lain yang dikutip.")
    case .unread where rank.isRuledOut:
      Phrase(
        english: "The question's exact phrases or excluded words rule it out.",
        indonesian: "Frasa persis atau kata terlarang dalam pertanyaan menyingkirkannya.")
    case .unread where rank.rank == nil:
      Phrase(
        english: "It contains no word of the question.",
        indonesian: "Tidak memuat satu kata pun dari pertanyaan.")
    case .unread:
      Phrase(
        english: "Its best passage ranks too low to be read for an answer.",
        indonesian: "Peringkat bagian terbaiknya terlalu rendah untuk dibaca.")
    case .unquotable:
      Phrase(
        english: "Only lines about the document itself match; these are not quoted.",
        indonesian: "Hanya baris tentang dokumen itu sendiri yang cocok, dan tidak dikutip.")
    case .wordless:
      Phrase(
        english: "None of its sentences contains a word of the question.",
        indonesian: "Tidak satu pun kalimatnya memuat kata dari pertanyaan.")
    case .outscored(let place):
      Phrase(
        english: "Better sentences are cited; its best would come as [\(place)].",
        indonesian: "Kalimat lain lebih baik; miliknya akan menjadi [\(place)].")
    case .duplicate(let rank):
      Phrase(
        english: "Its best sentence repeats [\(rank)] in nearly the same words.",
        indonesian: "Kalimat terbaiknya hampir sama kata-katanya dengan [\(rank)].")
    case .refused:
      Phrase(
        english: "Nothing is cited: the passages found support too little of the question.",
        indonesian: "Tidak ada yang dikutip: yang ditemukan terlalu sedikit mendukung pertanyaan.")
    }
  }

  /// Returns a sentence about the rank and score of the document's best passage.
  static func ranked(_ rank: DocumentRank) -> Phrase {
    let score = Quantity.decimal(rank.score)
    guard let place = rank.rank else {
      let ranked = Quantity.count(rank.ranked, .passage)
      return Phrase(
        english: "It is not among the \(ranked.english) that contain words of the question.",
        indonesian: "Tidak termasuk \(ranked.indonesian) yang memuat kata pertanyaan.")
    }
    let first = Quantity.decimal(rank.first?.passage.score ?? 0)
    let behind =
      place == 1
      ? Phrase(verbatim: "")
      : Phrase(english: "; the first has \(first)", indonesian: "; yang pertama \(first)")
    return Phrase(
      english: "Its best passage is number \(place) of \(rank.ranked), with a score of \(score)",
      indonesian: "Bagian terbaiknya nomor \(place) dari \(rank.ranked), dengan skor \(score)")
      + behind + Phrase(verbatim: ".")
  }

  static func lacks(_ words: [String]) -> Phrase {
    let list = words.map { "*\(VisibleText.line($0))*" }.joined(separator: ", ")
    return Phrase(english: "It lacks: \(list).", indonesian: "Tidak memuat: \(list).")
  }

  // The headings of the columns of figures, and of the row for the second stage of ranking.
  static let here = Phrase(english: "here", indonesian: "di sini")
  static let first = Phrase(english: "first", indonesian: "pertama")
  static let text = Phrase(english: "text", indonesian: "teks")

  static let bestSentence = Phrase(
    english: "Its best sentence:", indonesian: "Kalimat terbaiknya:")
  static let points = Phrase(english: "Its points:", indonesian: "Nilainya:")
  static let pointsOfLast = Phrase(
    english: "Those of the last sentence cited:", indonesian: "Nilai kutipan terakhir:")
}
