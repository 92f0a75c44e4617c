/// Counts and sizes as people read them.
enum Quantity {
  /// `1 file`, `12 files`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// With a comma between thousands.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// In decimal units (1 kB = 1000 bytes), with one decimal below ten.
  static func bytes(_ number: Int) -> String {
    var value = Double(number)
    var unit = "bytes"
    for larger in ["kB", "MB", "GB", "TB"] where value >= 999.5 {
      value /= 1000
      unit = larger
    }
    guard unit != "bytes" else { return count(number, "byte") }
    let tenths = Int((value * 10).rounded())
    return tenths < 100
      ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\(Int(value.rounded())) \(unit)"
  }

  static func seconds(_ seconds: Double) -> String { "\(ExplanationText.decimal(seconds)) s" }
}
