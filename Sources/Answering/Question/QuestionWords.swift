/// The roles of a question's words other than the phrases that ask.
struct QuestionWords: OptionSet, Sendable {
  let rawValue: UInt64

  static let what = QuestionWords(rawValue: 1 << 0)
  /// Asks for a place in an order.
  static let rank = QuestionWords(rawValue: 1 << 1)
  /// Asks for an amount with a unit.
  static let measured = QuestionWords(rawValue: 1 << 2)
  /// Occurs between *siapa* and a name.
  static let that = QuestionWords(rawValue: 1 << 3)
  static let money = QuestionWords(rawValue: 1 << 4)
  /// Ends the noun after *what*.
  static let nounEnds = QuestionWords(rawValue: 1 << 5)
  /// Opens a yes/no question.
  static let openingVerbs = QuestionWords(rawValue: 1 << 6)
  /// Refers to an article itself rather than its subject. The next four roles are what is asked
  /// about it.
  static let article = QuestionWords(rawValue: 1 << 7)
  static let title = QuestionWords(rawValue: 1 << 8)
  static let authorship = QuestionWords(rawValue: 1 << 9)
  static let publishing = QuestionWords(rawValue: 1 << 10)
  static let publisher = QuestionWords(rawValue: 1 << 11)

  /// Asks for the newest of several things: *latest*, *terbaru*.
  static let latest = QuestionWords(rawValue: 1 << 12)
  /// Asks for what holds at present, which texts need not say: *current*, *terkini*.
  static let present = QuestionWords(rawValue: 1 << 19)
  /// Names something that numbers identify: *section*, *version*, *pasal*.
  static let reference = QuestionWords(rawValue: 1 << 13)
  /// Indicates the kind of answer rather than the topic: *come*, *mean*, *berarti*.
  static let light = QuestionWords(rawValue: 1 << 14)
  /// *are*, *were*: asks for several.
  static let plural = QuestionWords(rawValue: 1 << 15)
  /// *saja*, *members*: asks for a list.
  static let listing = QuestionWords(rawValue: 1 << 16)

  /// Asks for the value before a change: *before*, *sebelum*.
  static let origin = QuestionWords(rawValue: 1 << 17)

  /// *boleh*, *dapat*: a question with *apakah* asks whether.
  static let modal = QuestionWords(rawValue: 1 << 18)

  /// Tells the form of what another noun names: the *number* of *phone number*.
  static let naming = QuestionWords(rawValue: 1 << 20)

  static let statement: QuestionWords = [.article, .title, .authorship, .publishing, .publisher]

  static func of(_ word: WordKey) -> QuestionWords { QuestionWords(rawValue: table[word]) }

  /// Returns the union of the roles of some words.
  static func all(in words: ArraySlice<WordKey>) -> QuestionWords {
    var known: QuestionWords = []
    for word in words { known.formUnion(of(word)) }
    return known
  }

  private static let table = {
    var table = WordMarks(capacity: 256)
    table.insert("apa apakah", mark: what.rawValue)
    table.insert("rank ranks ranked ranking peringkat urutan", mark: rank.rawValue)
    table.insert(measures, mark: measured.rawValue)
    table.insert("itu sih", mark: that.rawValue)
    table.insert(prices, mark: money.rawValue)
    table.insert(ends, mark: nounEnds.rawValue)
    table.insert(verbs, mark: openingVerbs.rawValue)
    table.insert(articles, mark: article.rawValue)
    table.insert("title titled headline judul judulnya berjudul", mark: title.rawValue)
    table.insert(authors, mark: authorship.rawValue)
    table.insert(publications, mark: publishing.rawValue)
    table.insert(publishers, mark: publisher.rawValue)
    table.insert(newest, mark: latest.rawValue)
    table.insert(times, mark: present.rawValue)
    table.insert(references, mark: reference.rawValue)
    table.insert(lightVerbs, mark: light.rawValue)
    table.insert("before previously originally initial initially", mark: origin.rawValue)
    table.insert("sebelum sebelumnya awal awalnya semula mula-mula", mark: origin.rawValue)
    table.insert(modals, mark: modal.rawValue)
    table.insert("number address name code nomor alamat nama kode", mark: naming.rawValue)
    table.insert("are were", mark: plural.rawValue)
    table.insert("saja aja members names anggota", mark: listing.rawValue)
    return table
  }()

  private static let modals: StaticString = """
    boleh bisa dapat harus wajib perlu pernah sudah akan ada masih
    """
  private static let newest: StaticString = """
    latest newest recent recently current currently now nowadays last next upcoming terbaru terakhir
    terkini teranyar sekarang kini berikutnya mendatang
    """
  private static let times: StaticString = """
    latest newest recent recently current currently now nowadays terbaru terkini teranyar sekarang
    kini
    """
  private static let lightVerbs: StaticString = """
    come comes came coming get gets got gotten getting mean means meant say says said cover covers
    covered worth take takes took taken happen happens happened do does did done go goes went gone
    give gives gave given call called need needs needed want wants wanted let put keep kept show
    shows shown use uses used using have has had like look looks know known think tell told able
    supposed kind sort type thing things way many much people person someone anyone something
    anything involve involved involves consist consists contain contains include includes included
    belong belongs exist exists exactly actually really currently current now latest newest long old
    datang berasal asal berarti arti artinya maksud maksudnya bilang katakan kata ambil terjadi perlu
    mau ingin butuh dibutuhkan sebut disebut namanya dinamakan punya dipunyai mempunyai memiliki
    dimiliki ada terdapat orang hal macam jenis cara berada terletak adanya jumlah jumlahnya banyak
    banyaknya besar besarnya lama lamanya sekarang terbaru berikutnya mendatang next upcoming saja
    """
  private static let references: StaticString = """
    section chapter version release port code number phone telephone zip postcode model article page
    paragraph clause pasal ayat bab versi rilis nomor kode telepon halaman
    """
  private static let measures: StaticString = """
    far tall high wide deep long large big heavy fast height length size distance temperature
    weight speed depth area elevation altitude width luas tinggi panjang lebar jarak suhu berat
    kecepatan ketinggian kedalaman diameter bobot dalam
    """
  private static let prices: StaticString = """
    cost costs pay paid spend spent price worth earn earned budget salary fund funds harga biaya
    """
  private static let ends: StaticString = """
    of in for by to from that between is are was were did does do can has have had will would
    used called known named dari untuk yang oleh
    """
  private static let verbs: StaticString = """
    is are was were do does did has have had can could will would should am may
    adakah benarkah bisakah dapatkah pernahkah haruskah akankah bolehkah mungkinkah sudahkah
    """
  private static let articles: StaticString = """
    article articles story post posting blogpost piece essay column artikel tulisan berita laporan
    """
  private static let authors: StaticString = """
    wrote written write writes author authors authored writer byline
    penulis penulisnya menulis ditulis pengarang
    """
  private static let publications: StaticString = """
    posted publish published publishes publication released written dated appeared appear
    diterbitkan menerbitkan dipublikasikan dimuat memuat diunggah terbit tayang ditulis dirilis
    memublikasikan mempublikasikan
    """
  private static let publishers: StaticString = """
    publisher website site outlet newspaper penerbit situs media portal laman koran
    """
}
