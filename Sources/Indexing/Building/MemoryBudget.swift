/// The memory that an indexing run may use.
struct MemoryBudget {
  /// In bytes, altogether.
  let limit: Int

  /// In bytes: the program's own pages, and for each thread a run of a collection and its documents.
  private static let constant = 32 << 20
  /// How many times their size held parts grow to when they are inverted and encoded.
  private static let growth = 2
  /// The share of the limit that may be held even if `constant` leaves less.
  private static let leastShare = 16

  /// Returns whether one of `threads` workers that holds `byteCount` bytes has to write them.
  ///
  /// - Parameter shared: in bytes, what stays in memory until the end.
  func isExhausted(by byteCount: Int, of threads: Int, beside shared: Int) -> Bool {
    let share = (limit - MemoryBudget.constant - shared) / MemoryBudget.growth
    return byteCount > max(share, limit / MemoryBudget.leastShare) / threads
  }

  /// The number of segments that are merged at a time. Each is read at half a dozen positions at
  /// once, and the pages that the system maps around these add up.
  var fanIn: Int { min(max(limit >> 23, 4), 64) }

  /// In bytes: mapped files that may stay in memory while segments are merged, including the
  /// program's own pages.
  var mappedLimit: Int { max(limit / 4, 32 << 20) }
}
