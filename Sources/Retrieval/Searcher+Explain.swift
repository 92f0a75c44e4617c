import Bytes
import Model
import SegmentFormat
import TextAnalysis

extension Searcher {
  /// What each word of the query gives to the passage at a rank of the same search, from 1; nil
  /// where the search finds fewer passages.
  public func explain(
    _ query: Query, rank: Int, options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> Explanation? {
    let hits = try self.rank(query, top: rank, options: options)
    guard rank > 0, hits.count >= rank else { return nil }
    return try explain(query, hits[rank - 1].id, options)
  }

  /// What each word of the query gives to a passage that a search has found; nil where the index
  /// does not hold it.
  public func explain(
    _ query: Query, _ passage: StoredPassage, options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> Explanation? {
    for hit in try rank(query, top: 200, options: options) {
      let id = try documentID(of: hit.id)
      guard id == passage.document.id else { continue }
      let found = try self.passage(hit.id)
      if found.byteOffset == passage.byteOffset, found.field == passage.field {
        return try explain(query, hit.id, options)
      }
    }
    return nil
  }

  func explain(
    _ query: Query, _ id: PassageID, _ options: SearchOptions
  ) throws(IndexError) -> Explanation {
    let segment = index.segments[id.segment]
    let own = Language(rawValue: segment.properties.language)
    guard let language = index.statistics.languages.first(where: { $0.language == own }),
      let slot = language.segments.firstIndex(of: id.segment)
    else { throw .format(FormatError(.malformed, file: segment.path)) }
    let plan = try plan(query, language, options)
    let code = segment.lengthCodes[id.passage]
    var parts: [Explanation.Part] = []
    for list in plan.words {
      let table = saturation(for: list, options, language.meanLength)
      var frequency = 0
      if let own = plan.lists(slot: slot).first(where: { $0.number == list.number }) {
        try forEachPosting(of: own, in: segment) { passage, tf in
          if passage == id.passage { frequency = tf }
        }
      }
      let term = query.terms[list.term]
      let saturation =
        frequency == 0 ? 0 : table.saturation(frequency: frequency, lengthCode: code)
      parts.append(
        Explanation.Part(
          word: term.text, term: list.form == .surface ? term.surface : term.stem,
          form: Explanation.Part.Form(list.form), termFrequency: frequency,
          documentFrequency: list.documentFrequency, idf: list.idf, share: list.share,
          contribution: list.weight * (options.k1 + 1) * Double(saturation) / 65535))
    }
    return Explanation(
      language: own, length: Int(LengthCode.lengths[Int(code)]), meanLength: language.meanLength,
      k1: options.k1, b: options.b, parts: parts)
  }
}

extension Explanation.Part.Form {
  init(_ form: TermForm) {
    switch form {
    case .stem: self = .stem
    case .surface: self = .surface
    case .title: self = .title
    }
  }
}
