/// Collects text with the rules of HTML for white space: any run of it becomes one space, and only
/// elements break lines.
struct HTMLTextWriter {
  private enum Break { case none, space, line, paragraph }

  private var bytes: [UInt8] = []
  private var pending = Break.none
  /// The marker of a heading or list item that has no text yet.
  private var pendingMarker: StaticString?
  /// A Boolean value that indicates whether the last output was a marker, so that the next text
  /// stays on its line.
  private var isAfterMarker = false

  /// A Boolean value that indicates whether a heading or list item has no text yet.
  var isMarkerPending: Bool { pendingMarker != nil }

  mutating func startLine() {
    if pending != .paragraph, pendingMarker == nil, !isAfterMarker { pending = .line }
  }

  mutating func startParagraph() {
    // An item's first paragraph begins on the line of its marker.
    if pendingMarker == nil, !isAfterMarker { pending = .paragraph }
  }

  /// Writes `marker` before the next text.
  mutating func openMarker(_ marker: StaticString) { pendingMarker = marker }

  /// Discards a marker that no text followed.
  mutating func closeMarker() {
    pendingMarker = nil
    isAfterMarker = false
  }

  /// Writes a mark that is not part of the page, such as `|`.
  ///
  /// - Parameters:
  ///   - text: The mark.
  ///   - isOpening: A Boolean value that indicates whether the next text stays on the line of the
  ///     mark.
  ///   - isClosing: A Boolean value that indicates whether the mark stays on the line of the
  ///     previous text.
  mutating func mark(_ text: StaticString, isOpening: Bool = false, isClosing: Bool = false) {
    if isClosing { pending = .none }
    flush()
    append(text)
    isAfterMarker = isOpening
  }

  mutating func write(_ text: UnsafePointer<CChar>, preformatted: Bool) {
    var index = 0
    while text[index] != 0 {
      let byte = UInt8(bitPattern: text[index])
      index += 1
      if byte > 0x20 || preformatted && byte != 0x0D {
        flush()
        bytes.append(byte)
      } else if pending == .none, !isAfterMarker {
        pending = .space
      }
    }
  }

  private mutating func flush() {
    if !bytes.isEmpty {
      switch pending {
      case .none: break
      case .space: bytes.append(0x20)
      case .line: bytes.append(0x0A)
      case .paragraph: bytes += [0x0A, 0x0A]
      }
    }
    pending = .none
    isAfterMarker = false
    if let marker = pendingMarker {
      append(marker)
      pendingMarker = nil
    }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Returns the text, which ends with a line break unless it is empty.
  consuming func finish() -> [UInt8] {
    if !bytes.isEmpty { bytes.append(0x0A) }
    return bytes
  }
}
