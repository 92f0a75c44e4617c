/// The memory that an indexing run may use.
struct MemoryBudget {
  /// The total memory, in bytes.
  let limit: Int

  /// The memory for the program's own pages, and for a unit of a collection and its documents for
  /// each thread, in bytes.
  private static let constant = 32 << 20
  /// The factor by which held parts grow when they are inverted and encoded.
  private static let growth = 2
  /// The divisor of the limit that gives the memory that parts may always take, even if `constant`
  /// leaves less.
  private static let leastShare = 16

  /// Returns whether a worker that holds `byteCount` bytes has to write them.
  ///
  /// - Parameters:
  ///   - byteCount: The size of the worker's parts, in bytes.
  ///   - threads: The number of workers.
  ///   - shared: The size of the data that stays in memory until the end of the run, in bytes.
  func isExhausted(by byteCount: Int, of threads: Int, beside shared: Int) -> Bool {
    let share = (limit - MemoryBudget.constant - shared) / MemoryBudget.growth
    return byteCount > max(share, limit / MemoryBudget.leastShare) / threads
  }

  /// The greatest number of segments to merge at a time. Each is read at half a dozen positions at
  /// once, and the system maps pages around each of them.
  var fanIn: Int { min(max(limit >> 23, 4), 64) }

  /// The size of mapped pages that may stay in memory while segments are merged, in bytes. It
  /// includes the program's own pages.
  var mappedLimit: Int { max(limit / 4, 32 << 20) }
}
