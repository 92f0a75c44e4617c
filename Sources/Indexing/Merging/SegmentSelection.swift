import Model
import Platform
import SegmentFormat
import TextAnalysis

/// Determines the segments of the next state from kept and new segments, and merges them if there
/// are too many.
struct SegmentSelection {
  let next: NextGeneration
  let kept: [KeptSegment]
  let built: [SegmentBuilder.Built]
  /// The position of each source in the order of all sources.
  let ranks: [SourceRecord: Int]
  let threads: Int
  let memory: MemoryBudget
  let isCancelled: @Sendable () -> Bool
  /// A closure that receives the number of merged passages and the number of passages to merge.
  let progress: @Sendable (_ done: Int, _ all: Int) -> Void

  /// The segments that stay as they are, and the new ones.
  struct Result {
    var kept: [KeptSegment] = []
    var new: [NewSegment] = []

    /// The number of passages in each language, by language tag.
    var passages: [String: Int] {
      var passages: [String: Int] = [:]
      for segment in kept {
        passages[segment.language.rawValue, default: 0] += segment.passageCount
      }
      for segment in new { passages[segment.language.rawValue, default: 0] += segment.passageCount }
      return passages
    }
  }

  func select() throws(IndexingError) -> Result {
    var result = Result()
    let languages = Set(kept.map(\.language) + built.map(\.language))
    for language in languages.sorted(by: { $0.rawValue < $1.rawValue }) {
      try select(
        kept.filter { $0.language == language }, built.first { $0.language == language },
        &result)
    }
    return result
  }

  private func select(
    _ kept: [KeptSegment], _ built: SegmentBuilder.Built?, _ result: inout Result
  ) throws(IndexingError) {
    let new = built.map(\.passageCount)
    let chosen = MergePolicy.choice(
      of: kept.map { ($0.passageCount, $0.published.file.properties.passageCount) }
        + (new.map { [($0, $0)] } ?? []))
    result.kept += kept.indices.filter { !chosen.contains($0) }.map { kept[$0] }
    let joinsBuilt = chosen.last == kept.count
    var inputs = try IndexingError.converting {
      try chosen.filter { $0 < kept.count }.map { index in
        // Damage must not be copied into a file with valid checksums.
        try kept[index].published.file.verify()
        return try MergeInput(kept[index], ranks: ranks)
      }
    }
    if let built {
      switch built.form {
      case .inMemory(let contents):
        let segment = try next.write(contents, built.language, isDurable: !joinsBuilt)
        if joinsBuilt { inputs.append(try input(segment)) } else { result.new.append(segment) }
      case .spilled(let spills):
        let pieces = try reduce(spills, beside: joinsBuilt ? inputs.count : 0)
        if joinsBuilt {
          inputs += pieces
        } else {
          result.new.append(try merge(pieces, built.language))
        }
      }
    }
    if let language = kept.first?.language ?? built?.language, !inputs.isEmpty {
      result.new.append(try merge(inputs, language))
    }
  }

  /// Merges pieces until the rest can be merged at once, and returns the rest.
  ///
  /// - Parameters:
  ///   - pieces: The pieces to merge.
  ///   - count: The number of other segments that will be merged with them.
  private func reduce(
    _ pieces: [NewSegment], beside count: Int
  ) throws(IndexingError) -> [MergeInput] {
    var pieces = pieces
    let rounds = MergePolicy.rounds(
      joining: pieces.count, to: memory.fanIn - count, fanIn: memory.fanIn)
    for round in rounds {
      let joined = Array(pieces[round])
      var inputs: [MergeInput] = []
      for piece in joined { inputs.append(try input(piece)) }
      pieces.append(try merge(inputs, joined[0].language, isPiece: true))
      // Failures are ignored: the next run removes the files.
      for piece in joined { try? Folder.removeFile(next.folder + "/" + piece.entry.name) }
    }
    var inputs: [MergeInput] = []
    for piece in pieces[(rounds.last?.upperBound ?? 0)...] { inputs.append(try input(piece)) }
    return inputs
  }

  private func input(_ segment: NewSegment) throws(IndexingError) -> MergeInput {
    try IndexingError.converting {
      try MergeInput(try segment.open(in: next.folder), ranks: ranks)
    }
  }

  private func merge(
    _ inputs: [MergeInput], _ language: Language, isPiece: Bool = false
  ) throws(IndexingError) -> NewSegment {
    let merger = try SegmentMerger(
      language, inputs, isPiece: isPiece, scratchIn: next.folder,
      mappedLimit: memory.mappedLimit, isCancelled: isCancelled)
    let all = merger.order.passageCount
    return try next.writeSegment(language, all, isDurable: !isPiece) { writer in
      try merger.write(to: &writer, threads: threads) { [progress] done in progress(done, all) }
    }
  }
}
