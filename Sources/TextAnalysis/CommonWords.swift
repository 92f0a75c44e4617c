/// Frequent words that are no stop words, in folded form: they tell short texts apart.
enum CommonWords {
  static let english: StaticString = """
    first last new many most more much people year years time day world city country state name
    called known used made found born died war government university company largest highest
    between after before under over since first second three two well part early late
    """

  static let indonesian: StaticString = """
    orang tahun tanggal bulan hari negara kota kabupaten provinsi desa pulau nama pertama kedua
    ketiga terakhir baru besar kecil terbesar tertinggi banyak lebih paling anak ayah ibu ibukota
    presiden raja perang pemerintah perusahaan universitas sekolah rumah bahasa bangsa agama dunia
    disebut dikenal digunakan lahir meninggal berdiri berasal terletak terjadi ditemukan didirikan
    bernama termasuk berupa salah satu dua tiga empat lima jumlah luas tinggi panjang umur jenis
    arti kata hasil warna bagian wilayah daerah utara selatan timur barat tengah hidup kerja
    penduduk penulis pendiri pemimpin letak usia sebutan
    """
}
