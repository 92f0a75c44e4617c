/// The words of a question one after the other with spaces between them, so that the key under
/// which a table has some of them is a part of these bytes.
struct WordKeys {
  private var bytes: [UInt8] = []
  /// Where each word begins, and where one behind the last would.
  private var starts: [Int] = [0]

  /// Of a word and its space.
  private static let usualLength = 8

  init(_ words: some Collection<String>) {
    bytes.reserveCapacity(Self.usualLength * words.count)
    starts.reserveCapacity(words.count + 1)
    for var word in words {
      word.withUTF8 { bytes.append(contentsOf: $0) }
      bytes.append(0x20)
      starts.append(bytes.count)
    }
  }

  /// - Parameter range: of words, not empty.
  func withKey<Value, Failure>(
    of range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let part = starts[range.lowerBound]..<starts[range.upperBound] - 1
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) -> Value in
      try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[part]))
    }
  }
}
