import Glibc
import Platform
import TestSupport
import Testing

@testable import Corpus

@Suite("Conversions that are kept") struct ConversionCacheTests {
  private let folder: TemporaryFolder
  private let cache: ConversionCache
  /// A stand-in for a converter.
  private let helper = HelperProgram(command: "sh", package: "x", arguments: ["-s"], usage: "")

  init() throws {
    folder = try TemporaryFolder()
    cache = ConversionCache(folder: folder.path + "/cache/texts", capacity: 4000)
  }

  private func key(_ byte: UInt8) throws -> String {
    try #require(cache.key(of: [UInt8](repeating: byte, count: 32), "/bin/sh", helper))
  }

  private var names: [String] { (try? Folder.names(in: cache.folder)) ?? [] }

  @Test("what was kept is found, and is the user's alone")
  func kept() throws {
    #expect(try cache.text(of: key(1)) == nil)
    try cache.keep([1, 2, 3], of: key(1))
    #expect(try cache.text(of: key(1)) == [1, 2, 3])
    #expect(try cache.text(of: key(2)) == nil)
    #expect(try FileInfo(path: cache.folder).permissions == 0o700)
    #expect(try FileInfo(path: cache.folder + "/" + names[0]).permissions == 0o600)
    var other = helper
    other.arguments = ["-t"]
    #expect(
      try cache.key(of: [UInt8](repeating: 1, count: 32), "/bin/sh", other) != key(1),
      "another way to convert is another text")
  }

  @Test("an entry that others could have written, a link and damage are not read")
  func hostile() throws {
    try cache.keep([1, 2, 3], of: key(1))
    let path = cache.folder + "/" + names[0]
    chmod(path, 0o620)
    #expect(try cache.text(of: key(1)) == nil)
    chmod(path, 0o600)
    #expect(try cache.text(of: key(1)) != nil)
    chmod(cache.folder, 0o777)
    #expect(try cache.text(of: key(1)) == nil)
    try cache.keep([1], of: key(2))
    #expect(names.count == 1, "nothing is written there either")
    chmod(cache.folder, 0o700)
    rename(path, folder.path + "/elsewhere")
    symlink(folder.path + "/elsewhere", path)
    #expect(try cache.text(of: key(1)) == nil)
    unlink(path)
    symlink("/dev/zero", path)
    #expect(try cache.text(of: key(1)) == nil)
    // Damage is detected at every byte.
    let bytes = try readFile(folder.path + "/elsewhere")
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 4
      #expect(ConversionCache.text(in: damaged) == nil)
      #expect(ConversionCache.text(in: Array(bytes[..<place])) == nil)
    }
  }

  @Test("beyond the capacity the entries that were not used for longest go")
  func capacity() throws {
    for byte in UInt8(0)..<8 {
      try cache.keep([UInt8](repeating: byte, count: 984), of: key(byte))
      var times = [timespec](repeating: timespec(tv_sec: Int(byte), tv_nsec: 0), count: 2)
      utimensat(AT_FDCWD, "\(cache.folder)/\(try key(byte)).text", &times, 0)
    }
    try cache.keep([UInt8](repeating: 0, count: 1001), of: key(9))
    folder.write("cache/texts/mine", "not an entry")
    #expect(try cache.text(of: key(0)) != nil, "and is used")
    cache.trim()
    for byte in UInt8(0)..<10 {
      #expect(try (cache.text(of: key(byte)) != nil) == [0, 5, 6, 7].contains(byte), "\(byte)")
    }
    #expect(names.contains("mine"))
  }

  @Test("a second reading of the same content needs no helper")
  func read() throws {
    guard HelperProgram.isInstalled("mandoc") else { return }
    let cache = ConversionCache(folder: self.cache.folder)
    let page = ".Dd May 6, 2024\n.Dt PORT 1\n.Sh NAME\n.Nm port\n.Nd opens the harbour\n"
    func text(_ name: String) throws -> String? {
      let path = folder.write(name, page)
      let file = SourceFile(
        id: name, path: path, format: .manual, size: page.utf8.count, modified: 0)
      let reader = SourceReader([file], cache: cache)
      let unit = try #require(reader.next())
      let text = reader.documents(of: unit).documents.first?.text
      #expect(reader.contentHash(ofSource: 0) != 0)
      return text
    }
    let first = try text("a.man")
    #expect(first?.contains("opens the harbour") == true)
    #expect(names.count == 1)
    // No helper could have made this text, so if it is returned, it comes from the cache.
    let kept = try #require(names.first).dropLast(".text".count)
    cache.keep(Array("<p>Kept.".utf8), of: String(kept))
    #expect(try text("moved.man")?.contains("Kept.") == true)
  }
}
