import Bytes
import Model

/// The keys under which tables may have the words of a question: their surface forms and their
/// stems, each separated by spaces in one array, so that the key of a range of words is a part of
/// it.
struct QuestionKeys {
  /// The surface forms, each followed by a space, and then the stems.
  private let bytes: [UInt8]
  /// The offset of each surface form, of the first stem, of each other stem, and the end.
  private let offsets: [Int]
  private let count: Int

  init(_ words: [QuestionWord]) {
    self.init(words.count, surface: { words[$0].surface }, stem: { words[$0].stem })
  }

  /// - Parameter words: The words of a form that is equivalent to words of the question.
  init(_ words: [WordForms]) {
    self.init(words.count, surface: { words[$0].surface }, stem: { words[$0].stem })
  }

  @inline(__always)
  private init(_ count: Int, surface: (Int) -> String, stem: (Int) -> String) {
    self.count = count
    var size = 0
    offsets = Array(unsafeUninitializedCapacity: 2 * count + 1) { offsets, initialized in
      offsets[0] = 0
      for index in 0..<count {
        size += surface(index).utf8.count + 1
        offsets[index + 1] = size
      }
      for index in 0..<count {
        size += stem(index).utf8.count + 1
        offsets[count + index + 1] = size
      }
      initialized = 2 * count + 1
    }
    bytes = Array(unsafeUninitializedCapacity: size) { bytes, initialized in
      func append(_ form: String) {
        let rest = UnsafeMutableRawBufferPointer(bytes)[initialized...]
        form.utf8.span.withUnsafeBytes {
          UnsafeMutableRawBufferPointer(rebasing: rest).copyMemory(from: $0)
        }
        initialized += form.utf8.count + 1
        bytes[initialized - 1] = 0x20
      }
      for index in 0..<count { append(surface(index)) }
      for index in 0..<count { append(stem(index)) }
    }
  }

  /// Calls `body` with the surface forms of a range of words, which must not be empty.
  @inline(__always)
  func withSurfaces<Value, Failure>(
    of range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withBytes(offsets[range.lowerBound]..<offsets[range.upperBound] - 1, body)
  }

  /// Calls `body` with the stems of a range of words, which must not be empty.
  @inline(__always)
  func withStems<Value, Failure>(
    of range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withBytes(offsets[count + range.lowerBound]..<offsets[count + range.upperBound] - 1, body)
  }

  /// Returns whether the words of a range, which must not be empty, are their own stems.
  @inline(__always)
  func isStemmed(_ range: Range<Int>) -> Bool {
    let surface = offsets[range.lowerBound]..<offsets[range.upperBound]
    let stem = offsets[count + range.lowerBound]..<offsets[count + range.upperBound]
    return surface.count == stem.count
      && bytes.withUnsafeBytes {
        UnsafeRawBufferPointer(rebasing: $0[surface])
          .isSame(as: UnsafeRawBufferPointer(rebasing: $0[stem]))
      }
  }

  @inline(__always)
  private func withBytes<Value, Failure>(
    _ part: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) -> Value in
      try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[part]))
    }
  }
}
