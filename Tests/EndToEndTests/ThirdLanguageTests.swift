import JSON
import TestSupport
import Testing

/// Tests of a library in English and Indonesian that also has documents in other languages
/// supported by Snowball.
@Suite struct ThirdLanguageTests {
  private static let home = [
    "notes/harbour.txt": """
    The harbour of Batang was opened on 28 April 2026 by the transport minister.
    Large ships of the navy visit the cities of the coast in summer.
    """,
    "notes/kopi.txt": """
    Dataran tinggi Gayo menghasilkan sekitar 60.000 ton kopi arabika setiap tahun.
    Para petani menjual biji kopi ke pelabuhan di pantai.
    """,
  ]
  private static let guests = [
    "notes/fr.txt": """
    Le gouvernement a annoncé que les exportations de café seront limitées dans les trois ports.
    La ville de Lyon accueille chaque année des millions de visiteurs pour ses fêtes.
    """,
    "notes/de.txt": """
    Die Regierung hat beschlossen, dass die Häuser der Stadt im Winter weniger Energie brauchen.
    Der Hafen von Hamburg ist der größte des Landes und wird von vielen Schiffen besucht.
    """,
    "notes/es.txt": """
    El presidente anunció ayer que las nuevas medidas entrarán en vigor en todas las ciudades.
    Los investigadores de la universidad encontraron barcos antiguos en el puerto.
    """,
    "notes/nl.txt": """
    De regering heeft gisteren een plan gepresenteerd om de woningnood in de steden op te lossen.
    De onderzoekers hebben de oude schepen gevonden die in de haven van Rotterdam lagen.
    """,
    "notes/ms.txt": """
    Kerajaan mengumumkan rancangan baharu bagi membantu rakyat yang terjejas banjir di Kelantan.
    """,
  ]

  private func hits(
    _ questions: [String], in files: [String: String]
  ) throws -> [(language: String?, documents: [String])] {
    let folder = try TemporaryFolder(files)
    let index = ["--index", folder.path + "/index", "--quiet"]
    let indexed = try RunningProgram.run(
      ["index", folder.path + "/notes"] + index, in: folder)
    #expect(indexed.status == 0, "\(indexed.errors)")
    return try questions.map { question in
      let result = try RunningProgram.run(["ask", "--json", question] + index, in: folder)
      let answer = try JSONValue(parsing: result.output)
      let documents = (answer["citations"]?.array ?? []).compactMap { $0["document"]?.string }
      return (answer["language"]?.string, documents)
    }
  }

  @Test("documents in other languages change nothing for questions in the two")
  func harmless() throws {
    let questions = [
      "When was the harbour of Batang opened?", "Which ships visit the cities?",
      "Berapa ton kopi yang dihasilkan Gayo?", "Siapa yang membuka pelabuhan Batang?",
      "How much coffee does Gayo produce?",
    ]
    let alone = try hits(questions, in: Self.home)
    let others = Self.guests.filter { $0.key != "notes/ms.txt" }
    let together = try hits(questions, in: Self.home.merging(others) { $1 })
    for (before, after) in zip(alone, together) {
      #expect(before.language == after.language)
      #expect(before.documents.first == after.documents.first && !before.documents.isEmpty)
    }
  }

  @Test("each is known by its words, and finds what its stemmer makes the same")
  func stems() throws {
    let expected = [
      ("Quel gouvernement limite l'exportation du café dans le port ?", "fr", "notes/fr.txt"),
      ("Wer besuchte mit dem Schiff die großen Häfen?", "de", "notes/de.txt"),
      ("¿Quién encontró el barco antiguo en los puertos?", "es", "notes/es.txt"),
      ("Wie heeft het oude schip in de havens gevonden?", "nl", "notes/nl.txt"),
      ("Siapakah yang dibantu oleh kerajaan?", "id", "notes/ms.txt"),
    ]
    let found = try hits(expected.map(\.0), in: Self.home.merging(Self.guests) { $1 })
    for ((question, language, document), found) in zip(expected, found) {
      #expect(found.language == language, "\(question)")
      #expect(found.documents.first == document, "\(question)")
    }
  }
}
