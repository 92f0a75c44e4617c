import Model
import TestSupport
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

  @Test("a text in an encoding without a table is reported, and the other parts are read")
  func unsupportedEncoding() throws {
    let korean = """
      Content-Type: text/plain; charset=EUC-KR
      Content-Transfer-Encoding: base64

      tOu6zrrQwMc=

      """
    for start in ["", "From a@b Mon May  2 16:07:05 2005\n"] {
      #expect {
        try read(start + "Subject: x\n" + korean)
      } throws: { error in
        guard case .unsupportedEncoding("EUC-KR") = (error as? ReadingError)?.reason else {
          return false
        }
        return true
      }
    }
    let head = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    let texts = try read(head + "--b\n\(korean)\n--b\n\nWords.\n--b--\n")
    #expect(texts.map { String(decoding: $0.text, as: UTF8.self) } == ["Words.\n"])
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

  /// Reads a mailbox from a file, as indexing does.
  private func read(mailbox: String) throws -> (ids: [String], sizes: [Int], skipped: Int) {
    let folder = try TemporaryFolder()
    folder.write("box.mbox", mailbox)
    let reader = SourceReader(try SourceWalk(paths: [folder.path + "/box.mbox"]).sources().files)
    var result: (ids: [String], sizes: [Int], skipped: Int) = ([], [], 0)
    while let unit = reader.next() {
      let read = reader.documents(of: unit)
      result.ids += read.documents.map(\.id)
      result.sizes.append(unit.byteCount)
      result.skipped += read.skipped.count
    }
    #expect(reader.contentHash(ofSource: 0) != 0)
    return result
  }

  @Test("a large mailbox is read in pieces, which end between messages", arguments: ["\n", "\r\n"])
  func pieces(end: String) throws {
    let body = String(repeating: "Some words of a letter.\(end)From here on.\(end)", count: 300)
    let mailbox = (1...400).map {
      "From a@b Mon\(end)Subject: Letter \($0)\(end)\(end)Text \($0). \(body)\(end)"
    }.joined()
    let read = try read(mailbox: mailbox)
    #expect(read.ids == (1...400).map { "box.mbox#\($0)" })
    #expect(read.sizes.count > 4 && read.sizes.allSatisfy { $0 < 3 << 20 }, "\(read.sizes)")
    #expect(read.sizes.reduce(0, +) == mailbox.utf8.count && read.skipped == 0)
  }

  @Test("a piece of a mailbox has the borders that the whole has")
  func borders() {
    let mailbox = Array("From a\n\nx\n\nFrom b\r\n\r\nFrom c\n\nFromage\n\nFrom d\n".utf8)
    var starts: [Int] = []
    var rest = mailbox
    while let start = RecordBorders.messages.lastStart(in: rest, known: 0) {
      starts.append(start)
      rest.removeLast(rest.count - start)
    }
    #expect(starts == [38, 21, 11])
    #expect(RecordBorders.messages.secondStart(in: mailbox) == 11)
    for known in 0...starts[0] {
      #expect(RecordBorders.messages.lastStart(in: mailbox, known: known) == starts[0])
    }
  }

  @Test(
    "quoted-printable text is read in one pass",
    arguments: [
      ("a=\nb", "ab"), ("a= \t\r\nb", "ab"), ("a=C3=A9", "aé"), ("a=x", "a=x"), ("a=  b", "a=  b"),
      ("=", "="), ("a=", "a="), ("===\n=", "===".dropLast() + "="),
    ])
  func quotedPrintable(text: String, expected: String) {
    let decoded = TransferEncoding.quotedPrintable(Array(text.utf8)[...])
    #expect(String(decoding: decoded, as: UTF8.self) == expected)
    let many = [UInt8](repeating: UInt8(ascii: "="), count: 1 << 16)
    #expect(TransferEncoding.quotedPrintable(many[...]) == many)
  }
}
