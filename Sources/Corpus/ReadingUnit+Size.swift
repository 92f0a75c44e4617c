extension ReadingUnit {
  /// Bytes of the source that the unit stands for; for a compressed collection, of its text.
  public var byteCount: Int {
    switch content {
    case .file: source.size
    case .lines(let bytes, _): bytes.count
    case .skipped: 0
    }
  }
}
