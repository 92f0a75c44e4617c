import Answering

/// How the points of a quoted sentence are named.
enum EvidenceMessage {
  case sentence(String)
  case passage, words, type, position, language
  /// A type, what its test said, and the words that passed it.
  case test(String, SentenceEvidence.TypeTest, String?)

  var phrase: Phrase {
    switch self {
    case .sentence(let score):
      Phrase(english: "sentence \(score):", indonesian: "kalimat \(score):")
    case .passage: Phrase(english: "passage", indonesian: "bagian")
    case .words: Phrase(english: "words of the question", indonesian: "kata pertanyaan")
    case .type: Phrase(english: "kind of answer", indonesian: "jenis jawaban")
    case .position: Phrase(english: "place", indonesian: "letak")
    case .language: Phrase(english: "other language", indonesian: "bahasa lain")
    case .test(let type, .passed, let words):
      Phrase(
        english: "asked for: \(type); found: \(words ?? "–")",
        indonesian: "ditanyakan: \(type); ditemukan: \(words ?? "–")")
    case .test(let type, .failed, _):
      Phrase(
        english: "asked for: \(type); none found in the sentence",
        indonesian: "ditanyakan: \(type); tidak ada dalam kalimat")
    case .test(let type, .untested, _):
      Phrase(
        english: "asked for: \(type); no form of words tells it",
        indonesian: "ditanyakan: \(type); tidak dapat dikenali dari bentuknya")
    }
  }
}
