import SegmentFormat

/// Walks the terms of several segments together, in the order of their bytes.
struct TermWalk {
  /// The entry of a term in one of the inputs.
  struct Occurrence {
    var input: Int
    var entry: TermEntry
  }

  private struct Head {
    var input: Int
    var scan: TermScan
    /// Only entries that stand for a surface form as well.
    var onlyUniform: Bool
    var term: [UInt8] = []
    /// Of `term`, to tell most terms apart by one comparison.
    var leading: UInt64 = 0

    /// - Returns: false after the last term.
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
  /// The term that `next` found, and its entries.
  private(set) var term: [UInt8] = []
  private(set) var occurrences: [Occurrence] = []

  /// - Parameter withUniformStems: stems that occur in one surface form only, which is spelled like
  ///   them, are gone through as well: they have no other entry.
  init(
    _ inputs: [MergeInput], _ form: TermForm, withUniformStems: Bool = false
  ) throws(FormatError) {
    for (form, onlyUniform) in [(form, false)] + (withUniformStems ? [(.stem, true)] : []) {
      for (number, input) in inputs.enumerated() {
        var head = Head(
          input: number, scan: try TermScan(input.file.terms, form: form),
          onlyUniform: onlyUniform)
        if try head.advance() { heads.append(head) }
      }
    }
  }

  /// Goes to the next term; false after the last.
  mutating func next() throws(FormatError) -> Bool {
    guard !heads.isEmpty else { return false }
    var first = 0
    for index in heads.indices.dropFirst() where heads[index].precedes(heads[first]) {
      first = index
    }
    term = heads[first].term
    let leading = heads[first].leading
    occurrences.removeAll(keepingCapacity: true)
    var index = first
    while index < heads.count {
      guard heads[index].leading == leading, heads[index].term == term else {
        index += 1
        continue
      }
      occurrences.append(Occurrence(input: heads[index].input, entry: heads[index].scan.entry))
      if try heads[index].advance() { index += 1 } else { heads.remove(at: index) }
    }
    return true
  }
}
