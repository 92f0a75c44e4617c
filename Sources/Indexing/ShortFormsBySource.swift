import Model
import SegmentFormat

/// The short forms of several sources, gathered from their units in whatever order these come.
struct ShortFormsBySource: Sendable {
  private struct Key: Hashable, Sendable {
    var source: Int
    /// With a count of 0.
    var form: ShortForm
  }

  private struct Found: Sendable {
    var count = 0
    /// Unit, and place among its short forms, where it came first.
    var first = (ordinal: Int.max, place: 0)
  }

  private var found: [Key: Found] = [:]

  /// What they take in memory, about.
  var byteCount: Int {
    // Two strings that do not fit in their sixteen bytes.
    found.capacity * (MemoryLayout<(Key, Found)>.stride + 2 * 48)
  }

  /// - Parameters:
  ///   - forms: those of one unit, each once.
  ///   - source: index of the file.
  ///   - ordinal: the unit's.
  mutating func add(_ forms: [ShortForm], of source: Int, ordinal: Int) {
    for (place, form) in forms.enumerated() {
      var key = Key(source: source, form: form)
      key.form.count = 0
      var known = found[key] ?? Found()
      known.count += form.count
      if (ordinal, place) < known.first { known.first = (ordinal, place) }
      found[key] = known
    }
  }

  /// By source, in the order in which they came there.
  func inOrder(sourceCount: Int) -> [[ShortForm]] {
    var forms = [[ShortForm]](repeating: [], count: sourceCount)
    for (key, found) in found.sorted(by: { $0.value.first < $1.value.first }) {
      var form = key.form
      form.count = found.count
      forms[key.source].append(form)
    }
    return forms
  }
}
