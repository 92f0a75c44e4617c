import Model

/// Reads electronic mail: single messages (`.eml`), mailboxes (`mbox`, RFC 4155) and pages saved as
/// MHTML (RFC 2557).
struct MailReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let bytes = TextDecoder.utf8(ofMarked: input.bytes) ?? input.bytes
    guard bytes.starts(with: "From ".utf8) else {
      return [try Self.text(of: MailMessage(bytes[...]), suffix: "")]
    }
    let messages = Self.messages(of: bytes)
    if messages.count == 1 { return [try Self.text(of: MailMessage(messages[0]), suffix: "#1")] }
    return Self.texts(ofMailbox: bytes, firstNumber: 1)
  }

  /// Returns the texts of the messages in a mailbox or in a part of one.
  ///
  /// - Parameter firstNumber: the number of the first message, from 1.
  static func texts(ofMailbox bytes: [UInt8], firstNumber: Int) -> [ExtractedText] {
    messages(of: bytes).enumerated().compactMap { number, message in
      // If a message cannot be read, the others still can.
      try? text(of: MailMessage(message), suffix: "#\(firstNumber + number)")
    }
  }

  /// Splits a mailbox at lines that begin with `From ` after a blank line.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  static func messages(of mailbox: [UInt8]) -> [ArraySlice<UInt8>] {
    var messages: [ArraySlice<UInt8>] = []
    var start = 0
    var line = 0
    var isAfterBlank = true
    while line < mailbox.count {
      let end = mailbox[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? mailbox.count
      if isAfterBlank, mailbox[line..<end].starts(with: "From ".utf8) {
        if line > start { messages.append(mailbox[start..<line]) }
        start = end
      }
      isAfterBlank = mailbox[line..<end].allSatisfy { $0 == 0x0A || $0 == 0x0D }
      line = end
    }
    if start < mailbox.count { messages.append(mailbox[start...]) }
    return messages
  }

  private static func text(
    of message: MailMessage, suffix: String
  ) throws(ReadingError) -> ExtractedText {
    var writer = MarkupWriter()
    if let id = message.header("message-id") {
      let name = id.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }
      writer.place(Place(.message, name: name))
    }
    var attachments: [String] = []
    let body = try message.text(&attachments)
    let start = body.firstIndex { $0 > 0x20 } ?? body.count
    let end = body.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    if start < end { writer.verbatim(Array(body[start..<end])) }
    for name in attachments { writer.paragraph(Array("Attachment: \(name)".utf8)) }
    var metadata = Metadata()
    if let subject = message.header("subject") { metadata.add(.title, subject) }
    if let from = message.header("from") { metadata.add(.author, Self.name(in: from)) }
    if let date = message.header("date") { metadata.addDate(date) }
    if let page = message.header("snapshot-content-location") { metadata.add(.url, page) }
    return ExtractedText(writer, metadata: metadata, idSuffix: suffix)
  }

  /// Returns the name in a mailbox such as `"Ann B." <ann@example.org>`, or the address if there is
  /// none.
  static func name(in address: String) -> String {
    guard let angle = address.firstIndex(of: "<") else { return address }
    let name = address[..<angle].filter { $0 != "\"" }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return name.isEmpty ? String(address[angle...].dropFirst().prefix { $0 != ">" }) : name
  }
}
