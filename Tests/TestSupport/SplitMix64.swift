/// The SplitMix64 generator (Steele, Lea, Flood 2014). The same seed always gives the same numbers.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a random number below `limit`, or 0 if `limit` is 0.
  public mutating func below(_ limit: Int) -> Int {
    limit == 0 ? 0 : Int.random(in: 0..<limit, using: &self)
  }
}
