import Corpus
import Library
import Model
import Retrieval

/// Messages of a checkup.
enum DoctorMessage {
  static func name(_ state: Finding.State) -> Phrase {
    switch state {
    case .fine: Phrase(english: "ok", indonesian: "baik")
    case .advice: Phrase(english: "advice", indonesian: "saran")
    case .problem: Phrase(english: "PROBLEM", indonesian: "MASALAH")
    }
  }

  static func name(_ area: Finding.Area) -> Phrase {
    switch area {
    case .version: Phrase(english: "version", indonesian: "versi")
    case .configuration: Phrase(english: "settings", indonesian: "setelan")
    case .index: Phrase(english: "index", indonesian: "indeks")
    case .sources: Phrase(english: "sources", indonesian: "sumber")
    case .skipped: Phrase(english: "skipped", indonesian: "dilewatkan")
    case .helpers: Phrase(english: "helpers", indonesian: "pembantu")
    case .languages: Phrase(english: "languages", indonesian: "bahasa")
    case .dictionaries: Phrase(english: "dictionaries", indonesian: "kamus")
    case .glossary: Phrase(english: "glossary", indonesian: "glosarium")
    case .terminal: Phrase(english: "terminal", indonesian: "terminal")
    case .history: Phrase(english: "history", indonesian: "riwayat")
    case .disk: Phrase(english: "disk", indonesian: "disk")
    }
  }

  static func summary(_ findings: [Finding]) -> Phrase {
    let problems = findings.count { $0.state == .problem }
    let advice = findings.count { $0.state == .advice }
    let suggestions = Quantity.count(advice, .init("suggestion", indonesian: "saran"))
    if problems == 0 {
      return advice == 0
        ? Phrase(english: "All is well.", indonesian: "Semuanya baik.")
        : Phrase(
          english: "No problems; \(suggestions.english).",
          indonesian: "Tidak ada masalah; \(suggestions.indonesian).")
    }
    let count = Quantity.count(problems, .init("problem", indonesian: "masalah"))
    return count + Phrase(verbatim: ", ") + suggestions + Phrase(verbatim: ".")
  }

  /// - Parameter format: The version of the index that this program reads and writes.
  static func version(format: UInt32) -> Phrase {
    Phrase(
      english: "\(ProgramVersion.name), index format \(format)",
      indonesian: "\(ProgramVersion.name), format indeks \(format)")
  }

  // MARK: The index

  static let builtIn = Phrase(
    english: "none of your own: answers come from the built-in sample articles",
    indonesian: "belum ada milik sendiri: jawaban berasal dari artikel contoh bawaan")

  static let makeIndex = Phrase(
    english: "tanya index FOLDER (a folder of your documents)",
    indonesian: "tanya index FOLDER (folder berisi dokumen sendiri)")

  /// - Parameter age: The time since the index was last written, in seconds; nil if it is not
  ///   known.
  static func index(_ status: LibraryStatus, in folder: String, age: Int?) -> Phrase {
    let holdings = [
      Quantity.count(status.documents, .document), Quantity.count(status.passages, .passage),
      Quantity.bytes(status.index.bytes),
    ].joined(separator: ", ")
    let text = Phrase(verbatim: "\(folder): ") + holdings
    return age.map { text + Phrase(verbatim: ", ") + Quantity.ago($0) } ?? text
  }

  static func languages(_ index: IndexStatus) -> Phrase {
    let parts = index.languages.map { part in
      let passages = Quantity.count(part.passages, .passage)
      return Phrase(verbatim: "\(part.language) ") + passages
    }
    return parts.isEmpty
      ? Phrase(english: "no passages", indonesian: "tidak ada bagian")
      : parts.joined(separator: ", ")
  }

  /// - Parameters:
  ///   - command: The command that converts a file.
  ///   - package: The package that provides the command; nil if it is installed.
  static func convert(_ command: String, package: String?) -> Phrase {
    let then = Phrase(
      english: "\(command), then tanya index", indonesian: "\(command), lalu tanya index")
    guard let package else { return then }
    let install = "apt-get install \(package)"
    return Phrase(english: "\(install), then ", indonesian: "\(install), lalu ") + then
  }

  static let seeSkipped = Phrase(
    english: "tanya status --json lists all of them",
    indonesian: "tanya status --json memuat semuanya")

  // MARK: Helper programs

  static func helper(_ helper: HelperProgram, reads format: String, at path: String?) -> Phrase {
    guard let path else {
      return Phrase(
        english: "\(helper.command) is not installed, so that \(format) is not read",
        indonesian: "\(helper.command) tidak terpasang, maka \(format) tidak dibaca")
    }
    return Phrase(english: "\(path) reads \(format)", indonesian: "\(path) membaca \(format)")
  }

  static func install(_ helper: HelperProgram) -> Phrase {
    let command = "apt-get install \(helper.package)"
    return Phrase(
      english: "\(command), then tanya index", indonesian: "\(command), lalu tanya index")
  }

