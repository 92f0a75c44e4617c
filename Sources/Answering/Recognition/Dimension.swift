/// The physical dimensions of units, and those that a question about a measure accepts.
struct Dimension: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let length = Dimension(rawValue: 1 << 0)
  static let area = Dimension(rawValue: 1 << 1)
  static let volume = Dimension(rawValue: 1 << 2)
  static let mass = Dimension(rawValue: 1 << 3)
  static let duration = Dimension(rawValue: 1 << 4)
  static let speed = Dimension(rawValue: 1 << 5)
  static let temperature = Dimension(rawValue: 1 << 6)
  static let power = Dimension(rawValue: 1 << 7)
  static let data = Dimension(rawValue: 1 << 8)
  /// A duration of days at least.
  static let age = Dimension(rawValue: 1 << 9)

  /// The dimensions of which a unit alone says what is measured: kilograms are a weight, while metres
  /// may be a height, a width or a distance.
  static let telling: Dimension = [
    .area, .volume, .mass, .speed, .temperature, .power, .data, .age,
  ]

  /// Creates the dimension of a unit from its number in `WordLists.measures`. The number of its
  /// square is greater by 1000, that of its cube by 2000.
  init(ofUnit unit: Int) {
    switch unit {
    case 9, 10, 1000..<2000: self = .area
    case 1...8, 24, 25: self = .length
    case 13, 26, 40...49, 2000..<3000: self = .volume
    case 11, 12, 18...23: self = .mass
    case 14...17, 50...53: self = .power
    case 30...33: self = .temperature
    case 34...36: self = .speed
    case 60...68: self = .data
    default: self = []
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Creates the dimensions that a word of a question asks for: *tall*, *weight*, *luas*. They are
  /// empty if it asks for none.
  init(askedBy word: WordKey) { self = Dimension(rawValue: UInt16(Self.asked[word])) }

  private static let asked = {
    var table = WordMarks(capacity: 120)
    func add(_ words: StaticString, _ dimensions: Dimension) {
      table.insert(words, mark: UInt64(dimensions.rawValue))
    }
    add("long length panjang panjangnya sepanjang jauh far distance jarak jaraknya", .length)
    add("tall high height wide width broad deep depth thick thickness elevation altitude", .length)
    add("tinggi tingginya setinggi ketinggian lebar lebarnya dalam kedalaman tebal", .length)
    add("diameter radius circumference keliling dalamnya jari-jari span wingspan", .length)
    add("sedalam selebar setebal sejauh", .length)
    add("long far lifespan lama lamanya durasi duration selama", .duration)
    add("old age setua umur umurnya usia usianya", [.duration, .age])
    add("heavy weight weigh weighs mass berat beratnya bobot bobotnya massa seberat", .mass)
    add("area luas luasnya seluas surface acreage", .area)
    add(
      "big large size besar besarnya ukuran ukurannya sebesar berukuran",
      [.length, .area, .volume, .mass, .data])
    add("fast speed velocity cepat kecepatan kecepatannya laju secepat", .speed)
    add("hot cold warm cool temperature suhu suhunya panas dingin temperatur", .temperature)
    add("volume capacity kapasitas kapasitasnya", [.volume, .data, .power])
    add("power daya", .power)
    return table
  }()
}
