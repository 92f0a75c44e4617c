import TestSupport
import Testing

/// Tests of short forms that a text explains, with questions to the real program.
@Suite struct ShortFormTests {
  private static let english = """
    Small and medium enterprises (SMEs) hire more people than all the large firms together.

    The harbour was opened in April. It can take ships of up to 15,000 tons.
    """
  private static let indonesian = """
    Kementerian Komunikasi dan Digital (Komdigi) membuka balai latihan baru di Medan.

    Usaha kecil dan menengah (UKM) mempekerjakan lebih banyak orang di kota ini.
    """
  private static let other = """
    SMEs paid 12 million in taxes last year. Wages in the harbour rose.

    Komdigi menambah 40 pelatih pada tahun 2026. Harga kopi naik lagi.
    """

  @Test(
    "a short form finds the long one, and the other way round, in both languages and across",
    arguments: [
      ("Who hires more than SMEs", "hire more people"),
      ("How many millions in taxes came from small and medium enterprises?", "12 million"),
      ("Berapa pelatih Kementerian Komunikasi dan Digital pada tahun 2026?", "**40** pelatih"),
      ("Where did Komdigi open a training centre?", "balai latihan"),
    ])
  func questions(question: String, expected: String) throws {
    let folder = try TemporaryFolder()
    folder.write("notes/a.txt", Self.english)
    folder.write("notes/b.txt", Self.indonesian)
    folder.write("notes/c.txt", Self.other)
    try expect(question, expected, in: folder)
    // The result is the same after an update.
    folder.write("notes/d.txt", "Nothing (NTG) is said here about anything.")
    folder.write("notes/a.txt", Self.english + "\n\nThe end of the story.")
    try expect(question, expected, in: folder)
  }

  private func expect(_ question: String, _ expected: String, in folder: TemporaryFolder) throws {
    let index = ["--index", folder.path + "/index"]
    let indexed = try RunningProgram.run(
      ["index", folder.path + "/notes", "--quiet"] + index, in: folder)
    #expect(indexed.status == 0)
    let answer = try RunningProgram.run(
      ["ask", question, "--top", "1"] + index, in: folder)
    #expect(answer.output.contains(expected), "\(answer.output)")
  }
}
