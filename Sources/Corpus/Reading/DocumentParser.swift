public import Model
import TextAnalysis

/// Parses the text of a source into documents with passages.
struct DocumentParser {
  private let detector = LanguageDetector()

  /// Returns a document for each text of a file that contains words, and a report if a text is not
  /// complete.
  func documents(of source: SourceFile, _ texts: [ExtractedText]) -> ReadResult {
    var result = ReadResult()
    if texts.contains(where: \.isPart) {
      result.skipped.append(SkippedSource(path: source.path, reason: .partlyRead))
    }
    // Each text is released as soon as it has become a document.
    var texts = texts
    texts.reverse()
    while let text = texts.popLast() {
      var document = article(text.text, id: source.id + text.idSuffix, metadata: text.metadata)
      guard !document.passages.isEmpty else { continue }
      document.places = text.places
      setLanguages(of: &document)
      result.documents.append(document)
    }
    return result
  }

  /// Returns an article in memory as a document, with the languages of its passages.
  func document(ofArticle bytes: [UInt8], id: String) -> Document {
    var document = article(bytes, id: id)
    setLanguages(of: &document)
    return document
  }

  /// Reads a text that may contain Markdown and begin with front matter.
  ///
  /// - Parameter metadata: The metadata for a text without front matter, from outside of the text.
  func article(_ bytes: [UInt8], id: String, metadata: Metadata = Metadata()) -> Document {
    let span = bytes.span
    let frontMatter = FrontMatter(in: span, from: ByteOrderMark.length(in: span))
    let start = frontMatter?.end ?? ByteOrderMark.length(in: span)
    var reader = ArticleReader(
      BlockScanner.blocks(in: span, from: start),
      metadata: frontMatter.map { Metadata($0) } ?? metadata)
    reader.read(span)
    let passages =
      (frontMatter?.passages ?? [])
      + PassageSplitter.passages(
        of: reader.blocks, in: span, title: reader.metadata[.title]?.value)
    var metadata = reader.metadata
    if metadata[.title] == nil { metadata[.title] = .init(value: Self.title(fromID: id)) }
    return Document(
      id: id, text: String(decoding: bytes, as: UTF8.self), metadata: metadata, passages: passages)
  }

  /// Returns the name of a file without its folder and extension, for a text without a title.
  private static func title(fromID id: String) -> String {
    var name = id.split(separator: "/").last ?? ""
    if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return String(stem.isEmpty ? name : stem)
  }

  /// Returns the document of a record, whose text is plain; nil if neither title nor text has a
  /// word.
  ///
  /// - Parameters:
  ///   - id: The id of the document.
  ///   - title: The title, which is empty for none.
  ///   - text: The text.
  ///   - facts: What else is known about the document. A date is normalized if it can be read.
  func document(
    ofRecord id: String, title: String, text: String, facts: [MetadataKey: String]
  ) -> Document? {
    let titleRange = Line.content(of: 0..<title.utf8.count, in: title.utf8.span)
    guard !titleRange.isEmpty || text.utf8.span.hasWord else { return nil }
    var metadata = Self.metadata(facts)
    if !titleRange.isEmpty { metadata[.title] = .init(value: title) }
    var document = Document(id: id, text: text, metadata: metadata, passages: [])
    addPassages(to: &document, titleRange: titleRange)
    return document
  }

  private static func metadata(_ facts: [MetadataKey: String]) -> Metadata {
    var metadata = Metadata()
    for (key, value) in facts where value.utf8.span.hasWord {
      metadata[key] = .init(
        value: key == .date ? CalendarDate(in: value)?.description ?? value : value)
    }
    return metadata
  }

  /// Returns the document of an article that is stored with facts about it, which prevail over
  /// those in its text; nil if it has no passage.
  ///
  /// - Parameters:
  ///   - bytes: The text, which may contain Markdown and begin with front matter.
  ///   - id: The id of the document.
  ///   - title: The title, which is empty for none.
  ///   - facts: What else is known about the document.
  func document(
    ofArticle bytes: [UInt8], id: String, title: String, facts: [MetadataKey: String]
  ) -> Document? {
    var known = Self.metadata(facts)
    if title.utf8.span.hasWord { known[.title] = .init(value: title) }
    var document = article(bytes, id: id)
    if let title = known[.title], document.metadata[.title]?.value != title.value {
      // The title is not taken from the text, so a heading at its beginning belongs to a section.
      document = article(bytes, id: id, metadata: Metadata(entries: [.title: title]))
    }
    for (key, entry) in known.entries where document.metadata[key]?.value != entry.value {
      document.metadata[key] = entry
    }
    setLanguages(of: &document)
    return document.passages.isEmpty ? nil : document
  }

