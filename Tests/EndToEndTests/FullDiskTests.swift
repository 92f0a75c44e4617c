import Glibc
import TestSupport
import Testing

/// Tests on a separate disk that is too small for the new state of an index. Only root can mount
/// one; `FailureTests` injects the same failures for other users.
@Suite(.enabled(if: geteuid() == 0)) struct FullDiskTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("sources/small.txt", "The harbour of the town was opened in 1998.")
  }

  private func mountDisk() throws -> Bool {
    mkdir(folder.path + "/disk", 0o700)
    return try RunningProgram.run(
      ["-t", "tmpfs", "-o", "size=200k", "none", "disk"], in: folder, program: "mount"
    ).status == 0
  }

  private func index() throws -> RunningProgram.Result {
    try RunningProgram.run(["index", "--index", "disk/index", "sources", "--quiet"], in: folder)
  }

  @Test("keeps a session that was saved before")
  func saving() throws {
    guard try mountDisk() else { return }
    defer { _ = try? RunningProgram.run(["disk"], in: folder, program: "umount") }
    #expect(try index().status == 0)
    let input = "When was the harbour opened?\n:save disk/a.md\n"
    func save() throws -> RunningProgram.Result {
      try RunningProgram.run(["--index", "disk/index"], input: input, in: folder)
    }
    #expect(try save().status == 0)
    let saved = folder.read("disk/a.md")
    #expect(saved?.contains("1998") == true)
    _ = try RunningProgram.run(
      ["if=/dev/zero", "of=disk/filling", "bs=1k"], in: folder, program: "dd")
    let result = try save()
    #expect(result.status == 2 && result.errors.contains("cannot write"), "\(result)")
    #expect(result.errors.contains("disk/a.md: No space left"), "\(result)")
    #expect(folder.read("disk/a.md") == saved)
    #expect(
      try RunningProgram.run(["disk"], in: folder, program: "ls").output == "a.md\nfilling\nindex\n"
    )
  }

  @Test("leaves the old state when it fills up, and nothing of the new one")
  func full() throws {
    // In a container, even root may not be allowed to mount a disk.
    guard try mountDisk() else { return }
    defer { _ = try? RunningProgram.run(["disk"], in: folder, program: "umount") }
    #expect(try index().status == 0)
    var seed: UInt64 = 7
    let words = (0..<30_000).map { number in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String(seed >> 24, radix: 36) + (number % 12 == 11 ? ".\n\n" : "")
    }
    folder.write("sources/large.txt", words.joined(separator: " "))
    let result = try index()
    #expect(result.status == 2 && result.errors.contains("No space left"), "\(result.errors)")
    #expect(try RunningProgram.run(["verify", "--index", "disk/index"], in: folder).status == 0)
    let answer = try RunningProgram.run(
      ["ask", "--index", "disk/index", "When was the harbour opened?"], in: folder)
    #expect(answer.output.contains("1998"))
    unlink(folder.path + "/sources/large.txt")
    folder.write("sources/other.txt", "The library of the town was opened in 2004.")
    #expect(try index().status == 0)
  }
}
