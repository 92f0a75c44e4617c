import Glibc
import Indexing
import Library
import Platform
import Retrieval
import SegmentFormat

/// Messages about errors: what went wrong, where, and what to do next.
enum ErrorMessage {
  /// The words after the path of a file that was truncated while it was mapped.
  static let truncatedWhileRead = Phrase(
    english: ": was cut short while it was read; rebuild the index with tanya index --rebuild\n",
    indonesian:
      ": terpotong saat sedang dibaca; bangun ulang indeks dengan tanya index --rebuild\n")

  static func phrase(_ error: CommandError) -> Phrase {
    switch error {
    case .index(let error): return phrase(error)
    case .indexing(let error): return phrase(error)
    case .foreignIndex(let folder):
      let folder = shown(folder)
      return Phrase(
        english: "\(folder) was not built by you, so its sources are not read again: name it if you"
          + " trust it, with --index \(folder)",
        indonesian: "\(folder) bukan buatan Anda, maka sumbernya tidak dibaca ulang: sebutkan jika"
          + " dipercaya, dengan --index \(folder)")
    case .file(let error): return phrase(error)
    case .input(let path, let code):
      let (path, cause) = (shown(path), SystemReason.phrase(code))
      return Phrase(
        english: "cannot read questions from \(path): \(cause.english)",
        indonesian: "tidak dapat membaca pertanyaan dari \(path): \(cause.indonesian)")
    case .output(let code):
      let cause = SystemReason.phrase(code)
      return Phrase(
        english: "cannot write the answer: \(cause.english)",
        indonesian: "tidak dapat menulis jawaban: \(cause.indonesian)")
    case .editor(let command):
      let command = shown(command)
      return Phrase(
        english:
          "cannot start the editor \(command): set VISUAL or EDITOR to one that is installed",
        indonesian: "tidak dapat menjalankan editor \(command):"
          + " isi VISUAL atau EDITOR dengan editor yang terpasang")
    case .program(let command):
      let command = shown(command)
      return Phrase(
        english: "\(command) did not start: no program has that name, or it may not be run",
        indonesian: "\(command) tidak dapat dijalankan: tidak ada program itu, atau tidak boleh")
    case .line(let number, let error):
      let problem = phrase(error)
      return Phrase(
        english: "line \(number): \(problem.english)",
        indonesian: "baris \(number): \(problem.indonesian)")
    case .emptyQuestion:
      return Phrase(
        english:
          "the question is empty: write it after the command, as in: tanya ask \"Who is …?\"",
        indonesian: "pertanyaannya kosong: tulis setelah perintah, misalnya:"
          + " tanya ask \"Siapakah …?\"")
    case .nothingAdmitted(let narrowing): return nothingAdmitted(narrowing)
    case .noDocument(let name):
      let name = shown(name)
      return Phrase(
        english: "there is no document \(name) in the index: name it by its id, or by the end of"
          + " its id after a slash",
        indonesian: "tidak ada dokumen \(name) dalam indeks: sebutkan id-nya, atau akhiran id-nya"
          + " setelah garis miring")
    case .severalDocuments(let name, let documents):
      return WhyNotMessage.several(shown(name), documents.map(shown))
    case .questionFile(let path, let error): return phrase(error, in: path)
    case .savedRun(let path, let error): return phrase(error, in: path)
    case .nothingToScore(let path): return nothingToScore(in: path)
    case .noFigure(let measure): return noFigure(measure)
    case .glossary(let path, let error): return GlossaryMessage.phrase(error, in: path)
    case .configuration(let error): return phrase(error)
    case .unknownLibrary(let name, let known): return unknownLibrary(name, known: known)
    case .unknownCluster(let name, let known): return unknownCluster(name, known: known)
    case .notOfCluster:
      return Phrase(
        english: "a cluster keeps its own index: tanya cluster load NAME PATH… adds documents"
          + " to it",
        indonesian: "klaster menyimpan indeksnya sendiri: tanya cluster load NAME PATH… menambahkan"
          + " dokumen ke sana")
    case .libraryNotIndexed(let name, let folder): return libraryNotIndexed(name, folder: folder)
    case .severalLibraries(let names): return severalLibraries(names)
    case .interrupted: return Phrase(english: "interrupted", indonesian: "dihentikan")
    }
  }