  /// Divides the text of a record into passages. If there is no text, the title becomes a passage.
  private func addPassages(to document: inout Document, titleRange: Range<Int>) {
    let bytes = document.text.utf8.span
    let blocks = PlainTextScanner.blocks(in: bytes)
    var passages = PassageSplitter.passages(of: blocks, in: bytes)
    if passages.isEmpty {
      passages = [Passage(field: .title, range: titleRange, language: .undetermined)]
    }
    document.passages = passages
    setLanguages(of: &document)
  }

  /// Sets the language of each passage of the body. Passages whose words do not reveal their
  /// language, and those outside of the body, get the language of the document.
  private func setLanguages(of document: inout Document) {
    var whole: Language?
    for index in document.passages.indices {
      var language = Language.undetermined
      let passage = document.passages[index]
      if passage.role == .body, passage.field == .text {
        language = self.language(of: document.text.utf8.span.extracting(passage.range))
      }
      if language == .undetermined {
        language = whole ?? self.language(of: document)
        whole = language
      }
      document.passages[index].language = language
    }
  }

  private func language(of document: Document) -> Language {
    if let stated = document.metadata[.language]?.value { return Language(rawValue: stated) }
    let text = detector.language(of: document.text.utf8.span.extracting(first: Self.textSample))
    guard text == .undetermined, let title = document.metadata[.title]?.value else { return text }
    return detector.language(of: title.utf8.span)
  }

  /// Returns the language of a passage, detected from its beginning if that suffices.
  private func language(of passage: Span<UInt8>) -> Language {
    let language = detector.language(of: passage.extracting(first: Self.passageSample))
    guard language == .undetermined, passage.count > Self.passageSample else { return language }
    return detector.language(of: passage)
  }

  /// The length of the beginning of a passage, in bytes: about sixty words, half of which are
  /// characteristic of a language.
  private static let passageSample = 400
  /// The length of the beginning of a document from which its language is detected, in bytes.
  private static let textSample = 16 << 10
}

extension Document {
  /// Creates a document from an article in memory as if it were a file: plain text or Markdown,
  /// with or without front matter.
  ///
  /// - Parameters:
  ///   - text: The text of the document.
  ///   - id: The name that citations show. Its file name replaces a missing title.
  public init(article text: String, id: String) {
    self = DocumentParser().document(ofArticle: Array(text.utf8), id: id)
  }

  /// Returns the headings of the document's Markdown that a place is under, outermost first, each
  /// with its level from 1.
  ///
  /// - Parameter offset: The place in the text, in bytes.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  public func headings(above offset: Int) -> [(level: Int, text: String)] {
    let span = text.utf8.span
    let mark = ByteOrderMark.length(in: span)
    let start = FrontMatter(in: span, from: mark)?.end ?? mark
    var headings: [(level: Int, text: String)] = []
    for block in BlockScanner.blocks(in: span, from: start) where block.range.lowerBound < offset {
      guard case .heading(let level) = block.kind else { continue }
      headings.removeAll { $0.level >= level }
      headings.append((level, span.string(in: block.range)))
    }
    return headings
  }

  /// Creates a document from an article of a search engine, which stores facts about it besides:
  /// plain text or Markdown, with or without front matter. Returns nil if it has no passage.
  ///
  /// - Parameters:
  ///   - text: The text of the document.
  ///   - id: The id of the document.
  ///   - title: The title, which is empty for none.
  ///   - facts: What else is known about the document. A date is normalized if it can be read.
  public init?(article text: String, id: String, title: String, facts: [MetadataKey: String]) {
    let document = DocumentParser().document(
      ofArticle: Array(text.utf8), id: id, title: title, facts: facts)
    guard let document else { return nil }
    self = document
  }

  /// Creates a document from a record with plain text, such as one of a search engine. Returns nil
  /// if neither its title nor its text has a word.
  ///
  /// - Parameters:
  ///   - id: The id of the document.
  ///   - title: The title, which is empty for none.
  ///   - text: The text.
  ///   - facts: What else is known about the document. A date is normalized if it can be read.
  public init?(record id: String, title: String, text: String, facts: [MetadataKey: String]) {
    let document = DocumentParser().document(
      ofRecord: id, title: title, text: text, facts: facts)
    guard let document else { return nil }
    self = document
  }
}
