import Glibc

/// A file with the number of the current case. It remains if the case ends the process.
final class CaseRecord {
  private let path: String
  private let digits: UnsafeMutableRawBufferPointer
  private static let size = 20

  init?(_ path: String) {
    self.path = path
    let file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    guard ftruncate(file, Self.size) == 0,
      let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      memory != MAP_FAILED
    else { return nil }
    digits = UnsafeMutableRawBufferPointer(start: memory, count: Self.size)
    digits[Self.size - 1] = UInt8(ascii: "\n")
  }

  deinit { munmap(digits.baseAddress, digits.count) }

  func note(_ number: Int) {
    var rest = number
    for place in (0..<Self.size - 1).reversed() {
      digits[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  func remove() { unlink(path) }
}
