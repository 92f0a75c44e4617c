/// Calls `body` with a copy of bytes in separate memory, so that a sanitizer detects a read beyond
/// them.
@discardableResult
public func withBytes<Value>(
  _ bytes: some Collection<UInt8>, _ body: (UnsafeRawBufferPointer) throws -> Value
) rethrows -> Value {
  let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
  defer { copy.deallocate() }
  copy.copyBytes(from: bytes)
  return try body(UnsafeRawBufferPointer(copy))
}
