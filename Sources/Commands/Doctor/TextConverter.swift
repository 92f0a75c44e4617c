import Glibc

/// A program that makes text of documents that tanya does not read.
struct TextConverter: Sendable, Hashable {
  /// By file name extension.
  var formats: [String]
  var command: String
  /// The Debian package that brings it.
  var package: String
  /// As it is to be typed.
  var example: String

  static let all = [
    TextConverter(
      formats: ["pdf"], command: "pdftotext", package: "poppler-utils",
      example: "pdftotext report.pdf"),
    TextConverter(
      formats: ["docx", "odt", "epub", "rtf"], command: "pandoc", package: "pandoc",
      example: "pandoc report.docx -t markdown -o report.md"),
    TextConverter(
      formats: ["doc"], command: "catdoc", package: "catdoc",
      example: "catdoc -d utf-8 report.doc > report.txt"),
  ]

  /// - Parameter path: the folders of programs, between colons.
  func isInstalled(path: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(command)", X_OK) == 0 }
  }
}
