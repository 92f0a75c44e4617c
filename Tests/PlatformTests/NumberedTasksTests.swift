import Platform
import Testing

@Suite("Numbered tasks")
struct NumberedTasksTests {
  private struct Failure: Error {}

  @Test("each is taken once, and what comes of them is in the order of their numbers")
  func order() throws {
    let tasks = NumberedTasks<Int, Failure>(count: 1000)
    onThreads(4) { _ in
      while let number = tasks.next() { tasks.finish(number, with: number * number) }
    }
    #expect(try tasks.results() == (0..<1000).map { $0 * $0 })
  }

  @Test("after a failure none is taken, and it is what comes of all")
  func failure() {
    let tasks = NumberedTasks<Int, Failure>(count: 3)
    #expect(tasks.next() == 0)
    tasks.fail(Failure())
    #expect(tasks.next() == nil)
    #expect(throws: Failure.self) { try tasks.results() }
  }
}
