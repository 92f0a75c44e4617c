import Evaluation

/// Messages about errors in question files and in saved evaluation runs.
extension ErrorMessage {
  static func phrase(_ error: QuestionFileError, in path: String) -> Phrase {
    let (path, problem) = (shown(path), phrase(error.kind))
    return Phrase(
      english: "\(path), line \(error.line): \(problem.english)",
      indonesian: "\(path), baris \(error.line): \(problem.indonesian)")
  }

  private static func phrase(_ kind: QuestionFileError.Kind) -> Phrase {
    switch kind {
    case .invalidUTF8(let offset): phrase(BatchLineError.invalidUTF8(offset: offset))
    case .malformedJSON(let offset): phrase(BatchLineError.malformedJSON(offset: offset))
    case .noQuestion: phrase(BatchLineError.noQuestion)
    case .emptyQuestion: phrase(BatchLineError.emptyQuestion)
    case .invalidMember("answers"):
      Phrase(
        english: "\"answers\" must be an array of strings",
        indonesian: "\"answers\" harus berupa larik string")
    case .invalidMember("answerable"):
      Phrase(
        english: "\"answerable\" must be true or false",
        indonesian: "\"answerable\" harus true atau false")
    case .invalidMember("documents"), .invalidMember("docs"):
      Phrase(
        english: "the documents must be an array of ids, or an object of grades by id",
        indonesian: "dokumennya harus berupa larik id, atau objek berisi nilai per id")
    case .invalidMember(let name):
      Phrase(
        english: "\"\(name)\" must be a string", indonesian: "\"\(name)\" harus berupa string")
    case .noQuestionBefore:
      Phrase(
        english: "an expected answer or document needs its question on a line before it",
        indonesian: "jawaban atau dokumen yang diharapkan harus didahului baris pertanyaannya")
    case .emptyExpectation:
      Phrase(
        english: "the expectation is empty: write an answer after =, a document after @",
        indonesian: "tidak ada yang diharapkan: tulis jawaban setelah =, dokumen setelah @")
    case .answerAndNone:
      Phrase(
        english: "= NONE means that there is no answer: it excludes any other",
        indonesian: "= NONE berarti tidak ada jawaban: jawaban lain tidak boleh menyertainya")
    case .duplicate(let line):
      Phrase(
        english: "the same question (or id) is on line \(line) already: give each its own \"id\","
          + " or remove one",
        indonesian: "pertanyaan (atau id) yang sama sudah ada di baris \(line): beri masing-masing"
          + " \"id\" sendiri, atau hapus salah satu")
    }
  }

  static func phrase(_ error: SavedEvaluation.ReadingError, in path: String) -> Phrase {
    let file = shown(path)
    let remedy = Phrase(
      english: "save a run with tanya eval --save, and compare with that",
      indonesian: "simpan hasil dengan tanya eval --save, lalu bandingkan dengan itu")
    return switch error {
    case .malformed(let offset):
      Phrase(
        english: "\(file) is not JSON: see byte \(offset); \(remedy.english)",
        indonesian: "\(file) bukan JSON: lihat bita \(offset); \(remedy.indonesian)")
    case .foreign:
      Phrase(
        english: "\(file) is not a saved run of tanya eval: \(remedy.english)",
        indonesian: "\(file) bukan hasil tanya eval: \(remedy.indonesian)")
    case .newer(let version):
      Phrase(
        english: "\(file) was saved by a newer tanya (format version \(version)):"
          + " \(remedy.english)",
        indonesian: "\(file) disimpan oleh tanya yang lebih baru (bentuk versi \(version)):"
          + " \(remedy.indonesian)")
    }
  }

  static func nothingToScore(in path: String) -> Phrase {
    let file = shown(path)
    return Phrase(
      english: "\(file) does not say what is expected of any question: write = ANSWER, = NONE or"
        + " @ DOCUMENT below each (see tanya eval --help)",
      indonesian: "\(file) tidak menyebut apa yang diharapkan dari pertanyaan mana pun: tulis"
        + " = JAWABAN, = NONE atau @ DOKUMEN di bawahnya (lihat tanya eval --help)")
  }

  static func noFigure(_ measure: Measure) -> Phrase {
    let questions =
      switch measure {
      case .refused:
        Phrase(english: "without an answer (= NONE)", indonesian: "tanpa jawaban (= NONE)")
      case .auc:
        Phrase(
          english: "with an answer and some without",
          indonesian: "dengan jawaban dan pertanyaan tanpa jawaban")
      case .success1, .success5, .reciprocalRank, .gain, .recall:
        Phrase(english: "with a document (@)", indonesian: "dengan dokumen (@)")
      default:
        Phrase(
          english: "with an answer (=) and a citation",
          indonesian: "dengan jawaban (=) yang mendapat kutipan")
      }
    return Phrase(
      english: "--require \(measure.rawValue): there is no such figure, since it needs questions"
        + " \(questions.english)",
      indonesian: "--require \(measure.rawValue): angka itu tidak ada, karena memerlukan"
        + " pertanyaan \(questions.indonesian)")
  }
}
