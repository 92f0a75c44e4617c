import Glibc
import Platform
import Testing

@Suite("Reading files") struct FileReadingTests {
  /// Calls `body` with the path of a temporary file that contains `bytes`.
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/platform-test-XXXXXX".utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress!) }
    try #require(descriptor >= 0)
    let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { unlink(path) }
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    try body(path)
  }

  @Test("a file is read and mapped whole", arguments: [0, 1, 4096, 200_000])
  func whole(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try withFile(bytes) { path in
      #expect(try readFile(path) == bytes)
      #expect(try MappedFile(path: path).withBytes { Array($0) } == bytes)
      let info = try FileInfo(path: path)
      #expect(info.size == count && info.kind == .regular && info.modified > 0)
    }
  }

  @Test("pages of a mapped file count as memory until they are given back, and can be read again")
  func pages() throws {
    // The file is so large that the files of other tests do not matter.
    let size = 64 << 20
    try withFile([7]) { path in
      #expect(truncate(path, off_t(size)) == 0)
      let file = try MappedFile(path: path)
      func sum() -> Int {
        file.withBytes { bytes in
          stride(from: 0, to: size, by: 4096).reduce(0) { $0 + Int(bytes[$1]) }
        }
      }
      let before = try #require(ResidentMemory.mappedByteCount)
      #expect(sum() == 7)
      let read = try #require(ResidentMemory.mappedByteCount)
      #expect(read - before > size / 2)
      file.releasePages(of: 5000..<size / 2)
      let half = try #require(ResidentMemory.mappedByteCount)
      #expect(read - half > size / 4)
      file.releasePages()
      #expect(half - (try #require(ResidentMemory.mappedByteCount)) > size / 4)
      #expect(sum() == 7)
    }
  }

  @Test("parts of a large file that is mostly needed can be copied")
  func copies() throws {
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try withFile(bytes) { path in
      #expect(try !MappedFile(path: path).canCopy)
      #expect(try !MappedFile(path: path, access: .few, largeSize: 10_000).canCopy)
      let file = try MappedFile(path: path, largeSize: 10_000)
      #expect(file.canCopy)
      var copy = [UInt8](repeating: 0, count: 5000)
      func isCopied(_ range: Range<Int>) -> Bool {
        copy.withUnsafeMutableBytes {
          file.copy(UnsafeRawBufferPointer(rebasing: file.bytes[range]), to: $0)
        }
      }
      for range in [0..<1, 4090..<9090, 5000..<10_000] {
        #expect(isCopied(range))
        #expect(copy[..<range.count] == bytes[range])
      }
      #expect(!isCopied(0..<5001), "the buffer is too small")
      #expect(truncate(path, 6000) == 0)
      #expect(isCopied(1000..<6000))
      #expect(!isCopied(1001..<6001), "the file has become shorter")
    }
  }

  @Test func whatCannotBeMappedIsRead() throws {
    #expect(try MappedFile(path: "/proc/self/status").withBytes { $0.count } > 0)
  }

  @Test(
    "what cannot be read is an error with its facts",
    arguments: [
      ("/nowhere", FileError(.open, path: "/nowhere", code: ENOENT)),
      ("/", FileError(.open, path: "/", code: EISDIR)),
      ("/dev/null", FileError(.open, path: "/dev/null", code: EINVAL)),
    ])
  func refused(path: String, expected: FileError) {
    #expect(throws: expected) { try readFile(path) }
    #expect(throws: expected) { try MappedFile(path: path) }
  }
}
