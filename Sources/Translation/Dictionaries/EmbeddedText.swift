/// Bytes that are part of the program, and so live as long as it runs.
public struct EmbeddedText: @unchecked Sendable {
  // Unchecked: nobody writes to them.
  public let bytes: UnsafeRawBufferPointer

  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
}
