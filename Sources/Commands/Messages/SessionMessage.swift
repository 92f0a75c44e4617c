/// What the shell says about itself.
enum SessionMessage: Sendable, Equatable {
  case pasted(lines: Int)
  case overwrite(path: String)
  case saved(answers: Int, sources: Int, path: String)
  case sourcesHeading
  case goingOn(question: String)
  case nothingToUndo
  case badLine(Int, BatchLineError)
  case noSuchDocument(String)
  case moreDocuments(Int)
  case noDocument(number: Int, count: Int)
  case narrowed(to: Int, of: Int, by: String)
  case unknownSetting(String, known: [String])
  case badValue(String, of: String, values: [String])

  var phrase: Phrase {
    switch self {
    case .pasted(let lines):
      return Phrase(
        english: "\(lines) lines were pasted. Ask each of them (y), join them into one question"
          + " (j), or neither (n)?",
        indonesian: "\(lines) baris ditempel. Tanyakan satu per satu (y), gabungkan menjadi satu"
          + " pertanyaan (j), atau tidak (n)?")
    case .overwrite(let path):
      return Phrase(
        english: "\(path) exists already. Replace it (y) or not (n)?",
        indonesian: "\(path) sudah ada. Timpa (y) atau tidak (n)?")
    case .saved(let answers, let sources, let path):
      let answers = Quantity.count(answers, .answer)
      let sources = Quantity.count(sources, .source)
      return Phrase(
        english: "Saved \(answers.english) with \(sources.english) to \(path).",
        indonesian: "\(answers.indonesian) dengan \(sources.indonesian) disimpan ke \(path).")
    case .sourcesHeading:
      return Phrase(english: "Sources", indonesian: "Sumber")
    case .goingOn(let question):
      return Phrase(
        english: "Going on from before: \(question) (:undo asks only what you typed.)",
        indonesian: "Melanjutkan yang tadi: \(question) (:undo menanyakan yang diketik saja.)")
    case .nothingToUndo:
      return Phrase(
        english: "The last question was asked just as you typed it.",
        indonesian: "Pertanyaan terakhir diajukan persis seperti diketik.")
    case .badLine(let number, let error):
      let text = ErrorMessage.phrase(error)
      return Phrase(
        english: "Line \(number): \(text.english)",
        indonesian: "Baris \(number): \(text.indonesian)")
    case .noSuchDocument(let pattern):
      return Phrase(
        english: "No document fits \(pattern).",
        indonesian: "Tidak ada dokumen yang cocok:"
          + " \(pattern).")
    case .moreDocuments(let count):
      let count = Quantity.grouped(count)
      return Phrase(
        english: "… and \(count.english) more; :sources PATTERN finds them.",
        indonesian: "… dan \(count.indonesian) lagi; cari dengan :sources PATTERN.")
    case .noDocument(let number, let count):
      return Phrase(
        english: "There is no document \(number): :sources numbers them from 1 to \(count).",
        indonesian: "Tidak ada dokumen \(number): nomornya 1 sampai \(count), lihat :sources.")
    case .narrowed(let count, let total, let conditions):
      let documents = Quantity.count(total, .document)
      if conditions.isEmpty {
        return Phrase(
          english: "Asking all \(documents.english).",
          indonesian: "Menanyai semua \(documents.indonesian).")
      }
      let count = Quantity.grouped(count)
      return Phrase(
        english:
          "Asking \(count.english) of \(documents.english) (\(conditions)); :all undoes this.",
        indonesian: "Menanyai \(count.indonesian) dari \(documents.indonesian) (\(conditions));"
          + " batalkan dengan :all.")
    case .unknownSetting(let name, let known):
      let list = known.joined(separator: ", ")
      return Phrase(
        english: "There is no setting \(name); there are \(list).",
        indonesian: "Tidak ada setelan \(name); yang ada: \(list).")
    case .badValue(let value, let name, let values):
      let list = values.joined(separator: ", ")
      return Phrase(
        english: "\(name) cannot be \(value); it takes \(list), and what is like it.",
        indonesian: "\(name) tidak dapat bernilai \(value); pilihannya \(list), dan sejenisnya.")
    }
  }
}
