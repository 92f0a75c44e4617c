import Testing

@testable import Commands

struct GlossaryRequestTests {
  @Test(
    "a line looks up, adds, or asks what there is",
    arguments: [
      ("", GlossaryRequest.report), ("tenaga kerja", .lookUp("tenaga kerja")),
      ("add tenaga kerja = workforce", .add("tenaga kerja", "workforce")),
      ("add", .incomplete), ("add x =", .incomplete), ("add a = b = c", .incomplete),
      ("add value", .lookUp("add value")),
    ])
  func reads(line: String, request: GlossaryRequest) {
    #expect(GlossaryRequest(line) == request)
  }
}
