/// Groups of words that correspond to each other in questions and answers, one group per line.
struct WordGroups: Sendable {
  private let table: StaticString
  private var groups: WordMarks

  private init(_ table: StaticString, capacity: Int) {
    self.table = table
    groups = WordMarks(capacity: capacity)
    var reader = WordListReader(table)
    var group: UInt64 = 1
    while let (word, mark) = reader.next() {
      // A word of two groups belongs to the first: *found* is the past of *find*.
      if groups[word] == 0 { groups.insert(word, mark: group) }
      if mark == UInt8(ascii: "\n") { group += 1 }
    }
  }

  /// Returns the group of a folded word, or 0 if it belongs to none.
  func group(of word: WordKey) -> Int { Int(groups[word]) }

  /// Calls `body` with each word of a group. Group 0 has no words.
  func forEachWord(ofGroup group: Int, _ body: (Span<UInt8>) -> Void) {
    guard group > 0 else { return }
    let bytes = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: group)
    guard group <= lines.count else { return }
    for word in lines[group - 1].split(separator: UInt8(ascii: " ")) {
      body(UnsafeBufferPointer(rebasing: word).span)
    }
  }

  /// Returns the other words of a word's group.
  func words(likeFolded word: String) -> [String] {
    var words: [String] = []
    forEachWord(ofGroup: group(of: WordKey(word))) { other in
      let text = String(decoding: other.indices.map { other[$0] }, as: UTF8.self)
      if text != word { words.append(text) }
    }
    return words
  }

  /// Words of one language with related meanings, one used in questions and one in statements:
  /// *people live* and *population*. The table is short and general on purpose.
  static let synonyms = WordGroups(synonymTable, capacity: 400)

  /// Irregular forms of English verbs and nouns.
  static let irregular = WordGroups(irregularTable, capacity: 700)

  /// Returns whether a word is a form of an irregular verb.
  static func isIrregularVerb(_ word: WordKey) -> Bool {
    1..<firstNoun ~= irregular.group(of: word)
  }

  /// The first group of nouns, which follow the verbs.
  private static let firstNoun = irregular.group(of: WordKey("man"))

  private static let synonymTable: StaticString = """
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
    deep depth
    wide width broad
    heavy weight weigh weighs weighed
    fast speed
    far distance
    old age aged
    hot cold temperature
    expensive cost price costs
    long length
    large area size big
    movie film
    job occupation profession
    teach taught teaches teacher
    lead led leads leader leading
    own owns owned owner
    near nearby close
    sick ill illness
    doctor physician
    kids children
    car automobile
    allowed permitted may permissible
    forbidden prohibited banned
    fix fixed fixes repaired
    ask asked request requested
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
    lebar selebar lebarnya
    dalam sedalam dalamnya kedalaman kedalamannya
    tebal setebal tebalnya ketebalan
    berat seberat beratnya bobot bobotnya berbobot
    cepat secepat kecepatan kecepatannya
    jauh sejauh jauhnya jarak jaraknya berjarak
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

  private static let irregularTable: StaticString = """
    arise arose arisen
    awake awoke awoken
    bear bore borne
    beat beaten
    become became
    begin began begun
    bend bent
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    come came
    creep crept
    deal dealt
    dig dug
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    know knew known
    lay laid
    lead led
    learn learnt
    leave left
    lend lent
    lie lay lain
    light lit
    lose lost
    make made
    mean meant
    meet met
    pay paid
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    shake shook shaken
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    sleep slept
    slide slid
    speak spoke spoken
    spend spent
    spill spilt
    spin spun
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    strike struck stricken
    swear swore sworn
    sweep swept
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    understand understood
    undertake undertook undertaken
    wake woke woken
    wear wore worn
    weave wove woven
    win won
    wind wound
    withdraw withdrew withdrawn
    write wrote written
    overcome overcame
    oversee oversaw overseen
    rebuild rebuilt
    resell resold
    foresee foresaw foreseen
    man men
    woman women
    child children
    mouse mice
    goose geese
    foot feet
    tooth teeth
    person people
    ox oxen
    leaf leaves
    life lives
    wife wives
    knife knives
    wolf wolves
    half halves
    shelf shelves
    thief thieves
    calf calves
    loaf loaves
    crisis crises
    analysis analyses
    basis bases
    hypothesis hypotheses
    thesis theses
    axis axes
    index indices
    matrix matrices
    vertex vertices
    phenomenon phenomena
    criterion criteria
    medium media
    datum data
    bacterium bacteria
    fungus fungi
    nucleus nuclei
    cactus cacti
    stimulus stimuli
    """
}
