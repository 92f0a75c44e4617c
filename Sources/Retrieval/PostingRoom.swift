import SegmentFormat

/// Room for one unpacked block of postings.
final class PostingRoom {
  let passages = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PostingList.blockSize)
  var frequencies: UnsafeMutablePointer<UInt32> { passages + PostingList.blockSize }

  deinit { passages.deallocate() }
}
