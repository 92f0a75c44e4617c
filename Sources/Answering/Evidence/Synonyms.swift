/// Words of one language that ask and answer for each other: *people live* and *population*.
///
/// Short and general on purpose: what questions use and statements do not.
struct Synonyms: Sendable {
  static let shared = Synonyms()

  private var groups = WordMarks(capacity: 200)

  private init() {
    var reader = WordListReader(Self.table)
    var group: UInt32 = 1
    while let (word, mark) = reader.next() {
      groups.insert(word, mark: group)
      if mark == UInt8(ascii: "\n") { group += 1 }
    }
  }

  /// The group of a folded word; 0 for none.
  func group(of word: WordKey) -> UInt8 { UInt8(truncatingIfNeeded: groups[word]) }

  /// Calls `body` with each word of a group; there is none numbered 0.
  func forEachWord(ofGroup group: UInt8, _ body: (Span<UInt8>) -> Void) {
    guard group > 0 else { return }
    let table = UnsafeBufferPointer(
      start: Self.table.utf8Start, count: Self.table.utf8CodeUnitCount)
    let lines = table.split(separator: UInt8(ascii: "\n"), maxSplits: Int(group))
    guard Int(group) <= lines.count else { return }
    for word in lines[Int(group) - 1].split(separator: UInt8(ascii: " ")) {
      body(UnsafeBufferPointer(rebasing: word).span)
    }
  }

  private static let table: StaticString = """
    population populations people live lives inhabitants inhabitant residents populous
    die died dies death dead killed
    born birth birthplace birthdate
    write wrote written writes author authored writer
    win won wins winner winning winners champion
    marry married marries wife husband spouse marriage
    begin began begun begins start started starts
    end ended ends finished finish
    found founded established founder founders founding establish created
    make made makes produced manufactured
    invent invented inventor discovered discover discovery discovers
    rule ruled ruler reign reigned
    kill murdered murder assassinated
    located location situated lies
    tall height high
    long length
    large area size big
    cost price worth
    movie film
    buy bought acquired purchased purchase acquisition
    close closed closes shut
    penduduk populasi jiwa warga berpenduduk
    lahir dilahirkan kelahiran kelahirannya
    meninggal wafat mati tewas kematian mangkat gugur kematiannya
    berdiri didirikan dibentuk pendiri mendirikan pendirian terbentuk pembentukan didirikannya
    mulai dimulai memulai bermula dimulainya
    berakhir akhir berakhirnya selesai
    terletak letak berada lokasi berlokasi
    luas seluas luasnya
    tinggi setinggi tingginya ketinggian
    panjang sepanjang panjangnya
    penulis pengarang menulis ditulis karya mengarang dikarang
    pencipta menciptakan diciptakan ciptaan
    penemu menemukan ditemukan penemuan
    menikah pernikahan istri suami isteri menikahi
    ibukota ibukotanya
    jadi menjadi
    menang memenangkan pemenang memenangi juara kemenangan
    nama bernama dinamai dinamakan disebut
    jumlah sebanyak berjumlah
    digunakan penggunaan dipakai dipergunakan menggunakan
    dibuat pembuat membuat pembuatan
    """
}
