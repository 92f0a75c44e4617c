import TestSupport
import Testing

struct LocaleTests {
  private func run(_ arguments: [String], language: String = "id_ID.UTF-8", input: String = "")
    throws -> RunningProgram.Result
  {
    let sample = try SampleFolder()
    sample.folder.write("docs/empty.txt", " ")
    sample.folder.write("questions.txt", "{\"id\": 7}\n")
    return try RunningProgram.run(
      arguments, input: input, in: sample.folder, environment: ["LANG": language])
  }

  @Test(
    "the locale's language is spoken on either channel",
    arguments: [
      (["index", "docs"], "Mengindeks 2 dokumen"), (["index", "docs"], "1 tanpa kata"),
      (["index", "missing"], "Tidak ada berkas atau folder"), (["status"], "dokumen"),
      (["status"], "1 baru sejak diindeks"), (["verify"], "semua jumlah periksa cocok"),
      (["ask"], "pertanyaannya kosong"), (["ask", "--index", "none", "x"], "tidak ada indeks"),
      (["batch", "--format", "tsv", "questions.txt"], "pertanyaan 7: objeknya"),
      (["eval", "questions.txt"], "baris 1: objeknya"),
    ])
  func speaksIndonesian(arguments: [String], words: String) throws {
    let result = try run(arguments)
    #expect((result.output + result.errors).contains(words), "\(result)")
  }

  @Test(
    "the shell speaks it beside answers",
    arguments: [(":help", "daftar ini"), (":nonsense", "Tidak ada perintah"), (":more", "dahulu")])
  func speaksInShell(line: String, words: String) throws {
    #expect(try run([], input: line).output.contains(words))
  }

  @Test("an answer is spoken of in the language of its question", arguments: ["id_ID", "C.UTF-8"])
  func followsQuestions(language: String) throws {
    #expect(
      try run(["ask", "Who governs Atlantis?"], language: language).output
        .contains("Nothing in the documents supports"))
    #expect(
      try run(["ask", "Siapakah yang memerintah Atlantis?"], language: language).output
        .contains("Tidak ada dokumen yang mendukung"))
  }

  @Test(
    "what scripts read is the same in every locale",
    arguments: [["batch", "questions.txt"], ["index", "--json", "docs"], ["status", "--json"]])
  func keepsJSON(arguments: [String]) throws {
    let output = try run(arguments).output
    #expect(!output.contains("objeknya") && !output.contains("tanpa kata"))
    #expect(output.first == "{")
  }
}
