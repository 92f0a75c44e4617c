/// Numbers the lines of a text for offsets that mostly ascend.
struct LineCounter {
  private let text: String
  private var offset = 0
  private var number = 1

  init(_ text: String) { self.text = text }

  /// The line that the byte at `target` stands on, from 1.
  mutating func line(at target: Int) -> Int {
    if target < offset {
      offset = 0
      number = 1
    }
    let bytes = text.utf8.span
    let end = min(target, bytes.count)
    for index in offset..<max(offset, end) where bytes[index] == UInt8(ascii: "\n") { number += 1 }
    offset = max(offset, end)
    return number
  }
}
