import Model
import Testing

@Suite("Values that an index stores") struct StoredValueTests {
  @Test("the roles, fields and metadata keys keep the numbers that existing indexes contain")
  func rawValues() {
    #expect(Role.allCases.map(\.rawValue) == [0, 1, 2])
    #expect(Role.allCases == [.body, .metadata, .boilerplate])
    #expect(Field.allCases.map(\.rawValue) == [0, 1])
    #expect(Field.allCases.map(\.name) == ["text", "title"])
    #expect(MetadataKey.allCases.map(\.rawValue) == Array(0...7))
    #expect(
      MetadataKey.allCases
        == [.title, .author, .date, .publisher, .language, .url, .basedOn, .tags])
  }

  @Test("a set translates if it has members beside the question's own, or had some")
  func translations() {
    let own = SynonymSet.Member(words: [WordForms(surface: "water", stem: "water")], weight: 1)
    let other = SynonymSet.Member(words: [WordForms(surface: "air", stem: "air")], weight: 0.5)
    #expect(!SynonymSet(range: 0..<1, members: [own]).hasTranslations)
    #expect(SynonymSet(range: 0..<1, members: [own, other]).hasTranslations)
    #expect(SynonymSet(range: 0..<1, members: [own], leftOut: 1).hasTranslations)
  }
}
