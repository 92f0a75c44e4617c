import TOML

/// Messages about errors in configuration files.
extension ErrorMessage {
  static func phrase(_ error: ConfigurationError) -> Phrase {
    let place = shown(error.path) + (error.line.map { ":\($0)" } ?? "")
    let problem = phrase(error.problem)
    return Phrase(
      english: "\(place): \(problem.english) (--no-config ignores configuration files)",
      indonesian: "\(place): \(problem.indonesian) (--no-config mengabaikan berkas konfigurasi)")
  }

  static func unknownLibrary(_ name: String, known: [String]) -> Phrase {
    let (name, list) = (shown(name), known.map(shown).joined(separator: ", "))
    return known.isEmpty
      ? Phrase(
        english: "there is no library \(name): your configuration names none; tanya config shows"
          + " where it is",
        indonesian: "tidak ada pustaka \(name): konfigurasi Anda tidak menyebut satu pun; tanya"
          + " config memperlihatkan tempatnya")
      : Phrase(
        english: "there is no library \(name); your configuration names \(list)",
        indonesian: "tidak ada pustaka \(name); konfigurasi Anda menyebut \(list)")
  }

  static func libraryNotIndexed(_ name: String, folder: String) -> Phrase {
    let (name, folder) = (shown(name), shown(folder))
    return Phrase(
      english: "the library \(name) has no index in \(folder) yet: build it with tanya index"
        + " --library \(name)",
      indonesian: "pustaka \(name) belum punya indeks di \(folder): buat dengan tanya index"
        + " --library \(name)")
  }

  static func severalLibraries(_ names: [String]) -> Phrase {
    let list = names.map(shown).joined(separator: ", ")
    return Phrase(
      english: "one library at a time can be indexed, not \(list): name it with --library",
      indonesian: "hanya satu pustaka dapat diindeks sekaligus, bukan \(list): sebutkan dengan"
        + " --library")
  }

  private static func phrase(_ problem: ConfigurationError.Problem) -> Phrase {
    switch problem {
    case .unreadable(let code):
      let reason = SystemReason.phrase(code)
      return Phrase(
        english: "cannot be read: \(reason.english)",
        indonesian: "tidak dapat dibaca: \(reason.indonesian)")
    case .tooLarge(let limit):
      return Phrase(
        english: "has more than \(limit >> 10) KB", indonesian: "lebih dari \(limit >> 10) KB")
    case .syntax(let kind): return phrase(kind)
    case .unknown(let name, let known):
      let (name, known) = (shown(name), known.joined(separator: ", "))
      return Phrase(
        english: "there is no setting \(name); there are: \(known)",
        indonesian: "tidak ada setelan \(name); yang ada: \(known)")
    case .expected(let name, let expectation):
      let (name, what) = (shown(name), phrase(expectation))
      return Phrase(
        english: "\(name) has to be \(what.english)",
        indonesian: "\(name) harus berupa \(what.indonesian)")
    case .notOfProject(let name):
      let name = shown(name)
      return Phrase(
        english: "a project may not choose \(name): only your own configuration does",
        indonesian: "proyek tidak boleh memilih \(name): hanya konfigurasi Anda sendiri")
    case .repeatedLibrary(let name):
      let name = shown(name)
      return Phrase(
        english: "there are two libraries named \(name)",
        indonesian: "ada dua pustaka bernama \(name)")
    case .unknownFunction(let name, let keys):
      let (name, keys) = (shown(name), shown(keys))
      return Phrase(
        english: "\(keys) cannot call \(name): readline has no function of that name, or the keys"
          + " are not in its notation",
        indonesian: "\(keys) tidak dapat memanggil \(name): readline tidak punya fungsi itu, atau"
          + " tombolnya tidak ditulis dengan notasinya")
    }
  }

