import SampleLibrary
import Testing

@Suite struct QuestionTests {
  @Test("eighty questions are there, each with an id of its own")
  func ids() {
    #expect(Question.all.count == 80)
    #expect(Set(Question.all.map(\.id)).count == Question.all.count)
  }

  @Test("each document named for a question holds one of its answers", arguments: Question.all)
  func answersStandInTheArticles(question: Question) throws {
    #expect(question.isAnswerable == !question.answers.isEmpty)
    #expect(question.isAnswerable == !question.documents.isEmpty)
    for name in question.documents {
      let article = try #require(SampleLibrary.articles.first { $0.name == name })
      #expect(question.answers.contains { article.text.contains($0) }, "\(question.text)")
    }
  }
}
