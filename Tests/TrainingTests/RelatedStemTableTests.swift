import Model
import TestSupport
import Testing

@testable import Training

@Suite struct RelatedStemTableTests {
  /// Returns the table of vectors of two numbers.
  private func table(
    _ vectors: String, cosine: Float = 0.5, count: Int = 9
  ) throws -> String {
    let folder = try TemporaryFolder(["vectors.txt": vectors])
    return try RelatedStemTable(
      vectors: "\(folder.path)/vectors.txt", language: .english,
      limits: RelatedStemTable.Limits(cosine: cosine, count: count)
    ).text
  }

  private let vectors = """
    boat 1 0
    ship 0.9 0.1
    cloud -1 0
    rain -0.9 0.2
    raining -0.9 0.2
    the 1 0
    Ship2 1 0
    short 1

    """

  @Test("stems are listed with those whose vectors are near")
  func near() throws {
    #expect(try table(vectors) == "boat ship6\ncloud rain6\nrain cloud6\nship boat6\n")
    #expect(try table(vectors, cosine: 1.01) == "")
    #expect(try table("") == "")
  }

  @Test("a stem has at most so many others")
  func most() throws {
    let lines = try table("aa 1 0\nbbb 1 0.01\nccc 1 0.02\nddd -3 0\n", count: 1).split(
      separator: "\n")
    #expect(lines.allSatisfy { $0.split(separator: " ").count == 2 })
    #expect(!lines.isEmpty)
  }

  @Test("words that begin alike match anyway")
  func alike() throws {
    #expect(try table("printer 1 0\nprintery 1 0\nlake -1 0\n") == "")
  }

  @Test("a missing file is said")
  func missing() throws {
    #expect(throws: TrainingFailure.self) {
      try RelatedStemTable(
        vectors: "/nonexistent/vectors.txt", language: .english,
        limits: RelatedStemTable.Limits(cosine: 0.5, count: 9))
    }
  }
}