  private static func phrase(_ expectation: ConfigurationError.Expectation) -> Phrase {
    switch expectation {
    case .integer(let range):
      Phrase(
        english: "a number from \(range.lowerBound) to \(range.upperBound)",
        indonesian: "angka dari \(range.lowerBound) sampai \(range.upperBound)")
    case .boolean: Phrase(english: "true or false", indonesian: "true atau false")
    case .oneOf(let choices):
      Phrase(
        english: "one of \(choices.joined(separator: ", ")), in quotation marks",
        indonesian: "salah satu dari \(choices.joined(separator: ", ")), dalam tanda petik")
    case .language:
      Phrase(
        english: "\"auto\", \"en\", \"id\" or another two-letter code",
        indonesian: "\"auto\", \"en\", \"id\" atau kode dua huruf lain")
    case .text: Phrase(english: "a text in quotation marks", indonesian: "teks dalam tanda petik")
    case .names:
      Phrase(
        english: "a name in quotation marks, or several in brackets",
        indonesian: "nama dalam tanda petik, atau beberapa dalam kurung siku")
    case .absolutePath:
      Phrase(
        english: "a path that begins with / or ~/, in quotation marks",
        indonesian: "jalur yang dimulai dengan / atau ~/, dalam tanda petik")
    case .address:
      Phrase(
        english: "an address such as \"https://search.example.org:9200\"",
        indonesian: "alamat seperti \"https://search.example.org:9200\"")
    case .indexName:
      Phrase(
        english: "the name of one index, in small letters and quotation marks",
        indonesian: "nama satu indeks, dengan huruf kecil dalam tanda petik")
    case .absolutePaths:
      Phrase(
        english: "paths that begin with / or ~/, in brackets",
        indonesian: "jalur yang dimulai dengan / atau ~/, dalam kurung siku")
    }
  }

  private static func phrase(_ kind: TOMLError.Kind) -> Phrase {
    switch kind {
    case .notUTF8: Phrase(english: "is not UTF-8", indonesian: "bukan UTF-8")
    case .controlCharacter:
      Phrase(english: "holds a control character", indonesian: "memuat karakter kendali")
    case .expectedKey:
      Phrase(
        english: "expected a name, as in: top = 5",
        indonesian: "seharusnya ada nama, misalnya: top = 5")
    case .expectedEquals:
      Phrase(
        english: "expected = behind the name, as in: top = 5",
        indonesian: "seharusnya ada = setelah nama, misalnya: top = 5")
    case .expectedValue:
      Phrase(
        english: "expected a value: a text in quotation marks, a whole number, true, false or an"
          + " array in brackets",
        indonesian: "seharusnya ada nilai: teks dalam tanda petik, bilangan bulat, true, false atau"
          + " larik dalam kurung siku")
    case .expectedBracket:
      Phrase(
        english: "expected ], or a comma between values",
        indonesian: "seharusnya ada ], atau koma di antara nilai")
    case .expectedLineEnd:
      Phrase(
        english: "expected the end of the line behind the value",
        indonesian: "seharusnya baris berakhir setelah nilai")
    case .unclosedString:
      Phrase(
        english: "expected a closing quotation mark on the same line",
        indonesian: "seharusnya ada tanda petik penutup di baris yang sama")
    case .unknownEscape:
      Phrase(
        english: #"expected \", \\, \n, \t, \uXXXX or \UXXXXXXXX behind the backslash; between"#
          + " single quotation marks a backslash is one",
        indonesian: #"seharusnya ada \", \\, \n, \t, \uXXXX atau \UXXXXXXXX; di antara tanda petik"#
          + " tunggal garis miring terbalik tidak berarti lain")
    case .badInteger:
      Phrase(
        english: "expected a number without leading zeros, of at most 64 bits",
        indonesian: "seharusnya angka tanpa nol di depan, paling banyak 64 bit")
    case .repeated(let name):
      Phrase(
        english: "\(shown(name)) is given a second time",
        indonesian: "\(shown(name)) disebutkan dua kali")
    case .unsupported(let feature): phrase(feature)
    case .nestedTooDeeply:
      Phrase(english: "arrays are nested too deeply", indonesian: "larik bersarang terlalu dalam")
    }
  }

  private static func phrase(_ feature: TOMLError.Feature) -> Phrase {
    let (english, indonesian) =
      switch feature {
      case .date: ("dates", "tanggal")
      case .fraction: ("fractions", "pecahan")
      case .inlineTable: ("tables in braces: write [table] on a line", "tabel dalam kurung kurawal")
      case .arrayOfTables: ("[[arrays of tables]]", "[[larik tabel]]")
      case .longString: ("texts of several lines", "teks beberapa baris")
      case .dottedKey: ("names with a point: write [table] on a line", "nama bertitik")
      }
    return Phrase(
      english: "configuration files have no \(english)",
      indonesian: "berkas konfigurasi tidak mengenal \(indonesian)")
  }
}