  /// - Parameter path: The path of curl; nil if it is not installed.
  static func curl(at path: String?) -> Phrase {
    guard let path else {
      return Phrase(
        english: "curl is not installed, so that no cluster can be asked (--cluster)",
        indonesian: "curl tidak terpasang, maka klaster tidak dapat ditanyai (--cluster)")
    }
    return Phrase(
      english: "\(path) reaches clusters, if you name one (--cluster)",
      indonesian: "\(path) menghubungi klaster, jika disebutkan (--cluster)")
  }

  static let installCurl = Phrase(
    english: "apt-get install curl", indonesian: "apt-get install curl")

  /// - Parameter cage: The restrictions that the kernel can impose on a helper program.
  static func cage(_ cage: HelperCage) -> Phrase {
    if cage.closesFiles, cage.closesNetwork {
      return Phrase(
        english: "they run without other files and without the network",
        indonesian: "dijalankan tanpa berkas lain dan tanpa jaringan")
    }
    let missing = [
      cage.closesFiles
        ? nil
        : Phrase(
          english: "other files (Landlock, Linux 5.13)",
          indonesian: "berkas lain (Landlock, Linux 5.13)"),
      cage.closesNetwork
        ? nil
        : Phrase(
          english: "the network (user namespaces, or Linux 6.7)",
          indonesian: "jaringan (namespace pengguna, atau Linux 6.7)"),
    ].compactMap(\.self).joined(separator: ", ")
    return Phrase(
      english: "this kernel cannot keep them from \(missing.english); time, memory and output are"
        + " limited",
      indonesian: "kernel ini tidak dapat menutup bagi mereka \(missing.indonesian); waktu, memori"
        + " dan keluarannya dibatasi")
  }

  // MARK: Surroundings

  static func terminal(isTerminal: Bool, isColored: Bool, width: Int) -> Phrase {
    let kind =
      isTerminal
      ? Phrase(english: "a terminal", indonesian: "terminal")
      : Phrase(
        english: "not a terminal (a pipe or file)", indonesian: "bukan terminal (pipa, berkas)")
    let color =
      isColored
      ? Phrase(english: "in colour", indonesian: "berwarna")
      : Phrase(english: "without colour", indonesian: "tanpa warna")
    return kind
      + Phrase(
        english: ", \(color.english), \(width) columns",
        indonesian: ", \(color.indonesian), \(width) kolom")
  }

  static func encoding(_ locale: String) -> Phrase {
    Phrase(english: "UTF-8 (\(locale))", indonesian: "UTF-8 (\(locale))")
  }

  static func otherEncoding(_ locale: String?) -> Phrase {
    let name =
      locale.map { Phrase(verbatim: $0) }
      ?? Phrase(english: "none", indonesian: "tidak ada")
    return Phrase(
      english: "the locale (\(name.english)) does not use UTF-8, but tanya writes UTF-8",
      indonesian: "lokal (\(name.indonesian)) bukan UTF-8, padahal tanya menulis UTF-8")
  }

  static let setLocale = Phrase(verbatim: "export LANG=C.UTF-8")

  static let noHistory = Phrase(
    english: "not kept: TANYA_HISTFILE is empty, or there is no home folder",
    indonesian: "tidak disimpan: TANYA_HISTFILE kosong, atau tidak ada folder rumah")

  static func history(_ path: String, bytes: Int) -> Phrase {
    let size = Quantity.bytes(bytes)
    return Phrase(
      english: "\(path): \(size.english), readable only by you",
      indonesian: "\(path): \(size.indonesian), hanya Anda yang dapat membaca")
  }

  static func historyToCome(_ path: String) -> Phrase {
    Phrase(
      english: "\(path): created by the first question in the shell",
      indonesian: "\(path): dibuat oleh pertanyaan pertama")
  }

  static func unwritableHistory(_ path: String, code: Int32) -> Phrase {
    let cause = SystemReason.phrase(code)
    return Phrase(
      english: "\(path) cannot be read and written: \(cause.english)",
      indonesian: "\(path) tidak dapat dibaca dan ditulis: \(cause.indonesian)")
  }

  static func openHistory(_ path: String) -> Phrase {
    Phrase(
      english: "other users can read what you typed: \(path)",
      indonesian: "orang lain dapat membaca yang Anda ketik: \(path)")
  }

  static func close(_ path: String) -> Phrase {
    Phrase(verbatim: "chmod 600 \(ShellWord.quoted(path))")
  }

  static func disk(free: Int, folder: String) -> Phrase {
    let room = Quantity.bytes(free)
    return Phrase(
      english: "\(room.english) free at \(folder)",
      indonesian: "\(room.indonesian) tersisa di \(folder)")
  }

  static let makeRoom = Phrase(
    english: "free some space: a new index is written beside the old one",
    indonesian: "kosongkan ruang: indeks baru ditulis di samping yang lama")
}
