import Answering
import Corpus
import Library
import Retrieval

/// What is said about a file that is not what answers.
enum WhyNotMessage: Equatable {
  case several(String, [String])
  case narrowedOut(String, Narrowing)
  case folder(String)
  case collection(String)
  case skipped(SkippedSource)
  case notTaken(String)
  case elsewhere(String)
  case missing(String)
  case outcome(DocumentStanding.Outcome, DocumentRank)
  case ranked(DocumentRank)
  case lacks([String])
  /// Above the columns of figures.
  case here, first
  /// Beside what the second look at the text gives.
  case text
  case bestSentence, points, pointsOfLast

  static func == (left: Self, right: Self) -> Bool { left.phrase == right.phrase }

  var phrase: Phrase {
    switch self {
    case .several(let file, let documents):
      let names = documents.prefix(5).joined(separator: ", ") + (documents.count > 5 ? ", …" : "")
      return Phrase(
        english: "\(file) means \(documents.count) documents; name one: \(names)",
        indonesian: "\(file) berarti \(documents.count) dokumen; sebutkan salah satu: \(names)")
    case .narrowedOut(let document, let narrowing):
      let conditions = narrowing.description
      return Phrase(
        english: "\(document) is none of the documents that are asked (\(conditions)).",
        indonesian: "\(document) tidak termasuk dokumen yang ditanyai (\(conditions)).")
    case .folder(let file):
      return Phrase(
        english: "\(file) is a folder: name one of its files.",
        indonesian: "\(file) adalah folder: sebutkan salah satu berkasnya.")
    case .collection(let file):
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
    case .notTaken(let file):
      return Phrase(
        english: "\(file) is not indexed: it is new (tanya index takes it up), hidden, or named"
          + " by a .gitignore.",
        indonesian: "\(file) tidak diindeks: berkas baru (tanya index akan memuatnya),"
          + " tersembunyi, atau disebut dalam .gitignore.")
    case .elsewhere(let file):
      return Phrase(
        english: "\(file) is not indexed: tanya index \(file) adds it.",
        indonesian: "\(file) tidak diindeks: tanya index \(file) menambahkannya.")
    case .missing(let file):
      return Phrase(
        english: "There is no document \(file) in the index, and no such file.",
        indonesian: "Tidak ada dokumen \(file) dalam indeks, dan tidak ada berkas itu.")
    case .outcome(let outcome, let rank): return Self.phrase(outcome, rank)
    case .ranked(let rank): return Self.phrase(rank)
    case .lacks(let words):
      let list = words.map { "*\(VisibleText.line($0))*" }.joined(separator: ", ")
      return Phrase(english: "It lacks: \(list).", indonesian: "Tidak memuat: \(list).")
    case .here: return Phrase(english: "here", indonesian: "di sini")
    case .first: return Phrase(english: "first", indonesian: "pertama")
    case .text: return Phrase(english: "text", indonesian: "teks")
    case .bestSentence:
      return Phrase(english: "Its best sentence:", indonesian: "Kalimat terbaiknya:")
    case .points: return Phrase(english: "For it:", indonesian: "Nilainya:")
    case .pointsOfLast:
      return Phrase(
        english: "For the last that is cited:", indonesian: "Nilai kutipan terakhir:")
    }
  }

  private static func phrase(_ outcome: DocumentStanding.Outcome, _ rank: DocumentRank) -> Phrase {
    switch outcome {
    case .cited(let rank):
      Phrase(english: "It is cited, as [\(rank)].", indonesian: "Dikutip sebagai [\(rank)].")
    case .stated:
      Phrase(
        english: "The question is about an article; the line of another that states it is cited.",
        indonesian: "Pertanyaan ini tentang sebuah artikel; baris artikel lain yang dikutip.")
    case .unread where rank.isRuledOut:
      Phrase(
        english: "The question's exact phrases or excluded words rule it out.",
        indonesian: "Frasa persis atau kata terlarang dalam pertanyaan menyingkirkannya.")
    case .unread where rank.rank == nil:
      Phrase(
        english: "It holds no word of the question.",
        indonesian: "Tidak memuat satu kata pun dari pertanyaan.")
    case .unread:
      Phrase(
        english: "Its best passage ranks too low to be read for an answer.",
        indonesian: "Peringkat bagian terbaiknya terlalu rendah untuk dibaca.")
    case .unquotable:
      Phrase(
        english: "Only lines about the document itself match, which are not quoted.",
        indonesian: "Hanya baris tentang dokumen itu sendiri yang cocok, dan tidak dikutip.")
    case .wordless:
      Phrase(
        english: "None of its sentences holds a word of the question.",
        indonesian: "Tidak satu pun kalimatnya memuat kata dari pertanyaan.")
    case .outscored(let place):
      Phrase(
        english: "Better sentences are cited; its best would come as [\(place)].",
        indonesian: "Kalimat lain lebih baik; miliknya akan menjadi [\(place)].")
    case .duplicate(let rank):
      Phrase(
        english: "Its best sentence says what [\(rank)] says in nearly the same words.",
        indonesian: "Kalimat terbaiknya hampir sama kata-katanya dengan [\(rank)].")
    case .refused:
      Phrase(
        english: "Nothing is cited: what was found supports too little of the question.",
        indonesian: "Tidak ada yang dikutip: yang ditemukan terlalu sedikit mendukung pertanyaan.")
    }
  }

  private static func phrase(_ rank: DocumentRank) -> Phrase {
    let score = ExplanationText.decimal(rank.score)
    guard let place = rank.rank else {
      let ranked = Quantity.count(rank.ranked, .passage)
      return Phrase(
        english: "It is not among the \(ranked.english) that hold words of the question.",
        indonesian: "Tidak termasuk \(ranked.indonesian) yang memuat kata pertanyaan.")
    }
    let first = ExplanationText.decimal(rank.first?.passage.score ?? 0)
    let behind =
      place == 1
      ? Phrase(verbatim: "")
      : Phrase(english: "; the first has \(first)", indonesian: "; yang pertama \(first)")
    return Phrase(
      english: "Its best passage is number \(place) of \(rank.ranked), with a score of \(score)",
      indonesian: "Bagian terbaiknya nomor \(place) dari \(rank.ranked), dengan skor \(score)")
      + behind + Phrase(verbatim: ".")
  }
}
