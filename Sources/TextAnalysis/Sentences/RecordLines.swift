import Bytes

/// Decides which lines of a text are records, and which line breaks therefore end a sentence.
///
/// A line is a record if the record before it or the line after it has the same shape, or if it is
/// an item of a list or a paragraph of its own and its shape leaves no doubt.
struct RecordLines {
  private let text: ByteView
  /// The shape of the last record of the paragraph.
  private(set) var record: LineShape?
  /// The offset of the first byte of that record.
  private(set) var start = 0
  /// The shape of the line that was read last, which is often asked for twice.
  private var known: (start: Int, shape: LineShape?)?

  /// The number of bytes from which a record may go on in the next line, because it is as long as
  /// lines of wrapped text are.
  private static let wrapped = 50

  init(_ text: ByteView) { self.text = text }

  /// Begins a line that follows a break which ends a sentence.
  ///
  /// - Parameters:
  ///   - index: The offset of its first byte that is neither white space nor a mark.
  ///   - opening: The opening of the line.
  ///   - isNewParagraph: A Boolean value that indicates whether the records before it are others.
  mutating func begin(at index: Int, _ opening: LineOpening.Kind, isNewParagraph: Bool) {
    let before = isNewParagraph ? nil : record
    let shape = shape(at: index)
    record =
      switch opening {
      case .heading, .rule: nil
      case .tableRow: shape
      case .listItem: shape.flatMap { $0.isItem ? $0 : nil }
      case .plain:
        shape.flatMap {
          before?.isLike($0) ?? false || isRepeated($0, below: index) ? $0 : nil
        }
      }
    start = index
  }

  /// Returns whether the line at `index`, which follows a line of the same paragraph, does not
  /// continue that line: because it is a record, or because the line before it is a whole one.
  mutating func isSeparate(at index: Int) -> Bool {
    if let shape = shape(at: index) {
      if record?.isLike(shape) ?? false { return true }
      if isFollowed(by: shape, below: index) { return true }
    }
    guard let record else { return false }
    switch record.kind {
    case .row, .fields: return true
    case .entry, .label, .columns, .pair, .list, .amount:
      let isIndented = index > 0 && text[index - 1] != 0x0A
      return record.length < Self.wrapped && !isIndented && !text[index].isASCIILower
    }
  }

  /// Returns whether the line at `index` is a record by the line below it, or by its own shape if it
  /// is a paragraph or the first item of a list, whose mark is not part of its passage.
  private mutating func isRepeated(_ shape: LineShape, below index: Int) -> Bool {
    let end = text.lineEnd(from: index)
    let next = text.skippingWhiteSpace(from: end)
    if next.lineBreaks > 1 || next.index == text.count { return shape.isRecordAlone }
    switch LineOpening(at: next.index, in: text).kind {
    case .plain: return self.shape(at: next.index).map(shape.isLike) ?? false
    case .listItem: return shape.isItem
    case .heading, .tableRow, .rule: return shape.isRecordAlone
    }
  }

  /// Returns whether the line below the one at `index` belongs to the same paragraph and has a shape
  /// like `shape`.
  private mutating func isFollowed(by shape: LineShape, below index: Int) -> Bool {
    let next = text.skippingWhiteSpace(from: text.lineEnd(from: index))
    guard next.lineBreaks == 1, LineOpening(at: next.index, in: text).kind == .plain else {
      return false
    }
    return self.shape(at: next.index).map(shape.isLike) ?? false
  }

  private mutating func shape(at index: Int) -> LineShape? {
    if let known, known.start == index { return known.shape }
    let shape = LineShape(at: index, in: text)
    known = (index, shape)
    return shape
  }
}
