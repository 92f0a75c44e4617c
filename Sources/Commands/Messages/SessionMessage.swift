/// Messages of the shell about itself, in the language of the locale.
enum SessionMessage {
  static let builtInLibrary = Phrase(
    english: "No index found: answers come from the built-in sample articles."
      + " Index your own documents with :index FOLDER",
    indonesian: "Tidak ada indeks: jawaban berasal dari artikel contoh bawaan."
      + " Indekskan dokumen sendiri dengan :index FOLDER")

  static let help = Phrase(
    english: "Type a question, or :help. Ctrl-D quits.",
    indonesian: "Ketik pertanyaan, atau :help. Ctrl-D untuk keluar.")

  // MARK: Questions and answers

  static func followUp(_ question: String) -> Phrase {
    Phrase(
      english: "Follow-up, read as: \(question) (:undo asks only what you typed.)",
      indonesian: "Pertanyaan lanjutan, dibaca sebagai: \(question)"
        + " (:undo menanyakan yang diketik saja.)")
  }

  static let nothingToUndo = Phrase(
    english: "The last question was asked exactly as typed.",
    indonesian: "Pertanyaan terakhir diajukan persis seperti diketik.")

  static let noMore = Phrase(english: "Nothing more was found.", indonesian: "Tidak ada lagi.")

  static let nearest = Phrase(
    english: ":more shows the passages that come nearest.",
    indonesian: ":more menampilkan bagian yang paling dekat.")

  static let noAnswerYet = Phrase(
    english: "Ask something first: there is no answer yet.",
    indonesian: "Tanyakan sesuatu dahulu: belum ada jawaban.")

  static func noCitation(_ number: String, count: Int) -> Phrase {
    Phrase(
      english: "There is no citation [\(number)]; the last answer has [1] to [\(count)].",
      indonesian: "Tidak ada kutipan [\(number)]; jawaban terakhir memuat [1] sampai [\(count)].")
  }

  static func pasted(lines: Int) -> Phrase {
    Phrase(
      english: "\(lines) lines were pasted. Ask each of them (y), join them into one question"
        + " (j), or neither (n)?",
      indonesian: "\(lines) baris ditempel. Tanyakan satu per satu (y), gabungkan menjadi satu"
        + " pertanyaan (j), atau tidak (n)?")
  }

  static func badLine(_ number: Int, _ error: BatchLineError) -> Phrase {
    let text = ErrorMessage.phrase(error)
    return Phrase(
      english: "Line \(number): \(text.english)", indonesian: "Baris \(number): \(text.indonesian)")
  }

  // MARK: Documents

  static func noDocument(matching pattern: String) -> Phrase {
    Phrase(
      english: "No document matches \(pattern).",
      indonesian: "Tidak ada dokumen yang cocok: \(pattern).")
  }

  static func noDocument(number: Int, count: Int) -> Phrase {
    Phrase(
      english: "There is no document \(number): :sources numbers them from 1 to \(count).",
      indonesian: "Tidak ada dokumen \(number): nomornya 1 sampai \(count), lihat :sources.")
  }

  static func moreDocuments(_ count: Int) -> Phrase {
    let count = Quantity.grouped(count)
    return Phrase(
      english: "… and \(count.english) more; :sources PATTERN finds them.",
      indonesian: "… dan \(count.indonesian) lagi; cari dengan :sources PATTERN.")
  }

  /// Returns a message about conditions on the documents of a cluster, which does not list them.
  static func narrowed(by conditions: String) -> Phrase {
    Phrase(
      english: "Only documents that match \(conditions) are asked.",
      indonesian: "Hanya dokumen yang cocok dengan \(conditions) yang ditanyai.")
  }

