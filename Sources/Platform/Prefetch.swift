import Glibc

/// Asks the system to read mapped bytes from disk while the program goes on. Only advice: what it
/// cannot be followed for is read when it is touched.
public func prefetch(_ bytes: UnsafeRawBufferPointer) {
  guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
  let page = UInt(bitPattern: start) & ~UInt(getpagesize() - 1)
  let length = UInt(bitPattern: start) + UInt(bytes.count) - page
  madvise(UnsafeMutableRawPointer(bitPattern: page), Int(length), MADV_WILLNEED)
}
