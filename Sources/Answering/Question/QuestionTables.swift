/// The phrases that determine the type of a question. The first phrase in a question is decisive,
/// and the longest of those that begin at the same word. Phrases of `anywhere` take precedence over
/// all others.
struct QuestionTables: Sendable {
  static let shared = QuestionTables()

  let anywhere: QuestionPatterns
  let phrases: QuestionPatterns
  /// The type that a noun after *which* or before *apa* asks for, as its index among all types,
  /// from 1.
  private var nouns = WordMarks(capacity: 480)

  private init() {
    var types = WordMarks(capacity: QuestionType.allCases.count)
    for (index, type) in QuestionType.allCases.enumerated() {
      types.insert(WordKey(type.rawValue), mark: UInt64(index + 1))
    }
    anywhere = QuestionPatterns(Self.patterns(Self.anywherePhrases, types))
    phrases = QuestionPatterns(Self.patterns(Self.askingPhrases, types))
    var reader = WordListReader(Self.kindsOfNoun)
    var type: UInt64 = 0
    while let (word, mark) = reader.next() {
      if mark == UInt8(ascii: ":") {
        type = types[word]
      } else {
        nouns.insert(word, mark: type)
      }
    }
  }

  func type(ofNoun word: WordKey) -> QuestionType? {
    let place = nouns[word]
    return place == 0 ? nil : QuestionType.allCases[Int(place) - 1]
  }

  /// Reads lines such as `how many : number counted`.
  private static func patterns(_ table: StaticString, _ types: WordMarks) -> [QuestionPattern] {
    var found: [QuestionPattern] = []
    var reader = WordListReader(table)
    var pattern = QuestionPattern()
    var isPhrase = true
    while let (word, mark) = reader.next() {
      if isPhrase {
        pattern.words.append(word)
      } else if types[word] > 0 {
        pattern.type = QuestionType.allCases[Int(types[word]) - 1]
      } else {
        pattern.take(word)
      }
      if mark == UInt8(ascii: ":") {
        isPhrase = false
      } else if mark == UInt8(ascii: "\n") {
        found.append(pattern)
        pattern = QuestionPattern()
        isPhrase = true
      }
    }
    return found
  }

  private static let anywherePhrases: StaticString = """
    stand for : acronym expansion
    stands for : acronym expansion
    stood for : acronym expansion
    short for : acronym expansion
    acronym for : acronym abbreviation
    abbreviation for : acronym abbreviation
    abbreviation of : acronym abbreviation
    acronym of : acronym abbreviation
    kepanjangan : acronym expansion
    kepanjangannya : acronym expansion
    singkatan dari apa : acronym expansion
    singkatan : acronym abbreviation
    singkatannya : acronym abbreviation
    akronim : acronym abbreviation
    """

