/// A message or a part of a message (RFC 5322, RFC 2045), with header fields and a body.
struct MailMessage {
  /// The greatest depth of nested parts.
  static let maximumDepth = 20
  /// The greatest number of parts of a message.
  static let maximumParts = 1000

  private var fields: [(name: String, value: [UInt8])] = []
  let body: ArraySlice<UInt8>
  private let depth: Int

  /// - Complexity: O(*n*), where *n* is the number of bytes of the header.
  init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
    self.depth = depth
    var line = bytes.startIndex
    while line < bytes.endIndex {
      var end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let next = min(end + 1, bytes.endIndex)
      if end > line, bytes[end - 1] == 0x0D { end -= 1 }
      let content = bytes[line..<end]
      line = next
      guard let first = content.first else { break }
      if first == 0x20 || first == 0x09 {
        if !fields.isEmpty { fields[fields.count - 1].value += content }
      } else if let colon = content.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: content[..<colon], as: UTF8.self).lowercased()
        fields.append((name, Array(content[(colon + 1)...])))
      }
    }
    body = bytes[min(line, bytes.endIndex)...]
  }

  /// Returns the value of the first field with a name, given in lowercase, decoded (RFC 2047) and
  /// on one line.
  func header(_ name: String) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    return EncodedWords.decoded(field.value).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// Returns a parameter of a field, such as the charset of the content type (RFC 2045, RFC 2231).
  func parameter(_ name: String, of field: String) -> String? {
    guard let value = header(field) else { return nil }
    for part in Self.split(value, at: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = part[..<equals].filter { !$0.isWhitespace }.lowercased()
      let text = part[part.index(after: equals)...].filter { $0 != "\"" }
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if key == name { return words }
      if key == name + "*", let last = words.split(separator: "'").last {
        return PercentCoding.decoded(last)
      }
    }
    return nil
  }

  /// Splits a value at a separator outside of quotes.
  private static func split(_ value: String, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var start = value.startIndex
    var isQuoted = false
    for index in value.indices {
      if value[index] == "\"" { isQuoted.toggle() }
      if value[index] == separator, !isQuoted {
        parts.append(value[start..<index])
        start = value.index(after: index)
      }
    }
    return parts + [value[start...]]
  }

  private var type: String {
    let value = (header("content-type") ?? "text/plain").prefix { $0 != ";" }
    return value.filter { !$0.isWhitespace }.lowercased()
  }

  /// Returns the text of a message with the marks of Markdown. If there are several versions, it is
  /// the plain text, or else the HTML page. Quoted lines are omitted.
  ///
  /// - Parameter attachments: An array to which the names of attached files are appended.
  func text(_ attachments: inout [String]) throws(ReadingError) -> [UInt8] {
    var budget = Self.maximumParts
    return try text(&attachments, &budget)
  }

  private func text(
    _ attachments: inout [String], _ budget: inout Int
  ) throws(ReadingError) -> [UInt8] {
    guard depth <= Self.maximumDepth else { throw ReadingError(.nestedTooDeeply) }
    budget -= 1
    guard budget >= 0 else { throw ReadingError(.nestedTooDeeply) }
    let type = type
    if type.hasPrefix("multipart/"), let boundary = parameter("boundary", of: "content-type") {
      return try text(ofParts: parts(boundary), type, &attachments, &budget)
    }
    let disposition = (header("content-disposition") ?? "").lowercased()
    let name =
      parameter("filename", of: "content-disposition") ?? parameter("name", of: "content-type")
    if let name, disposition.hasPrefix("attachment") || !type.hasPrefix("text/") {
      attachments.append(name)
      return []
    }
    switch type {
    case "message/rfc822":
      let inner = MailMessage(content()[...], depth: depth + 1)
      let title = inner.header("subject").map { Array("## \($0)\n\n".utf8) } ?? []
      return title + (try inner.text(&attachments, &budget))
    case "text/html":
      let page = try decoded(fallback: TextDecoder.declaredCharset(in: content()))
      return try HTMLPage(page.span).text
    case _ where type.hasPrefix("text/"): return Self.withoutQuotes(try decoded(fallback: nil))
    default: return []
    }
  }

  private func text(
    ofParts parts: [MailMessage], _ type: String, _ attachments: inout [String],
    _ budget: inout Int
  ) throws(ReadingError) -> [UInt8] {
    var texts: [[UInt8]] = []
    var failure: ReadingError?
    // The first version with words is the plain one. The page of a saved web site also comes first.
    for part in parts {
      let text: [UInt8]
      do throws(ReadingError) {
        text = try part.text(&attachments, &budget)
      } catch {
        // The other parts can still be read.
        guard case .unsupportedEncoding = error.reason else { throw error }
        failure = error
        continue
      }
      guard text.contains(where: { $0 > 0x20 }) else { continue }
      texts.append(text)
      if type == "multipart/alternative" || type == "multipart/related" { break }
    }
    if texts.isEmpty, let failure { throw failure }
    return Array(texts.joined(separator: [0x0A]))
  }

  /// Returns the parts between the lines of a boundary.
  private func parts(_ boundary: String) -> [MailMessage] {
    let mark = [UInt8]("--\(boundary)".utf8)
    var parts: [MailMessage] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        if let start, start <= line {
          parts.append(MailMessage(body[start..<line], depth: depth + 1))
        }
        let isLast = body[(line + mark.count)..<end].starts(with: "--".utf8)
        start = end
        if isLast || parts.count >= Self.maximumParts { return parts }
      }
      line = end
    }
    // A truncated message has no last boundary.
    if let start, start < body.endIndex {
      parts.append(MailMessage(body[start...], depth: depth + 1))
    }
    return parts
  }

  /// Returns the body with its transfer encoding decoded.
  private func content() -> [UInt8] {
    switch (header("content-transfer-encoding") ?? "").lowercased() {
    case "base64": TransferEncoding.base64(body)
    case "quoted-printable": TransferEncoding.quotedPrintable(body)
    default: Array(body)
    }
  }

  private func decoded(fallback: Charset?) throws(ReadingError) -> [UInt8] {
    let label = parameter("charset", of: "content-type")
    let declared = label.flatMap { Charset(label: $0) } ?? fallback
    let bytes = content()
    // Programs that declare ASCII or Latin-1 sometimes write UTF-8.
    if declared == .windows1252, (try? TextReader.check(bytes.span)) != nil { return bytes }
    if declared == nil, let label, (try? TextReader.check(bytes.span)) == nil {
      throw ReadingError(.unsupportedEncoding(label))
    }
    return try TextDecoder.utf8(bytes, declared: declared)
  }

  /// Returns a text without quoted lines, which begin with `>`.
  static func withoutQuotes(_ text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.first == UInt8(ascii: ">") { continue }
      kept += line.last == 0x0D ? line.dropLast() : line
      kept.append(0x0A)
    }
    return kept
  }
}
