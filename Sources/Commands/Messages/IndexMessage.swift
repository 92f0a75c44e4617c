import Corpus
import Indexing
import Library
import Retrieval

/// Messages about an index and about building one.
enum IndexMessage {
  /// Returns a summary of the work of a run and the sources that it skipped, in one line or more.
  static func summary(_ summary: IndexSummary, folder: String) -> Phrase {
    let index = VisibleText.line(folder)
    let holdings =
      [
        Quantity.count(summary.documents, .document),
        Quantity.count(summary.passages.values.reduce(0, +), .passage),
      ].joined(separator: ", ")
    let (time, size) = (Quantity.seconds(summary.seconds), Quantity.bytes(summary.indexBytes))
    var lines = [
      summary.isUnchanged
        ? Phrase(
          english: "\(index) is up to date: \(holdings.english).",
          indonesian: "\(index) sudah mutakhir: \(holdings.indonesian).")
        : Phrase(
          english: "Indexed \(holdings.english) in \(time.english) into \(index)"
            + " (\(size.english)).",
          indonesian: "Mengindeks \(holdings.indonesian) dalam \(time.indonesian) ke \(index)"
            + " (\(size.indonesian)).")
    ]
    if summary.change == .upgrade {
      lines.append(
        Phrase(
          english: "The index was made by another version of tanya, so all sources were read"
            + " again.",
          indonesian: "Indeks itu buatan versi tanya yang lain, jadi semua sumber dibaca ulang."))
    }
    if !summary.skipped.isEmpty {
      let count = Quantity.count(summary.skipped.count, .source)
      lines.append(
        Phrase(
          english: "Skipped \(count.english):", indonesian: "Melewatkan \(count.indonesian):"))
      lines += skipped(summary.skipped).map { Phrase(verbatim: "  ") + $0 }
    }
    if summary.documents == 0 {
      lines.append(
        Phrase(
          english: "There is nothing to ask yet: tanya reads text, Markdown, HTML, PDF, office"
            + " documents, mail and more.",
          indonesian: "Belum ada yang dapat ditanyakan: tanya membaca teks, Markdown, HTML, PDF,"
            + " dokumen kantor, surel dan lain-lain."))
    }
    return lines.joined(separator: "\n")
  }

  /// Returns the progress of a run, which is shown after the bar.
  static func progress(
    percent: Int, documents: Int, bytesPerSecond: Int?, secondsLeft: Int?
  ) -> Phrase {
    Phrase(verbatim: "\(percent)%  ") + Quantity.count(documents, .document)
      + remaining(bytesPerSecond.map { Quantity.bytes($0) }, secondsLeft)
  }

  /// Returns the progress of merging parts of an index.
  static func merging(percent: Int, perSecond: Int?, secondsLeft: Int?) -> Phrase {
    Phrase(english: "\(percent)%  merging", indonesian: "\(percent)%  menggabungkan")
      + remaining(perSecond.map { Quantity.count($0, .passage) }, secondsLeft)
  }

  /// Returns the rate and the remaining time once they can be estimated.
  private static func remaining(_ perSecond: Phrase?, _ secondsLeft: Int?) -> Phrase {
    guard let secondsLeft else { return Phrase(verbatim: "") }
    let left = Phrase(english: "  \(secondsLeft) s left", indonesian: "  \(secondsLeft) dtk lagi")
    guard let perSecond else { return left }
    return Phrase(
      english: "  \(perSecond.english)/s", indonesian: "  \(perSecond.indonesian)/dtk") + left
  }

  /// The maximum number of files that are named for each reason.
  private static let examples = 3

  /// Returns a line for each reason why sources were skipped, the most frequent first: `3 not
  /// UTF-8: a.txt, b.txt, …`.
  static func skipped(_ skipped: [SkippedSource]) -> [Phrase] {
    let formats = formats(of: skipped)
    let byReason = Dictionary(grouping: skipped) { skipped in
      if case .unsupportedFormat = skipped.reason, let formats { return formats }
      return SkipMessage.phrase(skipped.reason)
    }
    .sorted { ($1.value.count, $0.key.english) < ($0.value.count, $1.key.english) }
    return byReason.map { reason, files in
      let names = files.prefix(examples).map { SkipMessage.place($0).disarmed }.joined(
        separator: ", ")
      let rest = files.count > examples ? ", …" : ""
      return Quantity.grouped(files.count) + Phrase(verbatim: " ") + reason
        + Phrase(verbatim: ": ") + names + Phrase(verbatim: rest)
    }
  }

  /// Returns the unsupported formats, the most frequent first; nil for fewer than two.
  private static func formats(of skipped: [SkippedSource]) -> Phrase? {
    var counts: [String: Int] = [:]
    for case .unsupportedFormat(let name) in skipped.map(\.reason) { counts[name, default: 0] += 1 }
    guard counts.count > 1 else { return nil }
    let named = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(examples).map {
      Quantity.grouped($0.value) + Phrase(verbatim: " \(VisibleText.line($0.key))")
    }.joined(separator: ", ")
    let rest = counts.count > examples ? ", …" : ""
    return Phrase(
      english: "in unsupported formats (\(named.english)\(rest))",
      indonesian: "dalam format yang tidak dibaca (\(named.indonesian)\(rest))")
  }

  static func verified(_ bytes: Int) -> Phrase {
    let size = Quantity.bytes(bytes)
    return Phrase(
      english: "\(size.english): every checksum matches.",
      indonesian: "\(size.indonesian): semua jumlah periksa cocok.")
  }

  static let builtInLibrary = Phrase(
    english: "tanya: no index found; answering from the built-in sample articles"
      + " (make an index of your own: tanya index FOLDER)",
    indonesian: "tanya: tidak ada indeks; menjawab dari artikel contoh bawaan"
      + " (buat indeks sendiri: tanya index FOLDER)")

  /// Returns the message that an index was found which another user built.
  static func foreignIndex(folder: String) -> Phrase {
    let (name, word) = (VisibleText.line(folder), ShellWord.quoted(VisibleText.line(folder)))
    return Phrase(
      english: "tanya: \(name) was not built by you: only its stored text is read, and no source is"
        + " opened or compared (if you trust it: --index \(word))",
      indonesian: "tanya: \(name) bukan buatan Anda: hanya teks di dalamnya yang dibaca, sumbernya"
        + " tidak dibuka atau dibandingkan (jika dipercaya: --index \(word))")
  }

  static let noChanges = Phrase(
    english: "none since it was indexed", indonesian: "tidak ada sejak diindeks")

  static func changes(_ changes: SourceChanges) -> Phrase {
    counts(changes) + Phrase(english: " since it was indexed", indonesian: " sejak diindeks")
  }

  /// Returns the message that the index was updated before an answer.
  static func takenUp(_ changes: SourceChanges) -> Phrase {
    let counts = counts(changes)
    return Phrase(
      english: "Taken up: \(counts.english).", indonesian: "Dimasukkan: \(counts.indonesian).")
  }

  private static func counts(_ changes: SourceChanges) -> Phrase {
    let kinds = [
      (changes.added.count, Phrase(english: " new", indonesian: " baru")),
      (changes.changed.count, Phrase(english: " changed", indonesian: " berubah")),
      (changes.removed.count, Phrase(english: " gone", indonesian: " hilang")),
    ]
    return kinds.filter { $0.0 > 0 }.map { Quantity.grouped($0.0) + $0.1 }.joined(separator: ", ")
  }

  static let takeUp = Phrase(
    english: ": run tanya index", indonesian: ": jalankan tanya index")
}
