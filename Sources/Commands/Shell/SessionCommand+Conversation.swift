import Model

extension SessionCommand {
  /// Commands about the session itself.
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
        english: "change a setting; alone, show all of them",
        indonesian: "ubah setelan; tanpa nama, tampilkan semuanya"),
      run: { session, words throws(CommandError) in try session.set(words) }),
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
