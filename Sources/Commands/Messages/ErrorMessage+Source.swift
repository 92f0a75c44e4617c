import Retrieval

/// Messages about clusters that do not answer.
extension ErrorMessage {
  static func phrase(_ error: SourceError) -> Phrase {
    let problem = phrase(error.problem, of: shown(error.source))
    return Phrase(
      english: "cluster \(shown(error.source)): \(problem.english)",
      indonesian: "klaster \(shown(error.source)): \(problem.indonesian)")
  }

  static func unknownCluster(_ name: String, known: [String]) -> Phrase {
    let (name, list) = (shown(name), known.map(shown).joined(separator: ", "))
    return known.isEmpty
      ? Phrase(
        english: "there is no cluster \(name): your configuration names none; write"
          + " [clusters.\(name)] with url and index into it, whose place tanya config shows",
        indonesian: "tidak ada klaster \(name): konfigurasi Anda tidak menyebut satu pun; tulis"
          + " [clusters.\(name)] dengan url dan index di sana; tanya config memperlihatkan"
          + " tempatnya")
      : Phrase(
        english: "there is no cluster \(name); your configuration names \(list)",
        indonesian: "tidak ada klaster \(name); konfigurasi Anda menyebut \(list)")
  }

  private static func phrase(_ problem: SourceError.Problem, of name: String) -> Phrase {
    switch problem {
    case .noHelper(let program):
      Phrase(
        english: "\(program) is not installed, which reaches it: apt-get install \(program)",
        indonesian: "\(program) untuk menghubunginya tidak terpasang: apt-get install \(program)")
    case .helperFailed(let status, let message):
      Phrase(
        english: "curl failed (\(status)) \(shown(message))",
        indonesian: "curl gagal (\(status)) \(shown(message))")
    case .unreachable(let url, let reason):
      Phrase(
        english: "\(shown(url)) is not reached: \(shown(reason))",
        indonesian: "\(shown(url)) tidak terhubung: \(shown(reason))")
    case .untrusted(let url, let reason):
      Phrase(
        english: "the certificate of \(shown(url)) is not accepted: \(shown(reason)); certificates"
          + " = names a file with your own",
        indonesian: "sertifikat \(shown(url)) tidak diterima: \(shown(reason)); certificates ="
          + " menyebut berkas sertifikat sendiri")
    case .timedOut(let milliseconds):
      Phrase(
        english: "no answer within \(Quantity.decimal(Double(milliseconds) / 1000)) s; timeout ="
          + " allows more",
        indonesian: "tidak ada jawaban dalam \(Quantity.decimal(Double(milliseconds) / 1000)) dtk;"
          + " timeout = memberi lebih")
    case .unauthorized:
      Phrase(
        english: "it wants a valid key (401): set key-variable or key-file, and user for a"
          + " password",
        indonesian: "diperlukan kunci yang sah (401): isi key-variable atau key-file, dan user"
          + " untuk kata sandi")
    case .forbidden(let index):
      Phrase(
        english: "the key may not do this with the index \(shown(index)) (403)",
        indonesian: "kunci itu tidak boleh melakukan ini pada indeks \(shown(index)) (403)")
    case .noIndex(let index):
      Phrase(
        english: "there is no index \(shown(index)) (404): tanya cluster load \(name) PATH…"
          + " makes it",
        indonesian: "tidak ada indeks \(shown(index)) (404): tanya cluster load \(name) PATH…"
          + " membuatnya")
    case .busy:
      Phrase(
        english: "it is too busy (429), and was until the time was over: ask again later",
        indonesian: "terlalu sibuk (429) sampai waktunya habis: tanyakan lagi nanti")
    case .unavailable(let reason):
      Phrase(
        english: "it cannot answer now (503) \(shown(reason))",
        indonesian: "tidak dapat menjawab sekarang (503) \(shown(reason))")
    case .redirected(let status):
      Phrase(
        english: "it sends to another address (\(status)), which is not followed: set url to the"
          + " address of the cluster itself",
        indonesian: "dialihkan ke alamat lain (\(status)), yang tidak diikuti: isi url dengan"
          + " alamat klaster itu sendiri")
    case .status(let status, let reason):
      Phrase(
        english: "it refused the request (\(status)) \(shown(reason))",
        indonesian: "permintaan ditolak (\(status)) \(shown(reason))")
    default: otherPhrase(problem, of: name)
    }
  }

  private static func otherPhrase(_ problem: SourceError.Problem, of name: String) -> Phrase {
    switch problem {
    case .notJSON(let offset):
      Phrase(
        english: "its answer is no JSON from byte \(offset) on: is url the address of"
          + " Elasticsearch or OpenSearch?",
        indonesian: "jawabannya bukan JSON mulai bita \(offset): apakah url alamat Elasticsearch"
          + " atau OpenSearch?")
    case .tooLarge(let limit):
      Phrase(
        english: "its answer is larger than \(limit >> 20) MB: candidates = asks for fewer"
          + " documents",
        indonesian: "jawabannya lebih dari \(limit >> 20) MB: candidates = meminta lebih sedikit"
          + " dokumen")
    case .unexpected(let what):
      Phrase(
        english: "its answer lacks \(shown(what)): is it Elasticsearch 7 or OpenSearch, or later?",
        indonesian: "jawabannya tanpa \(shown(what)): apakah itu Elasticsearch 7 atau OpenSearch,"
          + " atau lebih baru?")
    case .missingField(let field, let index):
      Phrase(
        english: "the index \(shown(index)) has no field \(shown(field)): [clusters.\(name).fields]"
          + " names those it has",
        indonesian: "indeks \(shown(index)) tidak punya kolom \(shown(field)):"
          + " [clusters.\(name).fields] menyebut yang ada")
    case .oldVersion(let version, let oldest):
      Phrase(
        english: "it has version \(shown(version)), and tanya needs \(oldest) or later",
        indonesian: "versinya \(shown(version)), sedangkan tanya memerlukan \(oldest) ke atas")
    case .noVariable(let variable):
      Phrase(
        english: "the environment has no variable \(shown(variable)) with the key",
        indonesian: "tidak ada variabel lingkungan \(shown(variable)) yang berisi kunci")
    case .unreadableKey(let path, let code):
      {
        let reason = SystemReason.phrase(code)
        return Phrase(
          english: "the key cannot be read from \(shown(path)): \(reason.english)",
          indonesian: "kunci tidak dapat dibaca dari \(shown(path)): \(reason.indonesian)")
      }()
    case .openKey(let path):
      Phrase(
        english: "others may read the key in \(shown(path)), or it is not yours: chmod 600 it",
        indonesian: "kunci dalam \(shown(path)) terbaca orang lain, atau bukan milik Anda: jalankan"
          + " chmod 600")
    case .malformedKey:
      Phrase(
        english: "the key is empty or has control characters",
        indonesian: "kuncinya kosong atau memuat karakter kendali")
    case .keyInClear(let url):
      Phrase(
        english: "the key would cross the network unencrypted to \(shown(url)): use https",
        indonesian: "kunci akan dikirim tanpa enkripsi ke \(shown(url)): gunakan https")
    default:
      Phrase(
        english: "a cluster does not list its documents; tanya cluster check \(name) counts them",
        indonesian: "klaster tidak mendaftar dokumennya; tanya cluster check \(name) menghitungnya")
    }
  }
}
