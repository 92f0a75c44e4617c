/// The phrases around a question that ask nothing, one phrase per line.
struct QuestionFrames: Sendable {
  static let shared = QuestionFrames()

  private var phrases: [WordKey: [[WordKey]]] = [:]

  private init() {
    var reader = WordListReader(Self.table)
    var phrase: [WordKey] = []
    while let (word, mark) = reader.next() {
      phrase.append(word)
      guard mark == UInt8(ascii: "\n") else { continue }
      phrases[phrase[0], default: []].append(phrase)
      phrase = []
    }
  }

  /// Returns the number of words of the longest phrase at an index, or 0 if there is none.
  func longest(in words: [WordKey], at index: Int) -> Int {
    (phrases[words[index]] ?? []).reduce(0) {
      words[index...].starts(with: $1) ? max($0, $1.count) : $0
    }
  }

  /// Words that label a question: `Q:`, `Soal 3.`
  static let labels = ["q", "question", "soal", "pertanyaan", "tanya", "no"].map { WordKey($0) }

  /// Words that label the answer after a question: `Answer:`.
  static let answers = ["answer", "a", "jawab", "jawaban"].map { WordKey($0) }
  /// Words for what a question is worth: `(2 points)`.
  static let points = ["point", "points", "pts", "mark", "marks", "poin", "skor", "nilai"].map {
    WordKey($0)
  }

  private static let table: StaticString = """
    can you tell me
    could you tell me
    would you tell me
    can you please tell me
    could you please tell me
    can you tell us
    can anyone tell me
    can someone tell me
    please tell me
    tell me
    do you know
    do you happen to know
    does anyone know
    does anybody know
    anyone know
    i would like to know
    i would love to know
    i'd like to know
    i d like to know
    i want to know
    i need to know
    i need to find out
    i want to find out
    i am trying to find out
    i'm trying to find out
    i wonder
    i was wondering
    i am wondering
    i'm wondering
    i wanted to ask
    i want to ask
    i have a question
    quick question
    may i ask
    may i know
    can i ask
    could i ask
    let me know
    would you mind telling me
    would you know
    any idea
    any chance you know
    have you any idea
    do you have any idea
    remind me
    please explain
    please
    kindly
    thanks
    thanks in advance
    thank you
    thank you in advance
    many thanks
    excuse me
    hello
    hi
    hey
    according to the text
    according to the documents
    according to the document
    according to the article
    based on the text
    based on the documents
    in the documents
    in this text
    tolong beri tahu saya
    tolong beri tahu
    tolong beritahu saya
    tolong beritahu
    tolong jelaskan
    tolong sebutkan
    tolong kasih tahu
    tolong
    mohon beri tahu
    mohon info
    mohon informasi
    mohon
    saya ingin tahu
    saya mau tahu
    saya ingin mengetahui
    saya ingin bertanya
    saya mau tanya
    saya mau bertanya
    aku ingin tahu
    aku mau tahu
    aku mau tanya
    gue mau tanya
    mau tanya
    mau nanya
    mau bertanya
    ingin tanya
    ingin bertanya
    numpang tanya
    numpang nanya
    izin bertanya
    izin tanya
    bisakah anda memberi tahu saya
    bisakah anda memberi tahu
    bisakah anda memberitahu saya
    bisakah anda memberitahu
    bisakah kamu memberi tahu saya
    bisakah anda menjelaskan
    bisa beri tahu saya
    bisa beri tahu
    bisa kasih tahu
    bisa tolong jelaskan
    boleh tahu
    boleh saya tahu
    bolehkah saya tahu
    apakah anda tahu
    apakah kamu tahu
    apa kamu tahu
    apa anda tahu
    tahukah anda
    tahukah kamu
    kamu tahu
    anda tahu
    ada yang tahu
    ada yang tau
    kasih tahu
    kira kira
    kira-kira
    ngomong ngomong
    menurut teks
    menurut dokumen
    berdasarkan teks
    berdasarkan dokumen
    terima kasih
    terima kasih sebelumnya
    terimakasih
    makasih
    makasih ya
    halo
    hai
    permisi
    selamat pagi
    selamat siang
    selamat sore
    selamat malam
    assalamualaikum
    dong
    sih
    nih
    tuh
    deh
    kak
    gan
    min
    bro
    """
}