  private static let askingPhrases: StaticString = """
    how many : number counted
    how much : number
    how much money : money
    how much does it cost : money
    how long : duration
    how old : duration
    how far : number
    how far along : other
    how far ahead : duration
    how much time : duration
    how much longer : duration
    how much notice : duration
    how far in advance : duration
    what do i pay : money
    what do you pay : money
    what do we pay : money
    what would i pay : money
    what does it cost : money
    what would it cost : money
    what will it cost : money
    how tall : number
    how high : number
    how wide : number
    how deep : number
    how big : number
    how large : number
    how heavy : number
    how fast : number
    how hot : number
    how low : number
    how strong : number
    how full : percentage
    how steep : percentage
    berapa dalam : number
    how cold : number
    how often : number
    how : method
    why : reason
    what caused : reason
    what causes : reason
    what is the reason : reason
    how come : reason
    what for : reason
    who : person
    by whom : person
    oleh siapa : person
    how soon : duration
    how quickly : duration
    how thick : number
    what percentage : percentage
    what percent : percentage
    what share : percentage
    what proportion : percentage
    what do you call : other
    what does : other
    how expensive : money
    how likely : percentage
    how late : date clock
    how early : date clock
    until when : date
    since when : date
    sampai kapan : date
    hingga kapan : date
    by when : date
    from when : date
    what day : date
    what date : date
    what year : date
    what month : date
    which year : date
    berapa kali : number counted
    berapa besar : number
    seberapa besar : number
    seberapa jauh : number
    seberapa tinggi : number
    seberapa lama : duration
    seberapa tua : duration
    seberapa dalam : number
    seberapa berat : number
    seberapa panjang : number
    seberapa lebar : number
    seberapa luas : number
    seberapa tebal : number
    seberapa cepat : number
    seberapa panas : number
    seberapa dingin : number
    seberapa banyak : number counted
    seberapa mahal : money
    setinggi apa : number
    sedalam apa : number
    seberat apa : number
    sepanjang apa : number
    selebar apa : number
    seluas apa : number
    setebal apa : number
    secepat apa : number
    sejauh apa : number
    sebesar apa : number
    selama apa : duration
    setua apa : duration
    semahal apa : money
    seberapa sering : number
    berapa persenkah : percentage
    berapa tarif : money
    berapa ongkos : money
    berapa denda : money
    berapa gaji : money
    berapa bayaran : money
    kapan saja : date
    siapa saja : person
    siapa sajakah : person
    di mana saja : place
    kok bisa : reason
    apa tujuan : reason
    whom : person
    whose : person
    when : date
    where : place
    which : choice after
    what : other after
    what is : definition after
    what are : definition after
    what was : definition after
    what were : definition after
    what's : definition after
    what did : other
    what do : other
    what kind of : other
    what type of : other
    define : definition
    siapa : person
    siapakah : person
    siapa nama : person
    kapan : date
    kapankah : date
    bilamana : date
    sejak kapan : date
    di mana : place
    dimana : place
    di manakah : place
    dimanakah : place
    ke mana : place
    kemana : place
    ke manakah : place
    dari mana : place
    darimana : place
    dari manakah : place
    mana : choice before
    manakah : choice before
    yang mana : choice before
    yang manakah : choice before
    berapa : number counted
    berapakah : number counted
    berapa banyak : number counted
    berapa jumlah : number counted
    berapakah jumlah : number counted
    berapa lama : duration
    berapa lamakah : duration
    berapa tahun : duration
    berapa bulan : duration
    berapa hari : duration
    berapa jam : duration
    berapa menit : duration
    berapa usia : duration
    berapa umur : duration
    berapa persen : percentage
    berapa persentase : percentage
    berapa harga : money
    berapa biaya : money
    berapa rupiah : money
    berapa dolar : money
    berapa nilai : number
    ke berapa : number rank
    keberapa : number rank
    tahun berapa : date
    tahun berapakah : date
    tanggal berapa : date
    tanggal berapakah : date
    bulan berapa : date
    abad berapa : date
    abad ke berapa : date
    abad keberapa : date
    pukul berapa : date clock
    jam berapa : date clock
    pada pukul berapa : date clock
    pada jam berapa : date clock
    what time : date clock
    at what time : date clock
    which time : date clock
    hari apa : date
    bulan apa : date
    tahun apa : date
    mengapa : reason
    mengapakah : reason
    kenapa : reason
    apa sebab : reason
    apa penyebab : reason
    apakah penyebab : reason
    apa alasan : reason
    apakah alasan : reason
    bagaimana : method
    bagaimanakah : method
    gimana : method
    apa cara : method
    apa itu : definition
    apakah itu : definition
    apa yang dimaksud : definition
    apa yang dimaksud dengan : definition
    apakah yang dimaksud : definition
    apakah yang dimaksud dengan : definition
    apa pengertian : definition
    apa definisi : definition
    apa arti : definition
    apakah arti : definition
    apa : other after
    apakah : yes/no after
    apa yang : other
    apakah yang : other
    apa saja : other
    apa nama : other after
    apakah nama : other after
    """

  private static let kindsOfNoun: StaticString = """
    date: year date day month century decade era tahun tanggal hari bulan abad dekade
    place: country countries city cities state province region place location capital town village \
    island continent street district county nation river mountain sea ocean negara kota ibu ibukota \
    ibukotanya provinsi daerah wilayah tempat lokasi pulau desa kabupaten benua kecamatan sungai \
    gunung laut alamat
    person: person man woman president king queen emperor actor actress author writer singer \
    scientist leader minister founder director composer painter player orang tokoh presiden raja \
    ratu pendiri penulis pemimpin menteri penyanyi aktor aktris ilmuwan pencipta penemu pelukis \
    gubernur sutradara
    organization: company organization organisation agency agencies university universities \
    institution firm team club band party school website newspaper ministry department publisher \
    site portal perusahaan organisasi lembaga universitas badan kementerian tim klub partai \
    sekolah situs koran media instansi kampus penerbit
    percentage: percentage percent share proportion fraction persen persentase proporsi
    number: section chapter version release pasal ayat versi nomor number amount population height length size distance temperature weight speed depth \
    area rate elevation altitude frequency jumlah populasi tinggi panjang jarak suhu berat \
    kecepatan luas ketinggian penduduk
    money: cost price salary budget revenue sum fee fees wage reward fine allowance stipend rent \
    tuition deposit bonus pension turnover profit loss debt loan grant donation harga biaya anggaran \
    gaji pendapatan tunjangan upah honor ongkos iuran sewa denda tarif laba rugi utang hutang \
    pinjaman hibah charge charges toll balance saldo santunan retribusi cicilan angsuran modal uang
    duration: duration lifespan age durasi usia umur
    acronym: acronym abbreviation
    reason: reason cause purpose alasan penyebab tujuan sebab
    method: method way cara metode
    definition: meaning definition arti makna pengertian definisi
    choice: name names nama language sector sectors color colour religion type kind genre currency \
    shape material brand surname nickname occupation profession nationality species \
    bahasa sektor warna agama jenis mata suku profesi pekerjaan jabatan bentuk gaya judul merek \
    merk gelar julukan pangkat marga ras spesies kewarganegaraan kebangsaan jurusan
    """
}
