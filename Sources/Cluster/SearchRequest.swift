import JSON
import Model
import Retrieval

/// Writes the search of a question in the query language of Elasticsearch.
struct SearchRequest {
  let settings: ClusterSettings
  let question: SourceQuestion
  let alternatives: QuestionAlternatives

  /// The weight of an exact phrase: passages that contain it come first.
  private static let phraseWeight = 10.0
  /// The weight of words in the title.
  private static let titleWeight = 0.7
  /// The share of the lesser score of a word that is in the title as well as in the text.
  ///
  /// Words of the title count as words of the text in tanya's own ranking, so the better of both
  /// scores counts in full: a title weighs too much if both are added, and a passage whose topic is
  /// named only in the title is missed if the weight is low.
  private static let lesserShare = 0.3

  /// Writes the body of the search.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("size", max(question.count ?? 0, settings.candidates))
      writer.member("track_total_hits", false)
      writer.member("timeout", "\(settings.milliseconds)ms")
      writer.key("_source")
      writer.array(of: settings.storedFields) { $0.string($1) }
      writer.key("query")
      writer.object { writer in
        writer.key("bool")
        writer.object { writer in
          writer.key("should")
          writer.array { writer in
            for group in alternatives.groups { write(group, to: &writer) }
            for phrase in question.query.phrases {
              match(
                phrase.joined(separator: " "), in: searchedFields, type: "phrase",
                weight: Self.phraseWeight, to: &writer)
            }
          }
          writer.member("minimum_should_match", 1)
          let filters = FilterWriter(settings: settings)
          if !filters.isEmpty(question.filter) {
            writer.key("filter")
            writer.array { filters.write(question.filter, to: &$0) }
          }
        }
      }
    }
  }

  private var searchedFields: [String] {
    settings.textFields + (settings.titleField.map { ["\($0)^\(Self.titleWeight)"] } ?? [])
  }

  private func write(_ group: QuestionAlternatives.Group, to writer: inout JSONWriter) {
    func write(_ alternative: QuestionAlternatives.Alternative, to writer: inout JSONWriter) {
      match(
        alternative.text, in: searchedFields, type: "best_fields", weight: alternative.weight,
        to: &writer)
    }
    guard group.alternatives.count > 1 else {
      for alternative in group.alternatives { write(alternative, to: &writer) }
      return
    }
    writer.object { writer in
      writer.key("dis_max")
      writer.object { writer in
        writer.key("queries")
        writer.array(of: group.alternatives) { write($1, to: &$0) }
      }
    }
  }

  private func match(
    _ text: String, in fields: [String], type: String, weight: Double,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("multi_match")
      writer.object { writer in
        writer.member("query", text)
        writer.key("fields")
        writer.array(of: fields) { $0.string($1) }
        writer.member("type", type)
        // All words of an alternative have to occur in the same field.
        if type != "phrase" {
          writer.member("operator", "and")
          writer.member("tie_breaker", Self.lesserShare)
        }
        if weight != 1 { writer.member("boost", weight) }
      }
    }
  }
}

/// Writes conditions on documents as filters, which do not change scores.
struct FilterWriter {
  let settings: ClusterSettings

  /// Returns whether no condition is set that the index has a field for.
  func isEmpty(_ filter: SourceFilter) -> Bool {
    filter == SourceFilter()
  }

  /// Writes the filters of all conditions, as elements of an array.
  func write(_ filter: SourceFilter, to writer: inout JSONWriter) {
    if let ids = filter.ids {
      writer.object { writer in
        writer.key("ids")
        writer.object { writer in
          writer.key("values")
          writer.array(of: ids) { $0.string($1) }
        }
      }
    }
    if filter.since != nil || filter.before != nil {
      clause("range", settings.metadataFields[.date], to: &writer) { writer in
        writer.object { writer in
          if let since = filter.since { writer.member("gte", since) }
          if let before = filter.before { writer.member("lt", before) }
        }
      }
    }
    any(of: filter.patterns, to: &writer) { pattern, writer in
      clause("wildcard", settings.pathField, to: &writer) { $0.string(Self.glob(pattern)) }
      phrase(pattern, in: settings.titleField, to: &writer)
    }
    any(of: filter.authors, to: &writer) {
      phrase($0, in: settings.metadataFields[.author], to: &$1)
    }
    any(of: filter.titles, to: &writer) { phrase($0, in: settings.titleField, to: &$1) }
    any(of: filter.tags, to: &writer) { tag, writer in
      let field = settings.metadataFields[.tags]
      let name = String(tag.drop { $0 == "#" })
      clause("term", field, to: &writer) { $0.string(name) }
      clause("prefix", field, to: &writer) { $0.string("\(name)/") }
    }
    for outer in filter.outer { write(outer, to: &writer) }
  }

  /// Writes a filter that at least one of some values meets.
  private func any(
    of values: [String], to writer: inout JSONWriter,
    _ clauses: (String, inout JSONWriter) -> Void
  ) {
    guard !values.isEmpty else { return }
    writer.object { writer in
      writer.key("bool")
      writer.object { writer in
        writer.key("should")
        writer.array { writer in for value in values { clauses(value, &writer) } }
        writer.member("minimum_should_match", 1)
      }
    }
  }

  /// Writes a clause about a field; one that nothing meets if the index has no such field.
  private func clause(
    _ kind: String, _ field: String?, to writer: inout JSONWriter,
    _ value: (inout JSONWriter) -> Void
  ) {
    writer.object { writer in
      writer.key(field == nil ? "match_none" : kind)
      writer.object { writer in
        guard let field else { return }
        writer.key(field)
        value(&writer)
      }
    }
  }

  private func phrase(_ words: String, in field: String?, to writer: inout JSONWriter) {
    clause("match_phrase_prefix", field, to: &writer) { $0.string(words) }
  }

  /// Returns a pattern for a whole path: one without wildcards may occur anywhere in it.
  private static func glob(_ pattern: String) -> String {
    pattern.utf8.contains { "*?".utf8.contains($0) } ? "*\(pattern)" : "*\(pattern)*"
  }
}
