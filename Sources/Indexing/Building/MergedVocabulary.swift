import SegmentFormat
import TextAnalysis

/// The surface forms of all workers in one numbering, with the order of terms and the groups of
/// forms that share a stem.
struct MergedVocabulary {
  /// The bytes of a surface form and of its stem, as ranges of the arena.
  private struct Form {
    var surface: Range<Int>
    var stem: Range<Int>
  }

  /// The arenas of all workers' vocabularies, concatenated.
  private var arena: [UInt8] = []
  private var forms: [Form] = []
  /// For each worker, the merged number of each of its surface forms.
  private(set) var numbers: [[UInt32]] = []

  var count: Int { forms.count }

  init(_ vocabularies: [Vocabulary]) {
    var table = SurfaceTable(capacity: vocabularies.reduce(0) { $0 + $1.count })
    forms.reserveCapacity(vocabularies.map(\.count).max() ?? 0)
    arena.reserveCapacity(vocabularies.reduce(0) { $0 + $1.arena.count })
    for vocabulary in vocabularies {
      let start = arena.count
      arena += vocabulary.arena
      var numbers: [UInt32] = []
      numbers.reserveCapacity(vocabulary.count)
      arena.withUnsafeBytes { arena in
        func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
          UnsafeRawBufferPointer(rebasing: arena[range])
        }
        for id in 0..<vocabulary.count {
          let form = Form(
            surface: vocabulary.surfaces[id].moved(by: start),
            stem: vocabulary.stems[id].moved(by: start))
          let surface = bytes(form.surface)
          let number = table.number(
            hash: Vocabulary.hash(surface), orNew: UInt32(forms.count)
          ) { other in
            let other = bytes(forms[Int(other)].surface)
            guard other.count == surface.count, let a = other.baseAddress,
              let b = surface.baseAddress
            else { return false }
            return WordHash.areEqual(a, b, count: other.count)
          }
          numbers.append(number)
          if Int(number) == forms.count { forms.append(form) }
        }
      }
      self.numbers.append(numbers)
    }
  }

  func surface(_ number: Int) -> ArraySlice<UInt8> { arena[forms[number].surface] }

  func stem(_ number: Int) -> ArraySlice<UInt8> { arena[forms[number].stem] }

  /// Returns whether stemming leaves the form unchanged.
  func isOwnStem(_ number: Int) -> Bool { forms[number].stem == forms[number].surface }

  /// Returns the numbers of all surface forms, in the byte order of the forms.
  func orderBySurface() -> [UInt32] { order { $0.surface } }

  /// Returns the groups of surface forms that share a stem, in the byte order of the stems.
  func groupsByStem() -> StemGroups {
    let order = order { $0.stem }
    return arena.withUnsafeBytes { arena in
      StemGroups(order) {
        arena[forms[Int($0)].stem].elementsEqual(arena[forms[Int($1)].stem])
      }
    }
  }

  /// Returns the numbers of all surface forms in the byte order of the given ranges. The first
  /// eight bytes are compared as one number, and the rest only if these are equal.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of forms.
  private func order(by range: (Form) -> Range<Int>) -> [UInt32] {
    let ranges = forms.map(range)
    return arena.withUnsafeBytes { arena in
      func bytes(_ number: UInt32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: arena[ranges[Int(number)]])
      }
      var keyed: [(leading: UInt64, number: UInt32)] = []
      keyed.reserveCapacity(count)
      for number in 0..<UInt32(count) {
        keyed.append((TermDictionary.leadingBytes(bytes(number)), number))
      }
      keyed.sort { a, b in
        if a.leading != b.leading { return a.leading < b.leading }
        let (x, y) = (bytes(a.number), bytes(b.number))
        if x.elementsEqual(y) { return a.number < b.number }
        return x.lexicographicallyPrecedes(y)
      }
      return keyed.map(\.number)
    }
  }
}

/// The groups of surface forms that share a stem.
struct StemGroups: RandomAccessCollection {
  private let numbers: [UInt32]
  private var starts: [Int] = []

  /// - Parameters:
  ///   - numbers: The numbers of surface forms. Forms that share a stem are next to each other.
  ///   - share: A closure that returns whether two forms share a stem.
  fileprivate init(_ numbers: [UInt32], where share: (UInt32, UInt32) -> Bool) {
    self.numbers = numbers
    starts.reserveCapacity(numbers.count + 1)
    for place in numbers.indices where place == 0 || !share(numbers[place - 1], numbers[place]) {
      starts.append(place)
    }
    starts.append(numbers.count)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { starts.count - 1 }
  subscript(group: Int) -> ArraySlice<UInt32> { numbers[starts[group]..<starts[group + 1]] }
}

/// A hash table of surface forms with open addressing, at most half full.
private struct SurfaceTable {
  private var slots: [(hash: UInt32, number: UInt32)]
  private static let empty = UInt32.max

  init(capacity: Int) {
    var size = 1 << 10
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, SurfaceTable.empty), count: size)
  }

  /// Returns the number of a known form. An unknown form is added with the number `new`.
  @inline(__always)
  mutating func number(
    hash: UInt32, orNew new: UInt32, _ isSame: (UInt32) -> Bool
  ) -> UInt32 {
    let mask = slots.count &- 1
    var index = Int(hash) & mask
    while slots[index].number != SurfaceTable.empty {
      if slots[index].hash == hash, isSame(slots[index].number) { return slots[index].number }
      index = (index &+ 1) & mask
    }
    slots[index] = (hash, new)
    return new
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Self {
    lowerBound + distance..<upperBound + distance
  }
}
