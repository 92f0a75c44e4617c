import Model
import Testing

@testable import Corpus

@Suite("What an article shows about itself") struct ArticleReaderTests {
  private let body = """
    The ministry said on Wednesday that the new programme will train twelve thousand teachers in \
    all provinces of the country over the next three years, and that it will be free for them.
    """

  private func document(_ text: String) -> Document {
    DocumentParser().article(Array(text.utf8), id: "folder/file-name.txt")
  }

  /// Returns the text of the passages with a role.
  private func texts(_ role: Role, in document: Document) -> [String] {
    let bytes = Array(document.text.utf8)
    return document.passages.filter { $0.role == role }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(
    "a line by itself states author, date or publisher",
    arguments: [
      ("Written by Jane Doe", .author, "Jane Doe"),
      ("Written by Jane Doe Tuesday", .author, "Jane Doe"),
      ("By Jane van der Berg", .author, "Jane van der Berg"),
      ("**By [Jane Doe](/jane)**", .author, "Jane Doe"),
      ("Oleh: Budi Santoso", .author, "Budi Santoso"),
      ("Penulis: Siti Aminah, S.H.", .author, "Siti Aminah, S.H."),
      ("By Jane Doe | May 3, 2024", .author, "Jane Doe"),
      ("By Jane Doe | May 3, 2024", .date, "2024-05-03"),
      ("By Jane Doe and José Éluard", .author, "Jane Doe and José Éluard"),
      ("Posted on 12/31/2025", .date, "2025-12-31"), ("Published: 3 May 2024", .date, "2024-05-03"),
      ("Diterbitkan pada 17 Desember 2025", .date, "2025-12-17"),
      ("Dec 17, 2025 - 16:43", .date, "2025-12-17"),
      ("Rabu, 17 Desember 2025 18:39 WIB", .date, "2025-12-17"),
      ("Posted on 03/04/2025", .date, "03/04/2025"),
      ("Updates. - [KABAR.ORG](https://kabar.org)", .publisher, "KABAR.ORG"),
      ("Source: Example Press", .publisher, "Example Press"),
    ] as [(String, MetadataKey, String)])
  func statements(line: String, key: MetadataKey, value: String) {
    let document = document("A Title of Words\n\n\(line)\n\n\(body)\n")
    #expect(document.metadata[.title]?.value == "A Title of Words")
    #expect(document.metadata[key]?.value == value)
    #expect(texts(.metadata, in: document) == ["A Title of Words", line])
    #expect(texts(.body, in: document) == [body])
  }

  @Test(
    "text is no statement",
    arguments: [
      "By then nobody was left", "By 2025 it was over", "Oleh karena itu kami pergi",
      "Written by hand, in a hurry", "Published authors know this", "May 2024 was warm",
      "[link](https://a.b) in text", "Source: https://a.b/c",
    ])
  func noStatement(line: String) {
    #expect(StatementReader.statements(in: line).isEmpty)
  }

  @Test(
    "the title is the first heading or a first line that stands alone",
    arguments: [
      ("# Heading\n\n", "Heading"), ("A line\n\n", "A line"), ("**A line**\n\n", "A line"),
      ("\n\nBadge line\n\n# Heading\n\n", "Heading"), ("Heading\n=====\n", "Heading"),
      ("Title: Stated\n\n", "Stated"),
      ("", "file-name"), ("This is a sentence.\n\n", "file-name"),
      ("Two lines\nof text\n\n", "file-name"),
    ])
  func titles(start: String, title: String) {
    #expect(document(start + body).metadata[.title]?.value == title)
  }

  @Test func aBylineWithItsSurroundingsIsTakenApart() {
    let document = document(
      """
      Some Title

      Written by Jane Doe

      Jane is a journalist.
      Posted on 12/31/2025
      In News

      \(body)
      """)
    #expect(
      texts(.metadata, in: document) == [
        "Some Title", "Written by Jane Doe", "Posted on 12/31/2025",
      ])
    #expect(texts(.boilerplate, in: document) == ["Jane is a journalist.", "In News"])
    #expect(texts(.body, in: document) == [body])
  }

  @Test func aNameThatIsRepeatedAtTheEndIsTheAuthors() {
    let document = document("Some Title\n\n\(body)\n\nJane Doe\nJane Doe\nProfessor of Law at X")
    #expect(document.metadata[.author]?.value == "Jane Doe")
    #expect(
      texts(.metadata, in: document) == [
        "Some Title", "Jane Doe", "Jane Doe\nProfessor of Law at X",
      ])
  }

  @Test(
    "a dateline names the publisher",
    arguments: [
      ("Jakarta (ANTARA) - ", "ANTARA"), ("TEMPO.CO, Jakarta - ", "TEMPO.CO"),
      ("Bisnis.com, JAKARTA – ", "Bisnis.com"),
    ])
  func datelines(dateline: String, publisher: String) {
    #expect(document("Title\n\n" + dateline + body).metadata[.publisher]?.value == publisher)
    #expect(document("Title\n\nJAKARTA - " + body).metadata[.publisher] == nil)
  }

  @Test(
    "furniture is told from text",
    arguments: [
      "Baca juga: Harga naik lagi", "Read more: prices rise", "Subscribe to our Newsletter",
      "Image not found or type unknown", "![alt](image.png)", "Share this article", "Advertisement",
      "Ikuti kami di Instagram", "This website uses cookies to improve it.", "Need Help?",
    ])
  func boilerplate(line: String) {
    let document = document("Title\n\n\(body)\n\n\(line)\n")
    #expect(texts(.boilerplate, in: document) == [line])
    #expect(texts(.body, in: document) == [body])
  }

  @Test(
    "text about such things is text",
    arguments: [
      "Subscribers may read more than others.", "Sharing is done with scp.", "Print the result.",
      "Cookies are sent with each request.",
    ])
  func noBoilerplate(line: String) {
    #expect(texts(.boilerplate, in: document("Title\n\n\(body)\n\n\(line)\n")).isEmpty)
  }

  @Test func whatStandsUnderTheHeadingOfFurnitureGoesWithIt() {
    let plain = document("Title\n\n\(body)\n\nNeed Help?\n\nWrite to us.\n\n\(body)")
    #expect(texts(.boilerplate, in: plain) == ["Need Help?", "Write to us."])
    let section = document("# T\n\n\(body)\n\n## Newsletter\n\nJoin.\n\nNow.\n\n## Next\n\nText.")
    #expect(texts(.boilerplate, in: section) == ["Newsletter", "Join.", "Now."])
    #expect(section.passages.last?.headings == ["Next"])
  }

  @Test func aShortLineOverALongParagraphIsItsHeading() {
    let document = document("Title\n\n\(body)\n\nA New Part\n\n\(body)\n\nNo heading:\n\n\(body)")
    #expect(
      document.passages.filter { $0.role == .body }.map(\.headings).prefix(2) == [
        [], ["A New Part"],
      ])
    #expect(texts(.body, in: document).contains { $0.contains("No heading:") })
  }
}