  /// - Parameter conditions: The conditions; empty if all documents are asked.
  static func narrowed(to count: Int, of total: Int, by conditions: String) -> Phrase {
    let documents = Quantity.count(total, .document)
    if conditions.isEmpty {
      return Phrase(
        english: "Asking all \(documents.english).",
        indonesian: "Menanyai semua \(documents.indonesian).")
    }
    let count = Quantity.grouped(count)
    return Phrase(
      english: "Asking \(count.english) of \(documents.english) (\(conditions)); :all undoes this.",
      indonesian: "Menanyai \(count.indonesian) dari \(documents.indonesian) (\(conditions));"
        + " batalkan dengan :all.")
  }

  static let takeUp = Phrase(
    english: ": :index takes them up.", indonesian: ": masukkan dengan :index.")

  // MARK: Commands and settings

  static func unknownCommand(_ name: String, nearest: String?) -> Phrase {
    let english = nearest.map { " Did you mean \($0)?" } ?? ""
    let indonesian = nearest.map { " Maksudnya \($0)?" } ?? ""
    return Phrase(
      english: "There is no command \(name).\(english) :help lists all commands.",
      indonesian: "Tidak ada perintah \(name).\(indonesian) :help memuat semua perintah.")
  }

  static func usage(_ name: String, _ argument: String) -> Phrase {
    Phrase(english: "Usage: \(name) \(argument)", indonesian: "Pemakaian: \(name) \(argument)")
  }

  static func unknownSetting(_ name: String, known: [String]) -> Phrase {
    let list = known.joined(separator: ", ")
    return Phrase(
      english: "There is no setting \(name); the settings are \(list).",
      indonesian: "Tidak ada setelan \(name); yang ada: \(list).")
  }

  static func badValue(_ value: String, of name: String, values: [String]) -> Phrase {
    let list = values.joined(separator: ", ")
    return Phrase(
      english: "\(name) cannot be \(value); values are for example \(list).",
      indonesian: "\(name) tidak dapat bernilai \(value); nilainya misalnya \(list).")
  }

  static func needsTerminal(_ name: String) -> Phrase {
    Phrase(
      english: "\(name) runs a program, which needs a terminal.",
      indonesian: "\(name) menjalankan program, yang memerlukan terminal.")
  }

  static func notTyped(_ name: String) -> Phrase {
    Phrase(
      english: "Not run: \(name) arrived together with other lines. Type it by itself.",
      indonesian: "Tidak dijalankan: \(name) datang bersama baris lain. Ketik tersendiri.")
  }

  static let nothingEdited = Phrase(
    english: "The question is empty or as it was: nothing is asked.",
    indonesian: "Pertanyaannya kosong atau tidak berubah: tidak ada yang ditanyakan.")

  static let noHistory = Phrase(
    english: "No earlier line matches.", indonesian: "Tidak ada baris terdahulu yang cocok.")

  static func time(microseconds: Int) -> Phrase {
    let time = Quantity.decimal(Double(microseconds) / 1000)
    return Phrase(english: "\(time) ms", indonesian: "\(time) md")
  }

  static func savedSettings(to path: String) -> Phrase {
    Phrase(english: "Saved in \(path).", indonesian: "Disimpan di \(path).")
  }

  static let noConfiguration = Phrase(
    english: "Settings have no place to be saved in: HOME is not set, or --no-config is given.",
    indonesian: "Setelan tidak punya tempat simpan: HOME tidak diisi, atau --no-config dipakai.")

  // MARK: Saving

  static func overwrite(_ path: String) -> Phrase {
    Phrase(
      english: "\(path) exists already. Replace it (y) or not (n)?",
      indonesian: "\(path) sudah ada. Timpa (y) atau tidak (n)?")
  }

  static func saved(answers: Int, sources: Int, to path: String) -> Phrase {
    let answers = Quantity.count(answers, .answer)
    let sources = Quantity.count(sources, .source)
    return Phrase(
      english: "Saved \(answers.english) with \(sources.english) to \(path).",
      indonesian: "\(answers.indonesian) dengan \(sources.indonesian) disimpan ke \(path).")
  }

  static let sourcesHeading = Phrase(english: "Sources", indonesian: "Sumber")
}
