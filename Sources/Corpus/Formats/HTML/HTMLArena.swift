import Glibc
import Platform

/// Memory that a C parser allocates piece by piece, and that is returned to the system all at once.
/// Pieces that the parser frees before that are used again: these are about half of all.
///
/// It also stops a parser that takes too long or whose run was cancelled. The parser cannot be
/// interrupted, but it allocates memory for each token, and the rest of its page can be blanked
/// then.
final class HTMLArena {
  private static let chunkSize = 1 << 20
  /// The number of allocations between two checks of the clock.
  private static let allocationsPerCheck = 4096

  /// The page that is being parsed.
  private let page: UnsafeMutableBufferPointer<UInt8>
  /// The processor time of the thread, in nanoseconds, at which the parser is stopped. It allows
  /// ten times as much time as any valid page took.
  private let deadline: Int
  private var allocationCount = 0
  private(set) var isStopped = false

  init(_ page: UnsafeMutableBufferPointer<UInt8>) {
    self.page = page
    deadline = Self.processorTime + 2_000_000_000 + 2_000 * page.count
  }

  private static var processorTime: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private func checkTime() {
    guard !isStopped, Interrupt.isRequested || Self.processorTime > deadline else { return }
    isStopped = true
    page.update(repeating: UInt8(ascii: " "))
  }

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var used = 0
  /// The first free block of each size class. Each contains the address of the next one.
  private var freeBlocks = [UnsafeMutableRawPointer?](repeating: nil, count: 128)

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  /// Allocates memory for gumbo, which passes an unretained arena as the first argument.
  static func allocate(in arena: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
  {
    guard let arena else { return malloc(size) }
    return Unmanaged<HTMLArena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
  }

  /// Takes back memory that `allocate` has returned.
  static func free(in arena: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?) {
    guard let arena, let pointer else { return }
    Unmanaged<HTMLArena>.fromOpaque(arena).takeUnretainedValue().free(pointer)
  }

  /// The size of the number before each block, which is its size class.
  private static let header = MemoryLayout<Int>.size

  /// Returns the size class of a block, and the size of all blocks of the class: multiples of 16 up
  /// to a kilobyte, and then powers of two.
  private static func sizeClass(_ size: Int) -> (number: Int, size: Int) {
    if size <= 1024 { return ((size + 15) >> 4, (size + 15) & ~15) }
    let bits = Int.bitWidth - (size - 1).leadingZeroBitCount
    return (64 + bits, 1 << bits)
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    allocationCount += 1
    if allocationCount % Self.allocationsPerCheck == 0 { checkTime() }
    let (number, size) = Self.sizeClass(max(size, Self.header) + Self.header)
    if let block = freeBlocks[number] {
      freeBlocks[number] = block.load(as: UnsafeMutableRawPointer?.self)
      return block
    }
    guard let block = newBlock(size) else { return nil }
    block.storeBytes(of: number, as: Int.self)
    return block + Self.header
  }

  private func free(_ pointer: UnsafeMutableRawPointer) {
    let number = (pointer - Self.header).load(as: Int.self)
    pointer.storeBytes(of: freeBlocks[number], as: UnsafeMutableRawPointer?.self)
    freeBlocks[number] = pointer
  }

  private func newBlock(_ size: Int) -> UnsafeMutableRawPointer? {
    if let chunk = chunks.last, used + size <= chunk.count {
      defer { used += size }
      return chunk.baseAddress.map { $0 + used }
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(Self.chunkSize, size), alignment: 16)
    chunks.append(chunk)
    used = size
    return chunk.baseAddress
  }
}
