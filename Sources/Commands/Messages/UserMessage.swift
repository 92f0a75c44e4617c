import Answering
import Library

/// What tanya says around its answers, in the language of the question, and in the shell, in the
/// locale's.
enum UserMessage: Sendable, Equatable {
  /// No passage holds these words of the question: nothing was cited, or what was is only related.
  case unsupported(words: [String], Verdict)
  /// Nothing was found, and no word can be named.
  case onlyCommonWords
  /// What is cited is about the subject but does not answer.
  case onlyRelated
  case didYouMean([SpellingCorrection])
  case sourceMoved, sourceChanged, sourceGone
  case retoldFrom(String)
  case builtInLibrary
  /// An index was found that somebody else built.
  case foreignIndex(folder: String)
  case builtInLibraryForSession
  case noMore
  case noAnswerYet
  case noSuchCitation(String, count: Int)
  case helpHint
  case unknownCommand(String, nearest: String?)
  case commandNeeds(String, argument: String)
  case explainedScore(String)
  /// A line that is cited since it states something, not for its words.
  case unranked
  /// Said once: a dictionary that the set-up installs is not there.
  case dictionaryMissing(package: String)
  case glossaryAdded(word: String, translation: String, languages: String, isNew: Bool)
  case noTranslation(String)
  case glossaryNeedsIndex
  /// So many sources give one value, in these words.
  case sourcesAgree(Int, words: [String])
  /// Sources give different values.
  case sourcesDiffer([SourcedWords])

