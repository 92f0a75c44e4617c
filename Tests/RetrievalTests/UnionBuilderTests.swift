import SegmentFormat
import Testing

@testable import Retrieval

@Suite("Unions of posting lists")
struct UnionBuilderTests {
  private func add(_ passages: [UInt32], to unions: inout UnionBuilder) {
    passages.withUnsafeBufferPointer { passages in
      [UInt32](repeating: 1, count: passages.count).withUnsafeBufferPointer {
        unions.add(passages: passages, frequencies: $0, weight: 1, besides: nil)
      }
    }
  }

  @Test("what an unfinished union held is not in the next one, whose segment may be smaller")
  func forgets() throws {
    var unions = UnionBuilder()
    unions.prepare(passageCount: 1000)
    add([3, 999], to: &unions)
    unions.prepare(passageCount: 10)
    add([3, 4], to: &unions)
    let codes = [UInt8](repeating: 0, count: 10)
    let union = try #require(codes.withUnsafeBufferPointer { unions.finish(lengthCodes: $0) })
    var passages = [UInt32](repeating: 0, count: 128)
    passages.withUnsafeMutableBufferPointer {
      _ = PostingList(union).unpackPassages(ofBlock: 0, into: $0.baseAddress!)
    }
    #expect(passages.prefix(union.count) == [3, 4])
    unions.prepare(passageCount: 1000)
    #expect(codes.withUnsafeBufferPointer { unions.finish(lengthCodes: $0) } == nil)
  }
}
