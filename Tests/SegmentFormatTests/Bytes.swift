/// Calls `body` with bytes that lie in memory on their own, so that reading beyond them can show.
@discardableResult
func withBytes<Value>(
  _ bytes: some Collection<UInt8>, _ body: (UnsafeRawBufferPointer) throws -> Value
) rethrows -> Value {
  let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
  defer { copy.deallocate() }
  copy.copyBytes(from: bytes)
  return try body(UnsafeRawBufferPointer(copy))
}
