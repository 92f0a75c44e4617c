extension BoilerplatePhrases {
  /// The beginnings of lines and short paragraphs. After a phrase with `$`, only punctuation may
  /// follow.
  static let lines = """
    baca juga | baca pula | baca selengkapnya | baca lainnya | simak juga | lihat juga:
    lihat artikel asli | artikel ini telah tayang | artikel ini pertama kali tayang
    read more | read also | also read | read next | read the full story | see also: | related:
    continue reading | lanjutkan membaca | scroll to continue | gulir untuk melanjutkan
    image not found | image unavailable | gambar tidak ditemukan | foto tidak tersedia
    subscribe to our | subscribe to the newsletter | subscribe now | subscribe today
    sign up for our | sign up to our | sign up for the newsletter | join our newsletter
    join our mailing list | join our whatsapp | join our telegram | stay updated | stay tuned for
    keep up with the latest | get the latest news | follow us | like us on facebook
    connect with us | download our app | berlangganan | daftar newsletter | ikuti kami
    ikuti berita | ikuti terus | ikuti saluran | ikuti kanal | dapatkan berita
    dapatkan update | gabung di grup | bergabung di grup | unduh aplikasi
    share this | share on | share:$ | share$ | bagikan artikel | bagikan berita | bagikan:$
    bagikan$ | tweet$ | print$ | cetak$ | salin tautan$ | copy link$
    this website uses cookies | this site uses cookies | we use cookies | accept cookies
    accept all cookies | situs ini menggunakan cookie | kami menggunakan cookie
    advertisement$ | advertisement - scroll | iklan$ | sponsored$ | promoted$ | skip to content
    skip to main content | lompat ke konten | click here to subscribe | klik di sini untuk
    all rights reserved | hak cipta dilindungi | leave a comment | tinggalkan komentar
    """

  /// The beginnings of headings above furniture, which includes the text under them.
  static let openers = """
    need help?$ | need help$ | butuh bantuan?$ | butuh bantuan$ | perlu bantuan?$
    newsletter$ | our newsletter$ | subscribe$ | subscribe to our newsletter
    subscribe to our mailing list | sign up for our newsletter | berlangganan$
    berlangganan newsletter | langganan newsletter | follow us$ | follow us on social media
    ikuti kami$ | share this article | share this post | share this story | bagikan artikel ini
    related articles$ | related posts$ | related stories$ | related news$ | recommended for you$
    artikel terkait$ | berita terkait$ | artikel lainnya$ | berita lainnya$ | baca juga$ | baca juga:$
    about the author$ | tentang penulis$ | leave a reply$ | leave a comment$ | komentar$
    cookie notice$ | cookie policy$
    """
}
