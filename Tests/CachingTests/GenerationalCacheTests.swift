import Caching
import Testing

@Suite struct GenerationalCacheTests {
  @Test func aKeptValueIsFoundAgain() {
    var cache = GenerationalCache<String, Int>(capacity: 8)
    cache.insert(1, for: "one")
    #expect(cache.value(for: "one") == 1)
    #expect(cache.value(for: "two") == nil)
  }

  @Test(arguments: [2, 3, 8, 100])
  func theSumOfCostsStaysWithinTheCapacity(capacity: Int) {
    var cache = GenerationalCache<Int, Int>(capacity: capacity)
    for key in 0..<1_000 {
      cache.insert(key, for: key)
      _ = cache.value(for: key / 2)
      #expect(cache.count <= capacity)
    }
    #expect(cache.value(for: 999) == 999)
  }

  @Test func aValueThatIsAskedForOutlivesOthers() {
    var cache = GenerationalCache<Int, String>(capacity: 10)
    cache.insert("often", for: -1)
    for key in 0..<100 {
      cache.insert("once", for: key)
      #expect(cache.value(for: -1) == "often")
    }
    #expect(cache.value(for: 0) == nil)
  }

  @Test func costsCountInsteadOfValues() {
    var cache = GenerationalCache<Int, Int>(capacity: 100)
    cache.insert(0, for: 0, cost: 51)
    #expect(cache.value(for: 0) == nil)
    for key in 1...6 { cache.insert(key, for: key, cost: 25) }
    #expect(cache.count == 4)
    #expect(cache.value(for: 1) == nil && cache.value(for: 2) == nil)
    #expect(cache.value(for: 5) == 5 && cache.value(for: 6) == 6)
  }
}
