/// Collects text by HTML's rules for white space: any run of it is one space, and only elements
/// break lines.
struct HTMLTextWriter {
  private enum Break { case none, space, line, paragraph }

  private var bytes: [UInt8] = []
  private var pending = Break.none
  /// The marker of a heading or list item that has no text yet.
  private var pendingMarker: StaticString?
  /// Whether a marker was written last: what follows stays on its line.
  private var isAfterMarker = false

  /// Whether a heading or list item has no text yet.
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
  ///   - isOpening: whether the text that follows stays on its line.
  ///   - isClosing: whether the mark stays on the line of the text before it.
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

  /// Returns the text, with a line break at its end unless it is empty.
  consuming func finish() -> [UInt8] {
    if !bytes.isEmpty { bytes.append(0x0A) }
    return bytes
  }
}
