/// A dictionary of bounded size for values that are slow to compute and asked for again.
///
/// Values are in two generations. A value that is found in the older one moves to the younger one,
/// and when the younger one has half of the capacity, it becomes the older one, whose values are
/// dropped. The values that stay are nearly those of a cache that drops the least recently used
/// value, without a list of their order.
public struct GenerationalCache<Key: Hashable, Value> {
  @usableFromInline
  struct Entry {
    @usableFromInline var value: Value
    @usableFromInline var cost: Int

    @inlinable
    init(value: Value, cost: Int) {
      self.value = value
      self.cost = cost
    }
  }

  /// The greatest sum of the costs of all values.
  public let capacity: Int
  @usableFromInline var younger: [Key: Entry] = [:]
  @usableFromInline var older: [Key: Entry] = [:]
  /// The sum of the costs in the younger generation.
  @usableFromInline var youngerCost = 0

  /// - Parameter capacity: The greatest sum of the costs of all values, at least 2.
  @inlinable
  public init(capacity: Int) { self.capacity = max(capacity, 2) }

  /// The number of values.
  @inlinable
  public var count: Int { younger.count + older.count }

  /// Returns the value of a key, or nil if there is none or it was dropped.
  ///
  /// - Complexity: O(1) on average.
  @inlinable
  public mutating func value(for key: Key) -> Value? {
    if let entry = younger[key] { return entry.value }
    guard !older.isEmpty, let entry = older.removeValue(forKey: key) else { return nil }
    add(entry, for: key)
    return entry.value
  }

  /// Keeps a value. A value that costs more than half of the capacity is not kept.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - key: Its key, which must have no value.
  ///   - cost: The cost of the value, in the units of the capacity.
  @inlinable
  public mutating func insert(_ value: Value, for key: Key, cost: Int = 1) {
    guard cost <= capacity / 2 else { return }
    add(Entry(value: value, cost: cost), for: key)
  }

  @inlinable
  mutating func add(_ entry: Entry, for key: Key) {
    if youngerCost + entry.cost > capacity / 2 {
      older = younger
      younger = [:]
      youngerCost = 0
    }
    younger[key] = entry
    youngerCost += entry.cost
  }
}
