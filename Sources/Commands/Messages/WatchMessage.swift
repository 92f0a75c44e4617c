import Library

/// Messages of `tanya index --watch`.
enum WatchMessage {
  static func watching(folders: Int) -> Phrase {
    let count = Quantity.grouped(folders)
    return Phrase(
      english: "Watching \(count.english) \(folders == 1 ? "folder" : "folders"); Ctrl-C ends it.",
      indonesian: "Mengikuti \(count.indonesian) folder; akhiri dengan Ctrl-C.")
  }

  static func polling(_ path: String, _ reason: IndexWatch.Reason) -> Phrase {
    let path = VisibleText.line(path)
    return switch reason {
    case .network:
      Phrase(
        english: "\(path) is on a network file system, which does not report what other machines"
          + " change: it is looked through every 10 seconds.",
        indonesian: "\(path) berada di sistem berkas jaringan, yang tidak memberitahukan perubahan"
          + " dari mesin lain: diperiksa tiap 10 detik.")
    case .watchLimit:
      Phrase(
        english: "Not all folders below \(path) can be watched (fs.inotify.max_user_watches): it is"
          + " looked through every 10 seconds.",
        indonesian: "Tidak semua folder di bawah \(path) dapat diikuti"
          + " (fs.inotify.max_user_watches): diperiksa tiap 10 detik.")
    case .unreadable:
      Phrase(
        english: "\(path) cannot be listed: it is tried again every 10 seconds.",
        indonesian: "\(path) tidak dapat dibaca: dicoba lagi tiap 10 detik.")
    }
  }

  static func failed(_ problem: Phrase) -> Phrase {
    Phrase(
      english: "Not updated, and tried again in 10 seconds: \(problem.english)",
      indonesian: "Belum diperbarui, dicoba lagi dalam 10 detik: \(problem.indonesian)")
  }
}
