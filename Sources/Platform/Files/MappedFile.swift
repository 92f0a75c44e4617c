import Glibc

/// The bytes of a file, mapped for reading, or read where they cannot be mapped.
///
/// A file that is cut short while it is mapped ends the process (``TruncationGuard``): map only files
/// that are replaced by renaming. Hold the object as long as its bytes are used, or use `withBytes`.
public final class MappedFile: @unchecked Sendable {
  // Unchecked: the bytes never change after init.

  /// How much of a file its reader is going to need.
  public enum Access: Sendable {
    /// Most of it, by and by: the system reads ahead of what is touched, some megabytes at a time.
    case most
    /// A few places: the system reads what is touched or asked for by `prefetch`, and no more.
    case few
  }

  public let access: Access
  /// Only as long as the file is held: the compiler may let go of it after its last use, so that
  /// a short-lived file wants `withBytes`.
  public let bytes: UnsafeRawBufferPointer
  private let origin: Origin

  /// For ``TruncationGuard``.
  private let slot: Int?

  private enum Origin { case mapped, copied, unowned }

  public init(path: String, access: Access = .most) throws(FileError) {
    self.access = access
    let file = try OpenFile(path: path)
    let size = try file.info().size
    if size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.descriptor, 0),
      start != MAP_FAILED
    {
      bytes = UnsafeRawBufferPointer(start: start, count: size)
      origin = .mapped
      slot = TruncationGuard.note(bytes, path: path)
      if access == .few { madvise(start, size, MADV_RANDOM) }
    } else {
      let content = try file.readToEnd()
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
      copy.copyBytes(from: content)
      bytes = UnsafeRawBufferPointer(copy)
      origin = .copied
      slot = nil
    }
  }

  /// Bytes in memory under the same interface, for an index that is never written to disk.
  public init(copying content: [UInt8], access: Access = .most) {
    self.access = access
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
    copy.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(copy)
    origin = .copied
    slot = nil
  }

  /// Bytes that outlive the object.
  init(unowned bytes: UnsafeRawBufferPointer, access: Access = .most) {
    self.access = access
    self.bytes = bytes
    origin = .unowned
    slot = nil
  }

  /// Holds the file while `body` reads its bytes.
  public func withBytes<Value, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  /// Takes the pages that were read out of the process's memory; they come back when asked for.
  public func releasePages() { releasePages(of: 0..<bytes.count) }

  /// The same for the pages that hold a range of the bytes.
  public func releasePages(of range: Range<Int>) {
    guard origin == .mapped, !range.isEmpty, let base = bytes.baseAddress else { return }
    let start = base + range.lowerBound
    let ahead = Int(bitPattern: start) % MappedFile.pageSize
    madvise(
      UnsafeMutableRawPointer(mutating: start - ahead), ahead + range.count, MADV_DONTNEED)
  }

  private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

  deinit {
    if let slot { TruncationGuard.forget(slot) }
    switch origin {
    case .mapped: munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    case .copied: bytes.deallocate()
    case .unowned: break
    }
  }
}

/// Asks the system to read mapped bytes from disk while the program goes on. Only advice: what it
/// cannot be followed for is read when it is touched.
public func prefetch(_ bytes: UnsafeRawBufferPointer) {
  guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
  let page = UInt(bitPattern: start) & ~UInt(getpagesize() - 1)
  let length = UInt(bitPattern: start) + UInt(bytes.count) - page
  madvise(UnsafeMutableRawPointer(bitPattern: page), Int(length), MADV_WILLNEED)
}
