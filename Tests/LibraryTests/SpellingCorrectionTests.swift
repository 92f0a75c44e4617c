import Library
import TestSupport
import Testing

struct EditDistanceTests {
  @Test(
    "distances",
    arguments: [
      ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("open", "open", 0),
    ])
  func measures(first: String, second: String, distance: Int) {
    #expect(EditDistance.between(first, second) == distance)
    #expect(EditDistance.between(second, first) == distance)
  }
}
