import TestSupport
import Testing

@testable import Bytes

@Suite("Hashes of content") struct HashTests {
  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private func digest(_ bytes: [UInt8], pieces: Int = .max) -> String {
    var hash = SHA256()
    var rest = bytes[...]
    while !rest.isEmpty {
      Array(rest.prefix(pieces)).withUnsafeBytes { hash.append($0) }
      rest = rest.dropFirst(pieces)
    }
    return hexadecimal(hash.digest)
  }

  @Test(
    "the digests of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func sha256(text: String, expected: String) { #expect(digest(Array(text.utf8)) == expected) }

  @Test("the pieces in which bytes come do not matter", arguments: [1, 7, 63, 64, 65, 100_000])
  func pieces(size: Int) {
    var random = SplitMix64(seed: 1)
    let bytes = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let short = Array(bytes.prefix(1000))
    #expect(digest(short, pieces: size) == digest(short))
    var hash = StreamHash()
    var rest = bytes[...]
    while !rest.isEmpty {
      Array(rest.prefix(size)).withUnsafeBytes { hash.append($0) }
      rest = rest.dropFirst(size)
    }
    #expect(hash.value == bytes.withUnsafeBytes { StreamHash.value(of: $0) })
  }

  @Test("another byte, or one more, is another hash")
  func differs() {
    let bytes = [UInt8](repeating: 1, count: 70_000)
    let value = bytes.withUnsafeBytes { StreamHash.value(of: $0) }
    for place in [0, 65_535, 65_536, 69_999] {
      var other = bytes
      other[place] = 2
      #expect(other.withUnsafeBytes { StreamHash.value(of: $0) } != value)
    }
    #expect((bytes + [0]).withUnsafeBytes { StreamHash.value(of: $0) } != value)
  }
}
