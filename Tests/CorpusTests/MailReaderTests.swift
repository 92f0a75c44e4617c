import Model
import Testing
import TextAnalysis

@testable import Corpus

@Suite("Mail") struct MailReaderTests {
  static let message = """
    From: =?utf-8?Q?Ren=C3=A9?= <rene@example.org>
    Subject: =?UTF-8?B?UG9ydA==?=
     =?iso-8859-1?q?_caf=E9?=
    Date: Mon, 6 May 2024 10:00:00 +0700
    Message-ID: <1@example.org>
    Content-Type: multipart/mixed; boundary="x;y"

    preamble
    --x;y
    Content-Type: multipart/alternative; boundary=z

    --z
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    The caf=E9 of the har=
    bour opened.
    > Did it?
    --z
    Content-Type: text/html

    <p>The page.
    --z--
    --x;y
    Content-Type: application/pdf; name="plan.pdf"
    Content-Disposition: attachment; filename="plan; new.pdf"
    Content-Transfer-Encoding: base64

    QUJD
    --x;y--

    """

  private func read(_ text: String) throws -> [ExtractedText] {
    try MailReader().read(SourceInput(name: "a.eml", bytes: Array(text.utf8)))
  }

  @Test("the plain version is read without quoted lines; attachments are named")
  func message() throws {
    let texts = try read(Self.message)
    #expect(
      texts.map { String(decoding: $0.text, as: UTF8.self) } == [
        "The café of the harbour opened.\n\nAttachment: plan; new.pdf\n"
      ])
    #expect(texts[0].metadata[.title]?.value == "Port café")
    #expect(texts[0].metadata[.author]?.value == "René")
    #expect(texts[0].metadata[.date]?.value == "2024-05-06")
    #expect(texts[0].places[line: 1] == Place(.message, name: "1@example.org"))
  }

  @Test("a mailbox is a document for each message; a line in it that looks like a border is not")
  func mailbox() throws {
    let texts = try read(
      "From a@b Mon\nSubject: One\n\nFirst.\nFrom here on.\n\nFrom c@d Tue\nSubject: Two\n\nSecond.\n"
    )
    #expect(texts.map(\.idSuffix) == ["#1", "#2"])
    #expect(texts.map { $0.metadata[.title]?.value } == ["One", "Two"])
    #expect(String(decoding: texts[0].text, as: UTF8.self).contains("From here on."))
  }

  @Test("messages nested without end are refused")
  func nested() {
    var text = "Subject: x\n\nText.\n"
    for _ in 0..<100 { text = "Content-Type: message/rfc822\n\n" + text }
    #expect(throws: ReadingError.self) { try read(text) }
  }
}
