import Platform
import Testing

@testable import Commands

@Suite("Viewers of pages") struct PageViewerTests {
  @Test(
    "each program is told the page as its manual says",
    arguments: [
      ("evince", ["--page-index=12", "/a.pdf"]), ("okular", ["--page", "12", "/a.pdf"]),
      ("zathura", ["--page=12", "/a.pdf"]), ("xpdf", ["/a.pdf", "12"]),
      ("mupdf", ["/a.pdf", "12"]),
    ])
  func arguments(command: String, expected: [String]) throws {
    let viewer = try #require(PageViewer.known.first { $0.command == command })
    #expect(viewer.arguments("/a.pdf", 12) == expected)
  }

  @Test func noViewerIsStartedWithoutAGraphicalSession() {
    #expect(PageViewer(environment: Environment(["PATH": "/usr/bin"])) == nil)
    #expect(PageViewer(environment: Environment(["DISPLAY": ""])) == nil)
  }
}
