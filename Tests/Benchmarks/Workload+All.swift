import Model
import Retrieval
import SegmentFormat
import TextAnalysis

extension Workload {
  static let all = [
    Workload(name: "passages", unit: "posting") { index in
      try index.forEachBlock { list, block, room in
        guard list.unpackPassages(ofBlock: block, into: room) != nil else { return nil }
        return Int(room[0])
      }
    },
    Workload(name: "postings", unit: "posting") { index in
      try index.forEachBlock { list, block, room in
        let frequencies = room + PostingList.blockSize
        guard let packed = list.unpackPassages(ofBlock: block, into: room) else { return nil }
        packed.unpack(into: frequencies)
        return Int(room[0] &+ frequencies[0])
      }
    },
    Workload(name: "look-up", unit: "term") { index in
      var found = 0
      for word in index.words {
        let entry = try index.segment.terms.entry(form: .surface, word)
        found += entry?.documentFrequency ?? 0
      }
      return (index.words.count, found)
    },
    Workload(name: "bm25", unit: "question") { index in
      try index.ask(SearchOptions(weighting: .bm25))
    },
    Workload(name: "default", unit: "question") { index in try index.ask(SearchOptions()) },
    Workload(name: "exhaustive", unit: "question") { index in
      var options = SearchOptions()
      options.isExhaustive = true
      return try index.ask(options)
    },
    Workload(name: "text", unit: "passage") { index in
      var cache = BlockCache()
      var bytes = 0
      let count = index.segment.text.count
      // A step that is coprime to the count visits each passage once. Successive passages are never
      // in the same block.
      for number in 0..<count {
        bytes += try index.segment.text.withItem(number * 997 % count, cache: &cache) { $0.count }
      }
      return (count, bytes)
    },
    Workload(name: "analysis", unit: "byte") { index in
      let analyzer = Analyzer(language: .english)
      var bytes = 0
      var tokens = 0
      for text in index.texts.prefix(500) {
        bytes += text.utf8.count
        tokens += analyzer.analyze(text).count
      }
      return (bytes, tokens)
    },
    Workload(name: "indexing", unit: "byte") { index in try index.rebuild() },
  ]
}
