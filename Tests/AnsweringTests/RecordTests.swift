import Answering
import Model
import Retrieval
import Testing
import TextAnalysis

@Suite("Records and what introduces them") struct RecordTests {
  private static let towns = passage(
    """
    Population of the towns.

    | Town | 1990 | 2005 | Mayor |
    |---|---:|---:|---|
    | Ulvik | 2,100 | 2,480 | Siri Bakke |
    | Sande | 640 | 590 | Per Aas |
    """, document: "towns.md", title: "Towns")

  @Test(
    "a row is answered from the column that the question names, with the heads as context",
    arguments: [
      ("What was the population of Ulvik in 2005?", "2,480"),
      ("What was the population of Ulvik in 1990?", "2,100"),
      ("What was the population of Sande in 2005?", "590"),
      ("Who is the mayor of Sande?", "Per Aas"),
    ])
  func column(question: String, expected: String) throws {
    let answer = ask(question, [Self.towns])
    #expect(answer.text == expected)
    let citation = try #require(answer.citations.first)
    #expect(citation.context.map(\.text) == ["| Town | 1990 | 2005 | Mayor |"])
    let source = Array(Self.towns.text.utf8)
    for excerpt in citation.context {
      #expect(String(decoding: source[excerpt.bytes], as: UTF8.self) == excerpt.text)
    }
  }

  @Test(
    "an item has its lead-in as context, and an answer its question",
    arguments: [
      (
        "Which tool does the kiln need for glazing?",
        "The kiln needs these tools for glazing:\n\n- a pair of long steel tongs\n- a soft brush\n",
        "The kiln needs these tools for glazing:"
      ),
      (
        "When may visitors fire the kiln?",
        "When may visitors fire the kiln?\n\nOnly on Sundays, with a guide who knows the kiln. "
          + String(repeating: "The guide has been with the workshop for long. ", count: 6),
        nil
      ),
    ] as [(String, String, String?)])
  func leadIn(question: String, text: String, expected: String?) throws {
    let answer = ask(question, [passage(text)])
    let citation = try #require(answer.citations.first)
    let shown = citation.context.map(\.text).joined() + citation.snippet
    if let expected { #expect(shown.contains(expected)) }
    // What is quoted is never repeated above the quotation.
    #expect(citation.context.allSatisfy { !citation.bytes.overlaps($0.bytes) })
  }

  @Test("a comment that readers do not see is not quoted between sentences")
  func skipsComments() throws {
    let text =
      "The pilot of the tug is Nils Bo. <!-- The owner of the tug is Max Void. --> The cook of the "
      + "tug is Berit Lie."
    let answer = ask("Who is the cook of the tug?", [passage(text)])
    let citation = try #require(answer.citations.first)
    #expect(answer.text == "Berit Lie")
    #expect(!citation.snippet.contains("Max Void"))
  }
}