  static func phrase(_ error: IndexError) -> Phrase {
    switch error {
    case .noIndex(let path):
      let path = shown(path)
      return Phrase(
        english: "there is no index in \(path) (no manifest of tanya's): make one with"
          + " tanya index --index \(path) PATH…",
        indonesian: "tidak ada indeks di \(path) (tidak ada manifes tanya di sana): buat dengan"
          + " tanya index --index \(path) PATH…")
    case .file(let error): return phrase(error)
    case .format(let error): return phrase(error)
    case .source(let error): return phrase(error)
    case .analysisChanged(let path, let language):
      let (file, command) = (shown(path), update(ofIndexWith: path))
      return Phrase(
        english: "\(file) was made with other rules for words (\(language)) than this program has:"
          + " rebuild the index with \(command)",
        indonesian: "\(file) dibuat dengan aturan kata (\(language)) yang lain dari program ini:"
          + " buat ulang indeks dengan \(command)")
    }
  }

  static func phrase(_ error: FileError) -> Phrase {
    let (action, path) = (verb(error.operation), shown(error.path))
    let cause = SystemReason.phrase(error.code)
    return Phrase(
      english: "cannot \(action.english) \(path): \(cause.english)",
      indonesian: "tidak dapat \(action.indonesian) \(path): \(cause.indonesian)")
  }

  private static func nothingAdmitted(_ narrowing: Narrowing) -> Phrase {
    let conditions = narrowing.description
    return Phrase(
      english: "no document matches \(conditions): :sources in the shell lists the paths, titles"
        + " and dates of all, and what stands in quotation marks is text",
      indonesian: "tidak ada dokumen yang cocok dengan \(conditions): :sources di shell memuat"
        + " jalur, judul dan tanggal semuanya, dan isi tanda petik adalah teks")
  }

  static func phrase(_ error: BatchLineError) -> Phrase {
    switch error {
    case .invalidUTF8(let offset):
      Phrase(
        english: "the line is not UTF-8 from byte \(offset) on",
        indonesian: "barisnya bukan UTF-8 mulai bita \(offset)")
    case .malformedJSON(let offset):
      Phrase(
        english: "the line begins with { but is not a JSON object: see byte \(offset)",
        indonesian: "barisnya dimulai dengan { tetapi bukan objek JSON: lihat bita \(offset)")
    case .noQuestion:
      Phrase(
        english: "the object has no string \"question\" or \"text\"",
        indonesian: "objeknya tidak memuat string \"question\" atau \"text\"")
    case .invalidIdentifier:
      Phrase(
        english: "the object's \"id\" must be a string or a number",
        indonesian: "\"id\" pada objek harus berupa string atau angka")
    case .nothingAdmitted(let narrowing): nothingAdmitted(narrowing)
    case .source(let error): phrase(error)
    case .emptyQuestion:
      Phrase(english: "the question is empty", indonesian: "pertanyaannya kosong")
    case .tooLong(let limit):
      Phrase(
        english: "the line has more than \(limit >> 20) MB, and no end was found",
        indonesian: "barisnya lebih dari \(limit >> 20) MB, dan ujungnya tidak ditemukan")
    }
  }

  static func phrase(_ error: BatchLineError, inQuestion id: String) -> Phrase {
    let (id, problem) = (shown(id), phrase(error))
    return Phrase(
      english: "question \(id): \(problem.english)",
      indonesian: "pertanyaan \(id): \(problem.indonesian)")
  }

  private static func verb(_ operation: FileError.Operation) -> Phrase {
    switch operation {
    case .open: Phrase(english: "open", indonesian: "membuka")
    case .status: Phrase(english: "inspect", indonesian: "memeriksa")
    case .read: Phrase(english: "read", indonesian: "membaca")
    case .list: Phrase(english: "list", indonesian: "membaca isi folder")
    case .map: Phrase(english: "map", indonesian: "memetakan")
    case .create: Phrase(english: "create", indonesian: "membuat")
    case .write: Phrase(english: "write", indonesian: "menulis")
    case .sync: Phrase(english: "save", indonesian: "menyimpan")
    case .rename: Phrase(english: "rename", indonesian: "mengganti nama")
    case .remove: Phrase(english: "remove", indonesian: "menghapus")
    case .lock: Phrase(english: "lock", indonesian: "mengunci")
    }
  }

  /// Returns the command that updates the index to which a file belongs.
  static func update(ofIndexWith path: String) -> String {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    return "tanya index --index \(ShellWord.quoted(shown(folder)))"
  }

  /// Returns a name from outside in a form that is harmless for a terminal.
  static func shown(_ name: String) -> String { VisibleText.line(name) }
}
