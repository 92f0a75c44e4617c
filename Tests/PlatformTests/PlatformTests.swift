import Glibc
import Platform
import Synchronization
import TestSupport
import Testing

@Suite("Writing files") struct OutputFileTests {
  @Test(
    "a published file is whole, whatever the sizes of its pieces",
    arguments: [
      [0], [1], [1 << 18], [(1 << 18) + 1], [1, 1 << 18, 1], [100_000, 200_000, 300_000],
    ])
  func published(sizes: [Int]) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    let file = try OutputFile(path: path)
    var expected: [UInt8] = []
    for (number, size) in sizes.enumerated() {
      let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
      try file.write(copying: piece)
      expected += piece
    }
    #expect(file.count == expected.count)
    #expect(folder.names.count == 1 && folder.names.first != "file")
    #expect(folder.names.first.flatMap(OutputFile.publishedName(ofTemporary:)) == "file")
    try file.publish()
    #expect(try readFile(path) == expected)
    #expect(folder.names == ["file"])
  }

  @Test("what is let go of unpublished leaves the old file, and nothing else")
  func unpublished() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    let old = try OutputFile(path: path)
    try old.write(copying: Array("old".utf8))
    try old.publish()
    do {
      let new = try OutputFile(path: path)
      try new.write(copying: [UInt8](repeating: 1, count: 1 << 19))
    }
    #expect(try readFile(path) == Array("old".utf8))
    #expect(folder.names == ["file"])
  }

  @Test("no link can be put at a temporary name, since no two files have the same")
  func temporaryNames() throws {
    let folder = try TemporaryFolder()
    let files = try (0..<20).map { _ in try OutputFile(path: folder.path + "/file") }
    #expect(folder.names.count == 20)
    withExtendedLifetime(files) {}
  }

  @Test("a file that is replaced keeps its permissions", arguments: [0o600, 0o640, 0o444, 0o755])
  func permissions(bits: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.write("file", "old")
    chmod(path, mode_t(bits))
    try OutputFile(path: path).publish()
    #expect(try FileInfo(path: path).permissions == UInt32(bits))
  }

  @Test("a new file has the permissions that are asked for, but for what the mask takes away")
  func newPermissions() throws {
    let folder = try TemporaryFolder()
    for bits: UInt32 in [0o600, 0o644] {
      try OutputFile(path: "\(folder.path)/\(bits)", permissions: bits).publish()
      #expect(try FileInfo(path: "\(folder.path)/\(bits)").permissions & ~bits == 0)
    }
  }

  @Test("a name that is a folder cannot be published, and nothing is left behind")
  func nameTaken() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    try Folder.create(path)
    do {
      let file = try OutputFile(path: path)
      #expect(throws: FileError(.rename, path: path, code: EISDIR)) { try file.publish() }
    }
    #expect(folder.names == ["file"])
  }

  @Test("what a symbolic link leads to is replaced, not the link")
  func symbolicLink() throws {
    let folder = try TemporaryFolder()
    folder.write("notes/file", "old")
    #expect(symlink("notes/file", folder.path + "/link") == 0)
    let file = try OutputFile(path: folder.path + "/link")
    try file.write(copying: Array("new".utf8))
    try file.publish()
    #expect(folder.read("notes/file") == "new")
    #expect(folder.names == ["link", "notes"])
    #expect(try FileInfo(path: folder.path + "/link", followsLinks: false).kind == .symbolicLink)
  }

  @Test("a pipe stays one, and takes the bytes")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    do {
      let file = try OutputFile(path: path)
      try file.write(copying: Array("new".utf8))
      try file.publish()
    }
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(reader, &bytes, 8) == 3 && bytes.starts(with: "new".utf8))
    #expect(try FileInfo(path: path).kind == .special && folder.names == ["pipe"])
  }

  @Test("a missing folder is an error that names the file")
  func missingFolder() throws {
    let path = try TemporaryFolder().path + "/nowhere/file"
    #expect(throws: FileError(.create, path: path, code: ENOENT)) {
      try OutputFile(path: path)
    }
  }
}

