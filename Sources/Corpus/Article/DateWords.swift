extension DateParser {
  /// The numbers of months by their English and Indonesian names.
  static let months: [Substring: Int] = {
    let names = """
      january jan januari
      february feb februari pebruari
      march mar maret
      april apr
      may mei
      june jun juni
      july jul juli
      august aug agustus agt agu
      september sep sept
      october oct oktober okt
      november nov nopember
      december dec desember des
      """
    var months: [Substring: Int] = [:]
    for (index, line) in names.split(separator: "\n").enumerated() {
      for name in line.split(separator: " ") { months[name] = index + 1 }
    }
    return months
  }()

  static let weekdays: Set<Substring> = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    senin selasa rabu kamis jumat sabtu minggu ahad
    """.split { $0 == " " || $0 == "\n" })

  /// Words that accompany a time of day.
  static let timeWords: Set<Substring> = Set(
    "am pm t z utc gmt est edt pst pdt cet wib wita wit pukul jam at o clock hrs"
      .split(separator: " "))
}
