/// How much memory an indexing run may take.
struct MemoryBudget {
  /// Bytes in all.
  let limit: Int

  /// What the program takes before it reads anything, and while it reads: its own pages, a piece of
  /// a collection and its documents for each thread.
  private static let constant = 48 << 20
  /// Parts are turned round while they are still there, and encoded: what is held grows to this
  /// many times its size when it is written.
  private static let growth = 3
  /// Where the constant leaves too little, this part of the limit is held all the same.
  private static let leastShare = 16

  /// Whether one of `threads` workers has to write what it holds.
  ///
  /// - Parameter shared: bytes that stay in memory until the end.
  func isExhausted(by byteCount: Int, of threads: Int, beside shared: Int) -> Bool {
    let share = (limit - MemoryBudget.constant - shared) / MemoryBudget.growth
    return byteCount > max(share, limit / MemoryBudget.leastShare) / threads
  }
}