@Suite("File times") struct FileTimeTests {
  @Test(
    "a time that 64 bits of nanoseconds do not hold is the first or the last that they do",
    arguments: [
      (0, 5, 5), (1, 0, 1_000_000_000), (-1, 999_999_999, -1),
      (9_223_372_036, 854_775_807, .max), (9_223_372_036, 854_775_808, .max),
      (9_223_372_037, 0, .max), (99_999_999_999, 0, .max), (-9_300_000_000, 0, .min),
    ] as [(Int, Int, Int64)])
  func modified(seconds: Int, nanoseconds: Int, time: Int64) {
    var status = stat()
    status.st_mtim = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    #expect(FileInfo(status).modified == time)
  }
}

@Suite("Locks") struct FileLockTests {
  @Test("a second holder is refused until the first lets go")
  func exclusive() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lock"
    do {
      let first = try #require(try FileLock(path: path))
      #expect(try FileLock(path: path) == nil)
      withExtendedLifetime(first) {}
    }
    #expect(try FileLock(path: path) != nil)
  }

  @Test("a lock is free once it is let go of, even while a child still shares the descriptor")
  func shared() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lock"
    var copy: Int32 = -1
    do {
      let lock = try #require(try FileLock(path: path))
      copy = try #require(Self.descriptor(of: path).map { dup($0) })
      withExtendedLifetime(lock) {}
    }
    defer { close(copy) }
    #expect(try FileLock(path: path) != nil)
  }

  /// Returns the descriptor with which this process has opened a file.
  private static func descriptor(of path: String) -> Int32? {
    var file = stat()
    guard stat(path, &file) == 0 else { return nil }
    return (3..<1024).first { descriptor in
      var open = stat()
      return fstat(descriptor, &open) == 0 && open.st_ino == file.st_ino
        && open.st_dev == file.st_dev
    }
  }

  @Test("a link in place of a lock is no lock, and nothing is made where it leads")
  func link() throws {
    let folder = try TemporaryFolder()
    #expect(symlink("elsewhere", folder.path + "/lock") == 0)
    #expect(throws: FileError(.lock, path: folder.path + "/lock", code: ELOOP)) {
      try FileLock(path: folder.path + "/lock")
    }
    #expect(folder.names == ["lock"])
  }

  @Test("a lock that cannot be made is an error")
  func impossible() {
    #expect(throws: FileError(.lock, path: "/nowhere/lock", code: ENOENT)) {
      try FileLock(path: "/nowhere/lock")
    }
  }
}

@Suite("Folders") struct FolderTests {
  @Test(
    "missing folders are made, those that are there are left", arguments: ["a", "a/b/c", "a/b/"])
  func create(name: String) throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      try Folder.create(folder.path + "/" + name)
      #expect(try FileInfo(path: folder.path + "/" + name).kind == .directory)
    }
  }

  @Test("a file in the way is an error", arguments: ["file", "file/below"])
  func fileInTheWay(name: String) throws {
    let folder = try TemporaryFolder()
    try OutputFile(path: folder.path + "/file").publish()
    let path = folder.path + "/" + name
    #expect(throws: FileError(.create, path: path, code: ENOTDIR)) { try Folder.create(path) }
  }

  @Test("names come in the order of their bytes")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["é", "b", "B", ".a", "a"] {
      try OutputFile(path: folder.path + "/" + name).publish()
    }
    #expect(try Folder.names(in: folder.path) == [".a", "B", "a", "b", "é"])
  }

  @Test("removing what is not there is no error; what cannot be removed is one")
  func remove() throws {
    let folder = try TemporaryFolder()
    try OutputFile(path: folder.path + "/file").publish()
    try Folder.removeFile(folder.path + "/file")
    try Folder.removeFile(folder.path + "/file")
    #expect(folder.names.isEmpty)
    #expect(throws: FileError.self) { try Folder.removeFile(folder.path) }
  }
}

@Suite("Threads") struct ThreadsTests {
  @Test("every number is run once", arguments: [0, 1, 2, 3, 50])
  func everyNumberOnce(count: Int) {
    let runs = Mutex([Int](repeating: 0, count: count))
    onThreads(count) { number in runs.withLock { $0[number] += 1 } }
    #expect(runs.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test("a waiter goes on when the state allows it")
  func monitor() {
    let turn = Monitor(0)
    let order = Mutex<[Int]>([])
    onThreads(4) { number in
      turn.wait { $0 != number }
      order.withLock { $0.append(number) }
      turn.withLock { $0 += 1 }
      turn.wakeAll()
    }
    #expect(order.withLock { $0 } == [0, 1, 2, 3])
  }
}
