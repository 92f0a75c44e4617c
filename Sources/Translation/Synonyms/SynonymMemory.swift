import Bytes
import Caching
import Model

/// The synonym sets of words and phrases that were asked for before, which one thread keeps from
/// question to question.
///
/// Sets are kept for a direction: a pair of languages with the dictionary and the passages from
/// which the sets were made. Whenever one of these changes, the direction is a new one, so that
/// older sets are never found, and make room for others.
public final class SynonymMemory {
  /// The set of each word or phrase, or nil if nothing else stands for it.
  private var sets: GenerationalCache<Key, SynonymSet?>
  private var directionCount = 0
  /// A number of bytes that the surface form and the stem of most words have together, at most.
  private static let usualLength = 64

  private struct Key: Hashable {
    var direction: Int
    var surface: String
    var stem: String

    // Equal surface forms with different stems are rare, and one number is combined faster than a
    // string.
    func hash(into hasher: inout Hasher) {
      hasher.combine(
        surface.utf8.span.withUnsafeBytes {
          ContentHash.value(of: $0, seed: UInt64(truncatingIfNeeded: direction))
        })
    }
  }

  /// - Parameter capacity: The greatest sum of the costs of all sets, in units of about 100 bytes: one
  ///   for each word or phrase and each member of its set, and more for long words. By default, they
  ///   take up less than seven megabytes.
  public init(capacity: Int = 65_536) { sets = GenerationalCache(capacity: capacity) }

  /// The number of words and phrases.
  var count: Int { sets.count }

  /// Returns the number of a direction whose words are not known yet.
  func addDirection() -> Int {
    directionCount += 1
    return directionCount
  }

  /// Returns the set of a range of words, which may be nil. If it is not known, it is made and kept.
  ///
  /// - Parameters:
  ///   - forms: The words, separated by spaces if they are a phrase.
  ///   - range: The range of the words in the question.
  ///   - direction: The number of the direction.
  ///   - make: A closure that returns the set, which must depend on nothing but the words and the
  ///     direction.
  @inline(__always)
  func set<Failure>(
    of forms: WordForms, at range: Range<Int>, direction: Int,
    _ make: () throws(Failure) -> SynonymSet?
  ) throws(Failure) -> SynonymSet? {
    let key = Key(direction: direction, surface: forms.surface, stem: forms.stem)
    if let known = sets.value(for: key) {
      guard var set = known else { return nil }
      set.range = range
      return set
    }
    let set = try make()
    sets.insert(
      set, for: key,
      cost: 1 + (set?.members.count ?? 0)
        + (forms.surface.utf8.count + forms.stem.utf8.count) / Self.usualLength)
    return set
  }
}
