/// How much memory an indexing run may take.
struct MemoryBudget {
  /// Bytes in all.
  let limit: Int

  /// What the program takes before it reads anything, and while it reads: its own pages, a piece of
  /// a collection and its documents for each thread.
  private static let constant = 32 << 20
  /// Parts are turned round while they are still there, and encoded: what is held grows to this
  /// many times its size when it is written.
  private static let growth = 2
  /// Where the constant leaves too little, this part of the limit is held all the same.
  private static let leastShare = 16

  /// Whether one of `threads` workers has to write what it holds.
  ///
  /// - Parameter shared: bytes that stay in memory until the end.
  func isExhausted(by byteCount: Int, of threads: Int, beside shared: Int) -> Bool {
    let share = (limit - MemoryBudget.constant - shared) / MemoryBudget.growth
    return byteCount > max(share, limit / MemoryBudget.leastShare) / threads
  }

  /// Segments that are joined at a time. Each is read in half a dozen places at once, and what the
  /// system maps around each of these adds up.
  var fanIn: Int { min(max(limit >> 23, 4), 64) }

  /// Bytes of mapped files that may stay in memory while segments are joined; the program's own
  /// pages count too.
  var mappedLimit: Int { max(limit / 4, 32 << 20) }
}
