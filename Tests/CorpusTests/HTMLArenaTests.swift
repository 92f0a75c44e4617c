import Glibc
import Testing

@testable import Corpus

@Suite("Memory of the HTML parser") struct HTMLArenaTests {
  @Test("freed memory is used again for the same size, and no piece overlaps another")
  func reuse() throws {
    let page = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1)
    defer { page.deallocate() }
    let arena = HTMLArena(page)
    try withExtendedLifetime(arena) {
      let handle = Unmanaged.passUnretained(arena).toOpaque()
      var pieces: [(start: UnsafeMutableRawPointer, size: Int)] = []
      for size in [0, 1, 8, 9, 24, 1016, 1017, 5000, 3 << 20] {
        let start = try #require(HTMLArena.allocate(in: handle, size))
        #expect(UInt(bitPattern: start) % 8 == 0)
        memset(start, 0xFF, size)
        pieces.append((start, size))
      }
      let sorted = pieces.sorted { $0.start < $1.start }
      for (piece, next) in zip(sorted, sorted.dropFirst()) {
        #expect(piece.start + piece.size <= next.start)
      }
      for piece in pieces {
        HTMLArena.free(in: handle, piece.start)
        #expect(HTMLArena.allocate(in: handle, piece.size) == piece.start)
      }
      HTMLArena.free(in: handle, nil)
    }
  }
}
