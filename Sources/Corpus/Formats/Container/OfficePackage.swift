import Model

/// A package of parts that refer to each other by relations (ECMA-376, part 2), such as DOCX, XLSX
/// and PPTX.
struct OfficePackage {
  struct Relation {
    var id: String
    /// The last component of the type's URI, such as `officeDocument`.
    var type: String
    /// The name of the related part in the archive.
    var target: String
  }

  let archive: ZipArchive
  /// The name of the main part.
  let main: String
  private let root: [Relation]

  init(_ bytes: [UInt8]) throws(ReadingError) {
    archive = try ZipArchive(bytes)
    root = try Self.relations(of: "", in: archive)
    guard let main = root.first(where: { $0.type == "officeDocument" })?.target,
      archive.contains(main)
    else {
      throw ReadingError(archive.contains("EncryptedPackage") ? .encrypted : .damaged)
    }
    self.main = main
  }

  /// Returns the relations of a part.
  func relations(of part: String) throws(ReadingError) -> [Relation] {
    try Self.relations(of: part, in: archive)
  }

  /// Returns the parts that a part is related to, by the ids of the relations.
  func targets(of part: String) throws(ReadingError) -> [String: String] {
    Dictionary(
      try relations(of: part).map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the bytes of the first part to which a part has a relation of the given type, or nil
  /// if there is none.
  func part(_ type: String, of part: String) throws(ReadingError) -> [UInt8]? {
    guard let found = try relations(of: part).first(where: { $0.type == type }) else { return nil }
    return try archive.bytes(of: found.target)
  }

  /// Returns the metadata of the package (`docProps/core.xml`).
  func metadata() throws(ReadingError) -> Metadata {
    guard let name = root.first(where: { $0.type == "core-properties" })?.target,
      let bytes = try archive.bytes(of: name)
    else { return Metadata() }
    let properties = XMLProperties()
    // Damaged metadata is ignored, so that the text can be read.
    try? XMLReader.parse(bytes, properties)
    return properties.metadata
  }

  private static func relations(
    of part: String, in archive: ZipArchive
  ) throws(ReadingError) -> [Relation] {
    let (folder, file) = split(part)
    guard let bytes = try archive.bytes(of: "\(folder)_rels/\(file).rels") else { return [] }
    let collector = RelationCollector(folder: folder)
    try XMLReader.parse(bytes, collector)
    return collector.relations
  }

  /// Splits `word/document.xml` into `word/` and `document.xml`.
  static func split(_ part: String) -> (folder: String, file: String) {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", part) }
    return (String(part[...slash]), String(part[part.utf8.index(after: slash)...]))
  }

  /// Resolves a reference from a folder of the archive: `../media/a.png`, `/word/b.xml`.
  static func resolve(_ reference: String, from folder: String) -> String {
    var parts: [Substring] =
      reference.utf8.first == UInt8(ascii: "/") ? [] : folder.split(separator: "/")
    for part in reference.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

private final class RelationCollector: XMLHandler {
  let folder: String
  var relations: [OfficePackage.Relation] = []

  init(folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    relations.append(
      OfficePackage.Relation(
        id: id, type: String(type.split(separator: "/").last ?? ""),
        target: OfficePackage.resolve(target, from: folder)))
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// Collects metadata from elements of Dublin Core and ODF: title, author, dates and language.
final class XMLProperties: XMLHandler {
  private var values: [String: String] = [:]
  private var text: [UInt8] = []

  func start(_ name: String, _ attributes: XMLAttributes) { text = [] }

  func end(_ name: String) {
    let value = String(decoding: text, as: UTF8.self)
    if !value.isEmpty, values[name] == nil { values[name] = value }
    text = []
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if self.text.count < 1 << 16 { self.text += text }
  }

  var metadata: Metadata {
    var metadata = Metadata()
    if let title = values["title"] { metadata.addTitle(title) }
    for key in ["creator", "initial-creator"] {
      if let author = values[key] { metadata.add(.author, author) }
    }
    for key in ["issued", "date", "modified", "created", "creation-date"] {
      if let date = values[key] { metadata.addDate(date) }
    }
    if let publisher = values["publisher"] { metadata.add(.publisher, publisher) }
    if let language = values["language"] {
      metadata.add(.language, Metadata.languageTag(language))
    }
    return metadata
  }
}
