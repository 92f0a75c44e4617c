import Model

/// Reads books in EPUB: the items of the spine are HTML pages, whose place is their chapter.
struct BookReader: FormatReader {
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let archive = try ZipArchive(input.bytes)
    try Self.checkEncryption(of: archive)
    guard let container = try archive.bytes(of: "META-INF/container.xml") else {
      throw ReadingError(.damaged)
    }
    let root = RootFile()
    try XMLReader.parse(container, root)
    guard let path = root.path, let opf = try archive.bytes(of: path) else {
      throw ReadingError(.damaged)
    }
    let package = BookPackage(folder: OfficePackage.split(path).folder)
    try XMLReader.parse(opf, package)
    let titles = try chapterTitles(package, archive)
    var writer = MarkupWriter()
    var read: Set<String> = []
    for item in package.spine where !writer.isFull {
      // No page belongs to a book twice.
      guard let path = package.items[item]?.path, path != package.navigation,
        read.insert(path).inserted, let bytes = try archive.bytes(of: path)
      else { continue }
      // If a page cannot be read, the others still can.
      guard let page = try? HTMLPage(bytes.span), !page.text.isEmpty else { continue }
      if let title = titles[path] { writer.place(Place(.chapter, name: title)) }
      writer.verbatim(page.text)
    }
    return [ExtractedText(writer, metadata: package.properties.metadata)]
  }

  /// Throws an error if texts are encrypted. Fonts may be encrypted.
  private static func checkEncryption(of archive: ZipArchive) throws(ReadingError) {
    guard let bytes = try archive.bytes(of: "META-INF/encryption.xml") else { return }
    let references = ReferenceCollector()
    try XMLReader.parse(bytes, references)
    let endings = [".xhtml", ".html", ".htm", ".xml"]
    if references.uris.contains(where: { uri in endings.contains { uri.hasSuffix($0) } }) {
      throw ReadingError(.encrypted)
    }
  }

  /// Returns the titles of chapters by the path of their page, from the navigation page or else
  /// from the NCX.
  private func chapterTitles(
    _ package: BookPackage, _ archive: ZipArchive
  ) throws(ReadingError) -> [String: String] {
    for path in [package.navigation, package.ncx] {
      guard let path, let bytes = try archive.bytes(of: path) else { continue }
      let contents = BookContents(folder: OfficePackage.split(path).folder)
      try? XMLReader.parse(bytes, contents)
      if !contents.titles.isEmpty { return contents.titles }
    }
    return [:]
  }
}

private final class RootFile: XMLHandler {
  var path: String?

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "rootfile", path == nil { path = attributes["full-path"] }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

private final class ReferenceCollector: XMLHandler {
  var uris: [String] = []

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "CipherReference", let uri = attributes["URI"] { uris.append(uri.lowercased()) }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// Reads the package document: metadata, items and their order.
private final class BookPackage: XMLHandler {
  let properties = XMLProperties()
  var items: [String: (path: String, type: String)] = [:]
  var spine: [String] = []
  var navigation: String?
  var ncx: String?
  private let folder: String

  init(folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: XMLAttributes) {
    properties.start(name, attributes)
    if name == "item", let id = attributes["id"], let reference = attributes["href"] {
      let path = OfficePackage.resolve(PercentCoding.decoded(reference), from: folder)
      let type = attributes["media-type"] ?? ""
      items[id] = (path, type)
      if (attributes["properties"] ?? "").split(separator: " ").contains("nav") {
        navigation = path
      }
      if type == "application/x-dtbncx+xml" { ncx = path }
    } else if name == "itemref", let id = attributes["idref"] {
      spine.append(id)
    }
  }

  func end(_ name: String) { properties.end(name) }
  func text(_ text: UnsafeBufferPointer<UInt8>) { properties.text(text) }
}

/// Reads the entries of a table of contents: `a` in a navigation page, or `navPoint` in an NCX.
private final class BookContents: XMLHandler {
  /// The title of the first entry of each page, by the path of the page.
  var titles: [String: String] = [:]
  private let folder: String
  private var reference: String?
  private var title: [UInt8] = []
  private var isTitle = false

  init(folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "a":
      reference = attributes["href"]
      title = []
      isTitle = true
    case "navLabel": title = []
    case "text": isTitle = true
    case "content": add(attributes["src"])
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "a":
      add(reference)
      isTitle = false
    case "text": isTitle = false
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isTitle, title.count < 1 << 12 { title += text }
  }

  private func add(_ reference: String?) {
    guard let page = reference?.split(separator: "#").first else { return }
    let path = OfficePackage.resolve(PercentCoding.decoded(page), from: folder)
    let name = String(decoding: title, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    if titles[path] == nil, !name.isEmpty { titles[path] = name }
  }
}

/// Decodes percent-encoding, such as `%20`, in references (RFC 3986).
enum PercentCoding {
  static func decoded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next(), let low = rest.next(), let a = hexDigit(high),
        let b = hexDigit(low)
      else { return String(text) }
      bytes.append(a << 4 | b)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x37
    default: nil
    }
  }
}
