import Platform

/// The hashes of documents' ids, used to find ids that occur twice. Beyond a limit they are kept in
/// a scratch file, so that millions of documents take little memory.
struct IDHashes: @unchecked Sendable {
  // Unchecked, because nothing else uses the scratch file.

  /// The folder in which the scratch file is created if necessary.
  private let folder: String
  /// The greatest number of hashes in memory at a time. The default takes 8 MiB.
  private let capacity: Int
  private var held: [Int] = []
  private var scratch: ScratchFile?
  private var count = 0

  init(folder: String, capacity: Int = 1 << 20) {
    self.folder = folder
    self.capacity = capacity
  }

  var isEmpty: Bool { count == 0 }
  /// The size of the hashes in memory, in bytes.
  var byteCount: Int { held.capacity * MemoryLayout<Int>.stride }

  mutating func append(_ hash: Int) throws(FileError) {
    if held.count == capacity { try spill() }
    held.append(hash)
    count += 1
  }

  private mutating func spill() throws(FileError) {
    if scratch == nil { scratch = try ScratchFile(in: folder) }
    var failure: FileError?
    held.withUnsafeBytes { bytes in
      do throws(FileError) { try scratch?.write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    held.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with all hashes, in parts that fit in memory. Each part is in ascending order,
  /// and equal hashes are in the same part.
  ///
  /// - Parameter body: A closure that receives the hashes of a part and a test for whether a hash
  ///   belongs to that part.
  /// - Complexity: O(*n* log *n*), where *n* is the number of hashes.
  func forEachPart(_ body: (_ hashes: [Int], _ belongs: (Int) -> Bool) throws -> Void) throws {
    let parts = (count + capacity - 1) / capacity
    for part in 0..<parts {
      // The upper half of the product distributes hashes evenly over the parts.
      func belongs(_ hash: Int) -> Bool {
        UInt(bitPattern: hash).multipliedFullWidth(by: UInt(parts)).high == part
      }
      var hashes = held.filter(belongs)
      try scratch?.forEachPiece { bytes throws(FileError) in
        for hash in bytes.bindMemory(to: Int.self) where belongs(hash) { hashes.append(hash) }
      }
      hashes.sort()
      try body(hashes, belongs)
    }
  }
}
