import Bytes
import SegmentFormat

/// Iterates over the terms of several segments together, in the order of their bytes.
struct TermWalk {
  /// The entry of a term in one of the inputs.
  struct Occurrence {
    var input: Int
    var entry: TermEntry
  }

  private struct Head {
    var input: Int
    var scan: TermScan
    /// A Boolean value that indicates whether to skip entries that do not represent a surface form
    /// too.
    var onlyUniform: Bool
    var term: [UInt8] = []
    /// The first eight bytes of `term` as a number, which distinguishes most terms by one
    /// comparison.
    var leading: UInt64 = 0

    /// Advances to the next term. Returns `false` after the last.
    mutating func advance() throws(FormatError) -> Bool {
      repeat {
        guard try scan.next() else { return false }
      } while onlyUniform && !scan.entry.isUniform
      term.removeAll(keepingCapacity: true)
      scan.withTerm { term.append(contentsOf: $0) }
      leading = term.withUnsafeBytes { TermDictionary.leadingBytes($0) }
      return true
    }

    func precedes(_ other: Head) -> Bool {
      leading != other.leading
        ? leading < other.leading : term.lexicographicallyPrecedes(other.term)
    }
  }

  private var heads: [Head] = []
  /// The indices of the heads that have a term left, as a binary heap. The least term is first; of
  /// equal terms, that of the earlier head is first.
  private var heap: [Int] = []
  /// The current term.
  private(set) var term: [UInt8] = []
  private var leading: UInt64 = 0
  /// The entries of the current term in the inputs.
  private(set) var occurrences: [Occurrence] = []

  /// - Parameters:
  ///   - inputs: The segments to walk.
  ///   - form: The form of the terms to walk.
  ///   - withUniformStems: A Boolean value that indicates whether to include stems that occur in
  ///     only one surface form, which is spelled like the stem: the surface form has no other
  ///     entry.
  init(
    _ inputs: [MergeInput], _ form: TermForm, withUniformStems: Bool = false
  ) throws(FormatError) {
    for (form, onlyUniform) in [(form, false)] + (withUniformStems ? [(.stem, true)] : []) {
      for (number, input) in inputs.enumerated() {
        var head = Head(
          input: number, scan: try TermScan(input.file.terms, form: form),
          onlyUniform: onlyUniform)
        guard try head.advance() else { continue }
        heap.append(heads.count)
        heads.append(head)
      }
    }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(place) }
  }

  /// Advances to the first term that does not precede the current term of another walk.
  mutating func advance(to other: borrowing TermWalk) throws(FormatError) {
    while leading == other.leading
      ? term.lexicographicallyPrecedes(other.term) : leading < other.leading, try next()
    {}
  }

  /// Advances to the next term. Returns `false` after the last.
  mutating func next() throws(FormatError) -> Bool {
    guard let first = heap.first else { return false }
    term = heads[first].term
    leading = heads[first].leading
    occurrences.removeAll(keepingCapacity: true)
    while let least = heap.first, heads[least].leading == leading, heads[least].term == term {
      occurrences.append(Occurrence(input: heads[least].input, entry: heads[least].scan.entry))
      if try !heads[least].advance() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      }
      siftDown(0)
    }
    return true
  }

  private mutating func siftDown(_ start: Int) {
    var place = start
    while true {
      var least = place
      for child in 2 * place + 1..<2 * place + 3
      where child < heap.count && precedes(heap[child], heap[least]) {
        least = child
      }
      guard least != place else { return }
      heap.swapAt(place, least)
      place = least
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    if heads[a].precedes(heads[b]) { return true }
    return a < b && !heads[b].precedes(heads[a])
  }
}
