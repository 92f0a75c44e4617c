/// A command of the shell. The table `all` gives dispatch, completion and help.
struct SessionCommand: Sendable {
  enum Argument: Sendable, Equatable {
    case nothing
    /// The number of a citation; the first where none is given.
    case citation
    case path
    case language
    /// A word to look up, or `add WORD = TRANSLATION`.
    case glossary
  }

  /// With its colon; other names that it goes by follow.
  var name: String
  var aliases: [String] = []
  var argument: Argument
  var summary: Phrase
  var run: @Sendable (inout Session, String) throws(CommandError) -> Void

  static let all: [SessionCommand] = [
    SessionCommand(
      name: ":more", aliases: [":m"], argument: .nothing,
      summary: Phrase(english: "more citations", indonesian: "kutipan berikutnya"),
      run: { session, _ throws(CommandError) in try session.showMore() }),
    SessionCommand(
      name: ":show", aliases: [":s"], argument: .citation,
      summary: Phrase(
        english: "the passage around a citation", indonesian: "bagian di sekitar kutipan"),
      run: { session, number throws(CommandError) in try session.show(number) }),
    SessionCommand(
      name: ":open", aliases: [":o"], argument: .citation,
      summary: Phrase(
        english: "open its source in $VISUAL or $EDITOR (or just type the number)",
        indonesian: "buka sumbernya di $VISUAL atau $EDITOR (atau ketik nomornya saja)"),
      run: { session, number throws(CommandError) in try session.open(number) }),
    SessionCommand(
      name: ":why", aliases: [":w"], argument: .citation,
      summary: Phrase(
        english: "how it came to its score", indonesian: "asal-usul skornya"),
      run: { session, number throws(CommandError) in try session.explain(number) }),
    SessionCommand(
      name: ":lang", argument: .language,
      summary: Phrase(
        english: "the language of questions: auto, en, id",
        indonesian: "bahasa pertanyaan: auto, en, id"),
      run: { session, tag throws(CommandError) in try session.setLanguage(tag) }),
    SessionCommand(
      name: ":index", aliases: [":i"], argument: .path,
      summary: Phrase(
        english: "index a file or folder; without one, look again at all that is known",
        indonesian: "indeks berkas atau folder; tanpa nama, periksa lagi semuanya"),
      run: { session, path throws(CommandError) in try session.index(path) }),
    SessionCommand(
      name: ":glossary", aliases: [":g"], argument: .glossary,
      summary: Phrase(
        english: "look a word up in the dictionaries, or add to your glossary:"
          + " :glossary add WORD = TRANSLATION",
        indonesian: "cari kata dalam kamus, atau tambah ke glosarium:"
          + " :glossary add KATA = TERJEMAHAN"),
      run: { session, line throws(CommandError) in try session.glossary(line) }),
    SessionCommand(
      name: ":status", argument: .nothing,
      summary: Phrase(english: "what the index holds", indonesian: "isi indeks"),
      run: { session, _ throws(CommandError) in try session.showStatus() }),
    SessionCommand(
      name: ":help", aliases: [":h", ":?"], argument: .nothing,
      summary: Phrase(english: "this list", indonesian: "daftar ini"),
      run: { session, _ in session.showHelp() }),
    SessionCommand(
      name: ":quit", aliases: [":q", ":exit"], argument: .nothing,
      summary: Phrase(english: "leave (also Ctrl-D)", indonesian: "keluar (juga Ctrl-D)"),
      run: { session, _ in session.isOver = true }),
  ]

  static func named(_ name: String) -> SessionCommand? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The command that was probably meant.
  static func nearest(to name: String) -> String? {
    all.map { ($0.name, EditDistance.between(name, $0.name)) }
      .min { $0.1 < $1.1 }.flatMap { $0.1 <= 2 ? $0.0 : nil }
  }

  /// How its argument is written in help.
  var usage: String {
    switch argument {
    case .nothing: name
    case .citation: "\(name) N"
    case .path: "\(name) PATH"
    case .language: "\(name) LANGUAGE"
    case .glossary: "\(name) WORD"
    }
  }
}
