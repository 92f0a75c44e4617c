import Glibc

/// The bytes of a file, mapped for reading, or read into memory if they cannot be mapped.
///
/// ```swift
/// let file = try MappedFile(path: path)
/// let size = file.withBytes { $0.count }
/// ```
///
/// - Important: If a file is truncated while it is mapped, access to the missing bytes ends the
///   process (see ``TruncationGuard``). Map only files that are replaced by renaming.
public final class MappedFile: @unchecked Sendable {
  // Unchecked, because the bytes never change after init.

  /// The part of a file that a reader is expected to need.
  public enum Access: Sendable {
    /// Most of the file. The system reads ahead, several megabytes at a time.
    case most
    /// A few parts of the file. The system reads only pages that are touched or requested by
    /// `prefetch`.
    case few
  }

  public let access: Access
  /// The bytes of the file.
  ///
  /// - Important: The file must outlive them. The compiler may release it after its last use, so
  ///   prefer `withBytes`.
  public let bytes: UnsafeRawBufferPointer
  private let origin: Origin

  /// The slot of the file in ``TruncationGuard``.
  private let slot: Int?

  /// The open file, if ``canCopy``.
  private let file: OpenFile?

  private enum Origin { case mapped, copied, unowned }

  /// Maps a regular file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - access: The part of the file that is expected to be needed.
  ///   - largeSize: The size in bytes from which parts of the file can be copied (see ``canCopy``).
  /// - Throws: `FileError` if the file cannot be opened or read.
  public init(
    path: String, access: Access = .most, largeSize: Int = 32 << 20
  ) throws(FileError) {
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
      self.file = access == .most && size >= largeSize ? file : nil
    } else {
      let content = try file.readToEnd()
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
      copy.copyBytes(from: content)
      bytes = UnsafeRawBufferPointer(copy)
      origin = .copied
      slot = nil
      self.file = nil
    }
  }

  /// Copies bytes in memory, for an index that is never written to disk.
  public init(copying content: [UInt8], access: Access = .most) {
    self.access = access
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
    copy.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(copy)
    origin = .copied
    slot = nil
    file = nil
  }

  /// Refers to bytes in memory.
  ///
  /// - Important: `bytes` must outlive the object.
  init(unowned bytes: UnsafeRawBufferPointer, access: Access = .most) {
    self.access = access
    self.bytes = bytes
    origin = .unowned
    slot = nil
    file = nil
  }

  /// Calls `body` with the bytes, and keeps the file mapped during the call.
  public func withBytes<Value, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  /// A Boolean value that indicates whether parts of the file can be copied without being mapped,
  /// which is the case for a large file that is mostly needed.
  public var canCopy: Bool { file != nil }

  /// Copies a part of the file to a buffer of at least its size.
  ///
  /// Touching a mapped page also maps the fifteen pages around it, 64 KB for an item of one or two.
  /// If the items that are read are small and far from each other, these pages soon exceed a limit
  /// of the process's memory, and the pages that are read often are released with them. Copying an
  /// item maps nothing.
  ///
  /// - Parameters:
  ///   - part: A part of ``bytes``.
  ///   - buffer: The buffer.
  /// - Returns: A Boolean value that indicates whether all bytes were copied.
  public func copy(
    _ part: UnsafeRawBufferPointer, to buffer: UnsafeMutableRawBufferPointer
  ) -> Bool {
    guard let file, let start = part.baseAddress, let base = bytes.baseAddress else { return false }
    return file.read(part.count, at: start - base, into: buffer)
  }

  /// Removes the file's pages from the process's memory. They are mapped again when they are
  /// touched.
  public func releasePages() { releasePages(of: 0..<bytes.count) }

  /// Removes the pages of a range of bytes from the process's memory. They are mapped again when
  /// they are touched.
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

/// Asks the system to read mapped bytes from disk in the background. If it does not, they are read
/// when they are touched.
public func prefetch(_ bytes: UnsafeRawBufferPointer) {
  guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
  let page = UInt(bitPattern: start) & ~UInt(getpagesize() - 1)
  let length = UInt(bitPattern: start) + UInt(bytes.count) - page
  madvise(UnsafeMutableRawPointer(bitPattern: page), Int(length), MADV_WILLNEED)
}
