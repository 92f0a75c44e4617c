import Indexing
import Library
import TestSupport

/// A folder of notes with an index of it.
struct Notes {
  let folder: TemporaryFolder

  static let workshop = """
    ---
    title: The workshop
    author: Sari Utami
    date: 2026-03-14
    ---
    The workshop in Bandung was opened by Dewi Lestari on 14 March 2026.
    It had 120 participants from 9 provinces.

    """
  static let harbour = """
    ---
    title: The harbour
    author: Budi Santoso
    date: 2025-11-02
    ---
    The new harbour cost Rp45 billion.
    The harbour was opened by the governor on 2 November 2025.

    """

  init(_ files: [String: String] = ["workshop.md": workshop, "harbour.md": harbour]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { folder.write("notes/\(name)", text) }
    try update()
  }

  var index: String { folder.path + "/index" }

  @discardableResult
  func update(adding paths: [String] = []) throws -> IndexSummary {
    try Library.update(
      IndexRequest(
        folder: index, adding: ["notes"].map { "\(folder.path)/\($0)" } + paths, threads: 2))
  }

  func open() throws -> Library { try Library(.folder(index)) }
}
