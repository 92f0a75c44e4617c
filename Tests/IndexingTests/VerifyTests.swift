import Bytes
import Glibc
import Platform
import Retrieval
import SegmentFormat
import TestSupport
import Testing

@testable import Indexing

/// Verifies an index with every kind of file, including two segments of a language, deletions and
/// an order of sources.
@Suite("Verifying an index") struct VerifyTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    var random = SplitMix64(seed: 5)
    for number in 0..<16 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 3))
    }
    place.write("names.txt", "The small and medium enterprises (SMEs) of the town are old.")
    try place.update(adding: [place.sources])
    place.write("article3.txt", madeUpText(&random, paragraphs: 1))
    try place.update()
  }

  /// Returns the errors of opening or verifying the index.
  private func findings() -> [IndexError] {
    do throws(IndexError) {
      return try IndexReader(opening: place.index).verify()
    } catch {
      return [error]
    }
  }

  /// Flips a bit, verifies the index, and restores the byte.
  private func findings(flipping bit: UInt8, at offset: Int, of name: String) throws -> [IndexError]
  {
    var bytes = try readFile(place.index + "/" + name)
    bytes[offset] ^= 1 << bit
    place.folder.write("index/" + name, bytes)
    defer {
      bytes[offset] ^= 1 << bit
      place.folder.write("index/" + name, bytes)
    }
    return findings()
  }

  private func isNamed(_ name: String, by errors: [IndexError]) -> Bool {
    errors.contains {
      switch $0 {
      case .format(let error): error.file == place.index + "/" + name
      case .analysisChanged(let path, _): path == place.index + "/" + name
      default: false
      }
    }
  }

  @Test("finds a flipped bit in each section of each segment, and names the section")
  func sections() throws {
    #expect(findings().isEmpty)
    let names = place.names.filter { $0.hasSuffix(".segment") }
    #expect(names.count > 2)
    for name in names {
      let path = place.index + "/" + name
      let sizes = try SegmentFile(MappedFile(path: path), path: path).sectionSizes
      #expect(sizes.count == SegmentLayout.Section.allCases.count)
      var start = 16
      for (number, (section, size)) in sizes.enumerated() {
        start = (start + 7) & ~7
        for offset in Set([start, start + size / 2, start + size - 1]) where size > 0 {
          let found = try findings(flipping: UInt8(number % 8), at: offset, of: name)
          #expect(isNamed(name, by: found), "\(section.name) at \(offset)")
          let sections = found.compactMap {
            if case .format(let error) = $0 { error.section } else { nil }
          }
          // If the properties are damaged, opening may fail in a section that contradicts them.
          let namesSection = sections.contains(section.name) || section == .properties
          #expect(namesSection, "\(section.name) at \(offset)")
        }
        start += size
      }
    }
  }

  /// Flips some bits in a normal run, and every bit of every byte with `TANYA_FUZZ`.
  @Test("finds a flipped bit anywhere in any file, and names the file")
  func anywhere() throws {
    let names = place.names.filter { $0 != "lock" }
    #expect(
      Set(names.map { $0.split(separator: ".").last ?? "" })
        == ["manifest", "catalog", "names", "deletions", "order", "segment"])
    let isExhaustive = environmentNumber("TANYA_FUZZ") != nil
    var flips = 0
    for name in names {
      let file = open(place.index + "/" + name, O_RDWR)
      defer { close(file) }
      let bytes = try readFile(place.index + "/" + name)
      for offset in stride(from: 0, to: bytes.count, by: isExhaustive ? 1 : 41) {
        for bit in isExhaustive ? 0..<8 : (offset % 8)..<(offset % 8 + 1) {
          var byte = bytes[offset] ^ 1 << UInt8(bit)
          pwrite(file, &byte, 1, offset)
          let found = findings()
          if !isNamed(name, by: found) {
            Issue.record("bit \(bit) of \(name) at \(offset): \(found)")
          }
          byte = bytes[offset]
          pwrite(file, &byte, 1, offset)
          flips += 1
        }
      }
    }
    #expect(findings().isEmpty)
    if isExhaustive { print("flipped \(flips) bits of \(names.count) files") }
  }

  @Test("finds a file that is cut short, too long or gone", arguments: [-1, 1, nil])
  func sizes(change: Int?) throws {
    for name in place.names where name != "lock" {
      let bytes = try readFile(place.index + "/" + name)
      if let change {
        place.folder.write("index/" + name, change < 0 ? bytes.dropLast() : bytes + [0])
      } else {
        unlink(place.index + "/" + name)
      }
      #expect(!findings().isEmpty, "\(name)")
      place.folder.write("index/" + name, bytes)
    }
    #expect(findings().isEmpty)
  }
}
