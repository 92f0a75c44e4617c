import ArgumentParser

/// A number of bytes, typed as `512M`, `2G` or `800MB`. K, M, G and T are powers of 1024.
struct MemorySize: ExpressibleByArgument, Hashable {
  var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    var digits = argument.lowercased()[...]
    for ending in ["ib", "b"] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
      break
    }
    var shift = 0
    if let unit = digits.last, let place = ["k", "m", "g", "t"].firstIndex(of: unit) {
      shift = (place + 1) * 10
      digits = digits.dropLast()
    }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number <= Int.max >> (shift + 1)
    else { return nil }
    bytes = number << shift
  }

  var defaultValueDescription: String { "\(bytes >> 20)M" }
}
