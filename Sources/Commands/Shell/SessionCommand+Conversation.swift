import Model

extension SessionCommand {
  /// The commands about the session itself.
  static let conversation: [SessionCommand] = [
    SessionCommand(
      name: ":batch", aliases: [":b"], argument: .file,
      summary: Phrase(
        english: "ask the questions in a file, a line each",
        indonesian: "tanyakan isi berkas, satu pertanyaan per baris"),
      run: { session, path throws(CommandError) in try session.askFile(path) }),
    SessionCommand(
      name: ":save", argument: .file,
      summary: Phrase(
        english: "the session as Markdown or HTML, its sources as FILE.bib",
        indonesian: "sesi sebagai Markdown atau HTML, sumbernya di FILE.bib"),
      run: { session, path throws(CommandError) in try session.save(path) }),
    SessionCommand(
      name: ":lang", argument: .language,
      summary: Phrase(
        english: "the language of questions: auto, en, id",
        indonesian: "bahasa pertanyaan: auto, en, id"),
      run: { session, tag throws(CommandError) in try session.setLanguage(tag) }),
    SessionCommand(
      name: ":set", argument: .setting,
      summary: Phrase(
        english: "change a setting (--save keeps it); alone, show all",
        indonesian: "ubah setelan (--save menyimpan); tanpa nama, semuanya"),
      run: { session, words throws(CommandError) in try session.set(words) }),
    SessionCommand(
      name: ":edit", aliases: [":e"], argument: .topic,
      summary: Phrase(
        english: "write it in $VISUAL or $EDITOR; also :history, :timing",
        indonesian: "tulis pertanyaan di $EDITOR; juga :history, :timing"),
      details: Phrase(
        english: "Without words, the editor begins with the last question.",
        indonesian: "Tanpa kata, editor dimulai dengan pertanyaan terakhir."),
      run: { session, words throws(CommandError) in try session.edit(words) }),
    SessionCommand(
      name: ":history", argument: .pattern, isListed: false,
      summary: Phrase(
        english: "the last lines, or those that contain PATTERN",
        indonesian: "baris terakhir, atau yang memuat PATTERN"),
      run: { session, pattern in session.showHistory(pattern) }),
    SessionCommand(
      name: ":timing", argument: .nothing, isListed: false,
      summary: Phrase(
        english: "show the time that answers take, or no longer",
        indonesian: "tampilkan lama jawaban, atau tidak lagi"),
      run: { session, _ throws(CommandError) in
        try session.set("timing \(session.settings.isTimed ? "off" : "on")")
      }),
    SessionCommand(
      name: ":pipe", argument: .program,
      summary: Phrase(
        english: "the answer to a program; also :!PROGRAM, :sources | sort",
        indonesian: "jawaban ke program; juga :!PROGRAM, :sources | sort"),
      details: Phrase(
        english: "The output of any command with a colon goes to a program behind a bar, as in"
          + " :sources | grep minutes. A question is never read like that.",
        indonesian: "Keluaran perintah bertitik dua dapat dikirim ke program setelah garis tegak,"
          + " misalnya :sources | grep notulen. Pertanyaan tidak pernah dibaca begitu."),
      run: { session, program throws(CommandError) in try session.pipe(to: program) }),
    SessionCommand(
      name: ":!", argument: .program, isListed: false,
      summary: Phrase(english: "run a program", indonesian: "jalankan program"),
      run: { session, program throws(CommandError) in try session.runProgram(program) }),
    SessionCommand(
      name: ":help", aliases: [":h", ":?"], argument: .command,
      summary: Phrase(
        english: "this list, or more about one", indonesian: "daftar ini, atau penjelasannya"),
      run: { session, name in session.showHelp(name) }),
    SessionCommand(
      name: ":quit", aliases: [":q", ":exit"], argument: .nothing,
      summary: Phrase(english: "leave (also Ctrl-D)", indonesian: "keluar (juga Ctrl-D)"),
      run: { session, _ in session.isOver = true }),
  ]
}