  var phrase: Phrase {
    switch self {
    case .unsupported(let words, let verdict):
      let list = words.map { "*\($0)*" }.joined(separator: ", ")
      return verdict == .none
        ? Phrase(
          english: "Nothing in the documents supports: \(list).",
          indonesian: "Tidak ada dokumen yang mendukung: \(list).")
        : Phrase(
          english: "No passage found supports: \(list).",
          indonesian: "Tidak ada bagian yang mendukung: \(list).")
    case .onlyCommonWords:
      return Phrase(
        english: "Every word of the question is too common to look for: name what it is about.",
        indonesian: "Semua kata dalam pertanyaan terlalu umum untuk dicari: sebutkan tentang apa.")
    case .onlyRelated:
      return Phrase(
        english: "No sentence answers this; related passages:",
        indonesian: "Tidak ada kalimat yang menjawabnya; bagian yang berkaitan:")
    case .didYouMean(let corrections):
      let pairs = corrections.map { correction in
        Phrase(
          english: "*\(correction.meant)* for *\(correction.typed)*",
          indonesian: "*\(correction.meant)* untuk *\(correction.typed)*")
      }
      return Phrase(english: "Did you mean ", indonesian: "Maksudnya ")
        + pairs.joined(separator: ", ") + Phrase(verbatim: "?")
    case .sourceMoved:
      return Phrase(
        english: "moved within its file since it was indexed",
        indonesian: "berpindah tempat dalam berkasnya sejak diindeks")
    case .sourceChanged:
      return Phrase(
        english: "changed since it was indexed", indonesian: "berubah sejak diindeks")
    case .sourceGone:
      return Phrase(
        english: "gone since it was indexed", indonesian: "hilang sejak diindeks")
    case .retoldFrom(let original):
      return Phrase(
        english: "retold from \(original)", indonesian: "diceritakan ulang dari \(original)")
    case .builtInLibrary:
      return Phrase(
        english: "tanya: no index found; answering from the built-in sample articles"
          + " (make an index of your own: tanya index FOLDER)",
        indonesian: "tanya: tidak ada indeks; menjawab dari artikel contoh bawaan"
          + " (buat indeks sendiri: tanya index FOLDER)")
    case .foreignIndex(let folder):
      let word = ShellWord.quoted(VisibleText.line(folder))
      return Phrase(
        english: "tanya: \(VisibleText.line(folder)) was not built by you: only its stored text is"
          + " read, and no source is opened or compared (if you trust it: --index \(word))",
        indonesian: "tanya: \(VisibleText.line(folder)) bukan buatan Anda: hanya teks di dalamnya"
          + " yang dibaca, sumbernya tidak dibuka atau dibandingkan (jika dipercaya: --index"
          + " \(word))")
    case .builtInLibraryForSession:
      return Phrase(
        english: "No index found: these are the built-in sample articles."
          + " Index your own with :index FOLDER",
        indonesian: "Tidak ada indeks: ini artikel contoh bawaan."
          + " Indekskan dokumen sendiri dengan :index FOLDER")
    case .noMore:
      return Phrase(english: "Nothing more was found.", indonesian: "Tidak ada lagi.")
    case .noAnswerYet:
      return Phrase(
        english: "Ask something first: there is no answer yet to go back to.",
        indonesian: "Tanyakan sesuatu dahulu: belum ada jawaban.")
    case .noSuchCitation(let number, let count):
      return Phrase(
        english: "There is no citation [\(number)]; the last answer has [1] to [\(count)].",
        indonesian:
          "Tidak ada kutipan [\(number)]; jawaban terakhir memuat [1] sampai [\(count)].")
    case .helpHint:
      return Phrase(
        english: "Type a question, or :help. Ctrl-D leaves.",
        indonesian: "Ketik pertanyaan, atau :help. Ctrl-D untuk keluar.")
    case .unknownCommand(let name, let nearest):
      let english = nearest.map { " Did you mean \($0)?" } ?? ""
      let indonesian = nearest.map { " Maksudnya \($0)?" } ?? ""
      return Phrase(
        english: "There is no command \(name).\(english) :help lists all.",
        indonesian: "Tidak ada perintah \(name).\(indonesian) :help memuat semuanya.")
    case .commandNeeds(let name, let argument):
      return Phrase(
        english: "\(name) is used like this: \(name) \(argument)",
        indonesian: "\(name) dipakai seperti ini: \(name) \(argument)")
    case .sourcesAgree(let count, let words):
      let equation = words.joined(separator: " = ")
      return Phrase(
        english: "\(count) sources agree: \(equation)",
        indonesian: "\(count) sumber sepakat: \(equation)")
    case .sourcesDiffer(let values):
      let list = values.map { "\($0.words) \($0.sources.joined(separator: ", "))" }
        .joined(separator: "; ")
      return Phrase(english: "Sources differ: \(list)", indonesian: "Sumber berbeda: \(list)")
    case .unranked:
      return Phrase(
        english: "This line is cited because it states what was asked, not for a score.",
        indonesian: "Baris ini dikutip karena menyatakan yang ditanyakan, bukan karena skor.")
    case .dictionaryMissing(let package):
      return Phrase(
        english: "tanya: translated with tanya's own glossary alone;"
          + " apt-get install \(package) brings many more words (said once)",
        indonesian: "tanya: diterjemahkan dengan glosarium tanya saja;"
          + " apt-get install \(package) menambah banyak kosakata (disampaikan sekali)")
    case .glossaryAdded(let word, let translation, let languages, let isNew):
      let entry = "\(VisibleText.line(word)) = \(VisibleText.line(translation)) (\(languages))"
      return Phrase(
        english: isNew ? "Added: \(entry)." : "Your glossary has it already: \(entry).",
        indonesian: isNew ? "Ditambahkan: \(entry)." : "Sudah ada dalam glosarium: \(entry).")
    case .noTranslation(let word):
      let word = VisibleText.line(word)
      return Phrase(
        english: "No dictionary has *\(word)*: add it as in :glossary add \(word) = TRANSLATION",
        indonesian:
          "Tidak ada kamus yang memuat *\(word)*: tambahkan, :glossary add \(word) = TERJEMAHAN")
    case .glossaryNeedsIndex:
      return Phrase(
        english: "A glossary belongs to an index of your own: make one with tanya index FOLDER",
        indonesian: "Glosarium disimpan di samping indeks sendiri: buat dengan tanya index FOLDER")
    case .explainedScore(let score):
      return Phrase(
        english: "score \(score) = the sum of tf·idf per term:",
        indonesian: "skor \(score) = jumlah tf·idf tiap kata:")
    }
  }
}
