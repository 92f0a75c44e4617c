import Bytes
import Indexing
import SegmentFormat

/// Messages about errors in an index, and about errors while building one.
extension ErrorMessage {
  static func phrase(_ error: FormatError) -> Phrase {
    let file =
      error.file.isEmpty
      ? Phrase(english: "the index", indonesian: "indeks") : Phrase(verbatim: shown(error.file))
    return file + phrase(error.kind, of: error)
  }

  /// Returns the part of the sentence that follows the name of the file.
  private static func phrase(_ kind: FormatError.Kind, of error: FormatError) -> Phrase {
    switch kind {
    case .foreign:
      Phrase(
        english: " was not written by tanya: choose another folder with --index,"
          + " or make an index with tanya index PATH…",
        indonesian: " bukan berkas tanya: pilih folder lain dengan --index,"
          + " atau buat indeks dengan tanya index PATH…")
    case .newer(let version):
      Phrase(
        english: " has format \(version), which is newer than this program: use a newer tanya, or"
          + " rebuild the index with tanya index --rebuild PATH…",
        indonesian: " berformat \(version), lebih baru dari program ini: pakai tanya yang lebih"
          + " baru, atau buat ulang indeks dengan tanya index --rebuild PATH…")
    case .older(let version):
      Phrase(
        english: " has format \(version), which this program no longer reads: rebuild the index"
          + " with \(update(ofIndexWith: error.file))",
        indonesian: " berformat \(version), yang tidak lagi dibaca program ini: buat ulang indeks"
          + " dengan \(update(ofIndexWith: error.file))")
    case .truncated(let expected, let found):
      damaged(
        Phrase(
          english: ": expected \(expected) bytes, found \(found)",
          indonesian: ": seharusnya \(expected) bita, ternyata \(found)"), error)
    case .checksum(let expected, let found):
      damaged(
        Phrase(
          english: ": its checksum should be \(expected) and is \(found)",
          indonesian: ": jumlah periksanya seharusnya \(expected), ternyata \(found)"), error)
    case .malformed:
      damaged(
        Phrase(english: " at byte \(error.offset)", indonesian: " pada bita \(error.offset)"),
        error)
    }
  }

  private static func damaged(_ fact: Phrase, _ error: FormatError) -> Phrase {
    let name = shown(error.section)
    let section =
      name.isEmpty
      ? Phrase(verbatim: "")
      : Phrase(english: ", section \(name)", indonesian: ", seksi \(name)")
    return Phrase(english: " is damaged", indonesian: " rusak") + fact + section
      + Phrase(
        english: "; rebuild the index with \(rebuilding(of: error.file))",
        indonesian: "; buat ulang indeks dengan \(rebuilding(of: error.file))")
  }

  /// Returns the command that rebuilds an index in which a file is damaged. The manifest and the
  /// catalog list the indexed paths; if one of these two is damaged, the user has to name the
  /// paths.
  private static func rebuilding(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return name.isEmpty || name == Manifest.fileName || name.hasSuffix(".catalog")
      ? "tanya index --rebuild PATH…" : update(ofIndexWith: file) + " --rebuild"
  }

  static func phrase(_ error: IndexingError) -> Phrase {
    switch error {
    case .folderTaken(let path, let found):
      let (path, found) = (shown(path), shown(found))
      return Phrase(
        english: "\(path) holds other files (\(found)) and no index:"
          + " choose an empty or a new folder with --index",
        indonesian: "\(path) berisi berkas lain (\(found)) dan bukan indeks:"
          + " pilih folder kosong atau baru dengan --index")
    case .locked(let path):
      let path = shown(path)
      return Phrase(
        english: "another tanya is writing the index in \(path): wait until it is done, and try"
          + " again",
        indonesian: "tanya lain sedang menulis indeks di \(path): tunggu sampai selesai, lalu"
          + " coba lagi")
    case .format(let error): return phrase(error)
    case .file(let error): return phrase(error)
    case .source(let error):
      return phrase(error)
        + Phrase(english: "; the index is unchanged", indonesian: "; indeks tetap seperti semula")
    case .notIndexed(let path):
      let path = shown(path)
      return Phrase(
        english: "\(path) is not one of the indexed paths: tanya status lists them",
        indonesian: "\(path) tidak termasuk yang diindeks: tanya status memuat daftarnya")
    case .nothingToIndex:
      return Phrase(
        english: "nothing to index: name files or folders, as in: tanya index ~/Documents",
        indonesian: "tidak ada yang diindeks: sebut berkas atau folder, misalnya:"
          + " tanya index ~/Dokumen")
    case .tooManyPassages(let count):
      let count = Quantity.grouped(count)
      return Phrase(
        english: "\(count.english) passages in one language are more than an index can hold:"
          + " split the sources into several indexes (--index)",
        indonesian: "\(count.indonesian) bagian dalam satu bahasa melebihi daya tampung indeks:"
          + " bagi sumbernya ke beberapa indeks (--index)")
    case .interrupted:
      return Phrase(
        english: "interrupted; the index is unchanged",
        indonesian: "dihentikan; indeks tetap seperti semula")
    }
  }
}
