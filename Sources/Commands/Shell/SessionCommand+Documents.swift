import Library

extension SessionCommand {
  /// The commands about documents and dictionaries.
  static let documents: [SessionCommand] = [
    SessionCommand(
      name: ":sources", argument: .pattern,
      summary: Phrase(
        english: "the documents that are asked, numbered",
        indonesian: "dokumen yang ditanyai, bernomor"),
      details: Phrase(
        english: "With a PATTERN, only documents that match; questions are not narrowed.",
        indonesian: "Dengan PATTERN, hanya yang cocok; tidak menyempitkan apa pun."),
      run: { session, pattern throws(CommandError) in try session.listDocuments(pattern) }),
    SessionCommand(
      name: ":only", argument: .documents,
      summary: Phrase(
        english: "ask only these; without numbers or by :all, all again",
        indonesian: "tanyai yang ini saja; tanpa nomor atau :all, semuanya"),
      details: Phrase(
        english: "Numbers are those of :sources; in brackets they are citations of the last answer."
          + " As in: :only 1,4-6 or :only [1]",
        indonesian: "Nomornya dari :sources; dalam kurung siku nomor kutipan jawaban terakhir."
          + " Misalnya: :only 1,4-6 atau :only [1]"),
      run: { session, numbers throws(CommandError) in try session.pick(numbers) }),
    SessionCommand(
      name: ":in", argument: .pattern,
      summary: Phrase(
        english: "ask only documents with this in path or title",
        indonesian: "tanyai dokumen yang jalur atau judulnya memuat ini saja"),
      details: Phrase(
        english: "With *, ? or [a-z] it has to match the whole path or file name. As in: :in *.md",
        indonesian: "Dengan *, ? atau [a-z] harus cocok dengan seluruh jalur atau nama berkas."
          + " Misalnya: :in *.md"),
      run: { session, pattern throws(CommandError) in try session.narrow(toPattern: pattern) }),
    SessionCommand(
      name: ":since", argument: .date,
      summary: Phrase(
        english: "from this date on; also :before, :author, :title, :tag",
        indonesian: "sejak tanggal ini; juga :before, :author, :title, :tag"),
      details: Phrase(
        english: "2026, 2026-03 or 2026-03-14; documents without a date are left out.",
        indonesian: "2026, 2026-03 atau 2026-03-14; dokumen tanpa tanggal tidak ditanyai."),
      run: { session, date throws(CommandError) in
        try session.narrow(\.since, ":since", to: date)
      }),
    SessionCommand(
      name: ":before", argument: .date, isListed: false,
      summary: Phrase(
        english: "ask only documents of an earlier date",
        indonesian: "tanyai dokumen sebelum tanggal ini saja"),
      run: { session, date throws(CommandError) in
        try session.narrow(\.before, ":before", to: date)
      }),
    SessionCommand(
      name: ":author", argument: .words, isListed: false,
      summary: Phrase(
        english: "ask only documents by this author",
        indonesian: "tanyai dokumen karya penulis ini saja"),
      details: Phrase(
        english: "A part of the name is enough. In a question: author:Dewi, or"
          + " author:\"Dewi Lestari\".",
        indonesian: "Sebagian nama cukup. Dalam pertanyaan: penulis:Dewi, atau"
          + " penulis:\"Dewi Lestari\"."),
      run: { session, name throws(CommandError) in try session.narrow(\.authors, to: name) }),
    SessionCommand(
      name: ":title", argument: .words, isListed: false,
      summary: Phrase(
        english: "ask only documents with this in the title",
        indonesian: "tanyai dokumen yang judulnya memuat ini saja"),
      run: { session, words throws(CommandError) in try session.narrow(\.titles, to: words) }),
    SessionCommand(
      name: ":tag", argument: .words, isListed: false,
      summary: Phrase(
        english: "ask only documents with this tag",
        indonesian: "tanyai dokumen bertag ini saja"),
      run: { session, tag throws(CommandError) in try session.narrow(\.tags, to: tag) }),
    SessionCommand(
      name: ":all", argument: .nothing, isListed: false,
      summary: Phrase(
        english: "ask all documents again", indonesian: "tanyai semua dokumen lagi"),
      run: { session, _ throws(CommandError) in try session.narrow(to: Narrowing()) }),
    SessionCommand(
      name: ":index", aliases: [":i"], argument: .path,
      summary: Phrase(
        english: "index a file or folder; without one, what changed",
        indonesian: "indeks berkas atau folder; tanpa nama, yang berubah"),
      run: { session, path throws(CommandError) in try session.index(path) }),
    SessionCommand(
      name: ":glossary", aliases: [":g"], argument: .word,
      summary: Phrase(
        english: "what the dictionaries say of a word",
        indonesian: "arti sebuah kata menurut kamus"),
      details: Phrase(
        english: ":glossary add WORD = TRANSLATION writes into glossary.tsv beside the index;"
          + " without a word, the dictionaries in use are listed.",
        indonesian: ":glossary add KATA = TERJEMAHAN menulis ke glossary.tsv di samping indeks;"
          + " tanpa kata, kamus yang dipakai disebutkan."),
      run: { session, line throws(CommandError) in try session.glossary(line) }),
    SessionCommand(
      name: ":status", argument: .nothing,
      summary: Phrase(english: "what the index holds", indonesian: "isi indeks"),
      run: { session, _ throws(CommandError) in try session.showStatus() }),
  ]
}
