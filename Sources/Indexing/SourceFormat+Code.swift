import Corpus

extension SourceFormat {
  /// The number that stands for a format in an index; numbers are never given a new meaning.
  private static let codes: [(format: SourceFormat, code: UInt8)] = [
    (.text, 1), (.markdown, 2), (.html, 3), (.collection, 4), (.compressedCollection, 5),
  ]

  var code: UInt8 { SourceFormat.codes.first { $0.format == self }?.code ?? 0 }

  init?(code: UInt8) {
    guard let found = SourceFormat.codes.first(where: { $0.code == code }) else { return nil }
    self = found.format
  }
}
