import Answering

extension SessionCommand {
  /// The commands that refer to an answer, or answer in another form.
  static let answers: [SessionCommand] = [
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
        english: "open its source in $VISUAL or $EDITOR (or just type N)",
        indonesian: "buka sumbernya di $VISUAL atau $EDITOR (atau ketik N saja)"),
      run: { session, number throws(CommandError) in try session.open(number) }),
    SessionCommand(
      name: ":why", aliases: [":w"], argument: .citation,
      summary: Phrase(
        english: "how it came to its score", indonesian: "asal-usul skornya"),
      run: { session, number throws(CommandError) in try session.explain(number) }),
    SessionCommand(
      name: ":whynot", argument: .document,
      summary: Phrase(
        english: "why a document is not in the answer, or how far it came",
        indonesian: "mengapa suatu dokumen tidak ada dalam jawaban"),
      details: Phrase(
        english: "Its rank for the last question, what each word gives, and its best sentence; or"
          + " why the file is not in the index. FILE is a path, or a document's id or the end of"
          + " it. As in: :whynot notes/budget.md",
        indonesian: "Peringkatnya untuk pertanyaan terakhir, nilai tiap kata, dan kalimat"
          + " terbaiknya; atau mengapa berkas itu tidak ada dalam indeks. FILE adalah jalur, atau"
          + " id dokumen atau akhirannya. Misalnya: :whynot catatan/anggaran.md"),
      run: { session, file throws(CommandError) in try session.explainAbsence(of: file) }),
    SessionCommand(
      name: ":dates", argument: .topic,
      summary: Phrase(
        english: "dated sentences about a topic; also :numbers",
        indonesian: "kalimat bertanggal tentang suatu topik; juga :numbers"),
      details: Phrase(
        english: "Without a TOPIC, about the last question. The numbers are for :show and :open."
          + " As in: :dates capital city",
        indonesian: "Tanpa TOPIC, tentang pertanyaan terakhir. Nomornya untuk :show dan :open."
          + " Misalnya: :dates ibu kota"),
      run: { session, topic throws(CommandError) in
        try session.showFacts(.dates, about: topic)
      }),
    SessionCommand(
      name: ":numbers", argument: .topic, isListed: false,
      summary: Phrase(
        english: "sentences with numbers about a topic, by unit and value",
        indonesian: "kalimat berangka tentang suatu topik, menurut satuan"),
      details: Phrase(
        english: "Without a TOPIC, about the last question. The numbers in brackets are for :show"
          + " and :open. As in: :numbers palm oil",
        indonesian: "Tanpa TOPIC, tentang pertanyaan terakhir. Nomor dalam kurung siku untuk"
          + " :show dan :open. Misalnya: :numbers minyak sawit"),
      run: { session, topic throws(CommandError) in
        try session.showFacts(.quantities, about: topic)
      }),
    SessionCommand(
      name: ":undo", aliases: [":u"], argument: .nothing,
      summary: Phrase(
        english: "ask the last question without the words carried over",
        indonesian: "tanyakan lagi tanpa kata dari pertanyaan sebelumnya"),
      details: Phrase(
        english: "A question such as “and in China?”, “when?” or “who founded it?” is asked with"
          + " the topic of the one before.",
        indonesian: "Pertanyaan seperti “dan di Tiongkok?”, “kapan?” atau “siapa pendirinya?”"
          + " diajukan dengan topik pertanyaan sebelumnya."),
      run: { session, _ throws(CommandError) in try session.undoFollowUp() }),
  ]
}
