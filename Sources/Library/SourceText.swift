public import Answering
public import Corpus
import Glibc
public import Platform
public import Retrieval

extension Citation {
  /// The lines of the quotation as an editor shows them in its file; nil if its text was made from a
  /// file of another form, whose lines nobody sees.
  public var fileLines: ClosedRange<Int>? {
    guard places == nil else { return nil }
    guard let origin = passage.document.origin, let format = SourceFormat(rawValue: origin.format)
    else { return lines }
    return format.hasFileLines(name: origin.path) ? lines : nil
  }
}

/// The text of a source as it is read now.
public enum SourceText {
  /// Reads a document from its file again.
  ///
  /// - Returns: Nil if the file cannot be read, or no longer holds the document.
  public static func document(_ stored: StoredDocument) -> Document? {
    guard let origin = stored.origin, let format = SourceFormat(rawValue: origin.format) else {
      return nil
    }
    let file = SourceFile(
      id: fileID(of: stored), path: origin.path, format: format, size: origin.size,
      modified: Int64(origin.modified))
    let reader = SourceReader([file], cache: ConversionCache(environment: .process))
    while let unit = reader.next() {
      for document in reader.documents(of: unit).documents {
        let isIt =
          origin.line > 0 ? document.collectionLine == origin.line : document.id == stored.id
        if isIt { return document }
      }
    }
    return nil
  }

  /// The id of the file that a document is from: that of a message in a mailbox is `box.mbox#2`.
  private static func fileID(of document: StoredDocument) -> String {
    let name = document.origin?.path.split(separator: "/").last ?? ""
    guard let sign = document.id.lastIndex(of: "#"), !document.id.hasSuffix(name),
      document.id[..<sign].hasSuffix(name)
    else { return document.id }
    return String(document.id[..<sign])
  }

  /// The result of reading a file.
  public struct Contents: Sendable {
    public var documents: [Document] = []
    public var skipped: [SkippedSource] = []
  }

  /// Reads a file as indexing does.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - body: Called with the documents of each unit, in order; `false` ends the reading.
  /// - Throws: If there is no such file, or it is a folder.
  public static func read(
    fileAt path: String, _ body: (Contents) -> Bool
  ) throws(FileError) {
    guard try FileInfo(path: path).kind != .directory else {
      throw FileError(.open, path: path, code: EISDIR)
    }
    let sources = try SourceWalk(paths: [path]).sources()
    if !sources.skipped.isEmpty, !body(Contents(skipped: sources.skipped)) { return }
    let reader = SourceReader(sources.files, cache: ConversionCache(environment: .process))
    while let unit = reader.next() {
      let read = reader.documents(of: unit)
      if !body(Contents(documents: read.documents, skipped: read.skipped)) { return }
    }
  }
}
