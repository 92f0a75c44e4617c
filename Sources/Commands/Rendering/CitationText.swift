import Answering
import Library
import Model
import Retrieval
import TextAnalysis

/// Formats a citation: the styled quotation, and its source.
enum CitationText {
  /// Returns the snippet, with the matched words and the words of the answer highlighted.
  ///
  /// - Parameter answer: The range of the words of the answer, in bytes of the snippet.
  static func quotation(_ citation: Citation, answer: Range<Int>?) -> [StyledText] {
    marked(citation.snippet, highlights: citation.highlights, answer: answer)
  }

  static func marked(_ text: String, highlights: [Range<Int>], answer: Range<Int>?) -> [StyledText]
  {
    let readable = ReadableText(text.utf8.span)
    let bytes = readable.bytes
    var styles = [Style](repeating: .plain, count: bytes.count)
    for range in highlights { fill(&styles, readable.readableRange(of: range), .match) }
    if let answer { fill(&styles, readable.readableRange(of: answer), .answer) }
    var pieces: [StyledText] = []
    var start = 0
    for index in bytes.indices where index + 1 == bytes.count || styles[index + 1] != styles[index]
    {
      pieces.append(
        StyledText(String(decoding: bytes[start...index], as: UTF8.self), styles[index]))
      start = index + 1
    }
    return pieces
  }

  private static func fill(_ styles: inout [Style], _ range: Range<Int>, _ style: Style) {
    for index in range.clamped(to: styles.indices) { styles[index] = style }
  }

  /// Returns the origin of a citation in an answer. The original of a retold document is named only
  /// with the first citation that relies on it.
  static func origin(at index: Int, of answered: AnsweredQuestion) -> [StyledText] {
    let citations = answered.answer.quoted
    let original = citations[index].passage.document.basedOn
    let isNamed = citations[..<index].contains { $0.passage.document.basedOn == original }
    let pieces = origin(
      citations[index], answered.sourceState(ofCitationAt: index), namesOriginal: !isNamed,
      in: answered.answer.language)
    // A document of a cluster has no file, and is found by its address.
    guard answered.report != nil, let url = citations[index].passage.document.url else {
      return pieces
    }
    return pieces + [StyledText(" · \(url)", .quiet)]
  }

  /// Returns `Title — Author, date · file:line`, with remarks about the source.
  static func origin(
    _ citation: Citation, _ state: SourceState?, namesOriginal: Bool = true, in language: Language
  ) -> [StyledText] {
    let document = citation.passage.document
    var pieces = title(of: document)
    let place = self.place(of: citation)
    append(place, of: document, page: citation.places?.first, to: &pieces)
    if let remark = state.flatMap(AnswerMessage.remark) {
      pieces.append(StyledText(" (\(remark.text(in: language)))", .warning))
    }
    if !citation.translations.isEmpty {
      let matches = self.matches(citation.translations).joined(separator: ", ")
      pieces.append(StyledText(" · \(matches)", .quiet))
    }
    if namesOriginal, let original = document.basedOn {
      let words = AnswerMessage.retold(from: original).text(in: language)
      pieces.append(StyledText(" · \(words)", .quiet))
    }
    return pieces
  }

  /// Returns `UKM → SMEs / small enterprises` for each word of the question, once.
  private static func matches(_ translations: [Citation.Translation]) -> [String] {
    var questions: [String] = []
    for translation in translations where !questions.contains(translation.question) {
      questions.append(translation.question)
    }
    return questions.map { question in
      let words = translations.filter { $0.question == question }.map(\.passage)
      return "\(question) → \(words.joined(separator: " / "))"
    }
  }

  /// Returns `Title — Author, date · file`.
  static func heading(of document: StoredDocument) -> [StyledText] {
    var pieces = title(of: document)
    append(document.source, of: document, to: &pieces)
    return pieces
  }

  private static func title(of document: StoredDocument) -> [StyledText] {
    let byline = [document.author?.value, Quantity.day(document.date?.value)].compactMap(\.self)
    var pieces: [StyledText] = []
    if let title = document.title?.value { pieces.append(StyledText(title, .title)) }
    if !byline.isEmpty {
      pieces.append(StyledText((pieces.isEmpty ? "" : " — ") + byline.joined(separator: ", ")))
    }
    return pieces
  }

  private static func append(
    _ place: String, of document: StoredDocument, page: Place? = nil,
    to pieces: inout [StyledText]
  ) {
    if !pieces.isEmpty { pieces.append(StyledText(" · ", .quiet)) }
    if let library = document.library { pieces.append(StyledText("\(library): ", .quiet)) }
    let link = document.origin.map { origin in
      FileLink.url(path: origin.path, page: page?.kind == .page ? page?.number : nil)
    }
    pieces.append(StyledText(place, .quiet, link: link))
  }

  /// Returns `file:line`, the notation of editors and compilers. The source of a line of a
  /// collection has this form already.
  static func place(of citation: Citation) -> String {
    let source = citation.passage.document.source
    if let place = PlaceText.short(citation) { return "\(source), \(place)" }
    guard !isCollectionLine(source, of: citation), let lines = citation.fileLines else {
      return source
    }
    return "\(source):\(lines.lowerBound)"
  }

  private static func isCollectionLine(_ source: String, of citation: Citation) -> Bool {
    guard let colon = source.utf8.lastIndex(of: UInt8(ascii: ":")) else { return false }
    let number = source.utf8[source.utf8.index(after: colon)...]
    // The id of a file is its source, preceded by the name of the library if several are asked.
    let id = citation.passage.document.id
    return source != id && !id.hasSuffix("/" + source) && !number.isEmpty
      && number.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
