extension RelatedWords {
  /// A group of words a line, more telling ones first.
  static let indonesianTable: StaticString = """
    harga biaya tarif ongkos
    gaji upah penghasilan pendapatan honor
    bayar membayar dibayar pembayaran
    beli membeli dibeli pembelian
    jual menjual dijual penjualan
    murah terjangkau
    gratis bebas
    kerja bekerja pekerjaan jabatan profesi
    karyawan pegawai pekerja buruh
    atasan pimpinan pemimpin kepala
    pimpin memimpin dipimpin pemimpin kepala ketua
    berhenti mundur mengundurkan keluar
    pecat memecat dipecat diberhentikan
    cuti libur liburan
    sakit penyakit
    obat pengobatan
    dokter tabib
    anak putra putri
    bayi lahir kelahiran
    meninggal wafat mati tewas mangkat kematian gugur
    bunuh membunuh dibunuh pembunuhan
    nikah menikah pernikahan istri suami kawin
    istri suami pasangan
    ayah bapak ibu orangtua
    saudara kakak adik
    keluarga kerabat
    teman kawan sahabat orang
    musuh lawan
    perjalanan berpergian wisata
    kapal perahu
    mobil kendaraan
    motor kendaraan
    rumah kediaman
    tinggal bermukim menetap berdomisili
    penduduk warga jiwa populasi
    kota kabupaten
    desa kampung dusun
    negara bangsa
    jalan raya
    makan makanan santapan
    minum minuman
    masak memasak dimasak
    simpan menyimpan disimpan penyimpanan
    besar luas ukuran
    kecil mini
    terbesar terluas
    panjang panjangnya
    tinggi ketinggian
    dalam kedalaman
    berat bobot
    umur usia
    tua kuno
    muda termuda
    baru terbaru
    pertama awal
    terakhir akhir
    cepat kecepatan
    mulai dimulai awal permulaan
    selesai berakhir tamat
    tutup ditutup berakhir
    buka dibuka pembukaan
    batas tenggat maksimal maksimum
    maksimal maksimum paling batas
    minimal minimum setidaknya
    terjadi berlangsung peristiwa
    rapat pertemuan sidang
    pidato ceramah
    pemilu pemilihan
    pilih memilih dipilih pemilihan
    suara pemungutan voting
    putus memutuskan keputusan
    setuju persetujuan sepakat
    boleh dapat diperbolehkan diizinkan diperkenankan
    dilarang larangan jangan
    wajib harus diwajibkan
    butuh perlu dibutuhkan diperlukan membutuhkan
    hukum peraturan aturan
    aturan peraturan ketentuan
    hukuman pidana penjara sanksi
    denda sanksi
    penjara tahanan pidana
    pengadilan hakim mahkamah
    polisi aparat
    pencuri maling dicuri
    curi mencuri dicuri pencurian
    perang pertempuran konflik
    tentara militer pasukan
    senjata senapan
    menang kemenangan juara pemenang
    kalah kekalahan
    raja sultan penguasa
    perintah pemerintahan
    nama bernama disebut dinamakan
    sebut disebut menyebut
    arti makna maksud berarti
    singkatan kependekan akronim
    jelas menjelaskan penjelasan
    kata mengatakan berkata ujar
    tulis menulis ditulis penulis
    buku novel kitab
    baca membaca
    lagu musik
    penyanyi dinyanyikan
    film bioskop
    aktor pemeran pemain
    sutradara disutradarai
    lukis melukis lukisan pelukis
    buat membuat dibuat pembuatan menciptakan diciptakan
    cipta menciptakan diciptakan pencipta
    temu menemukan ditemukan penemu
    bangun membangun dibangun pembangunan
    diri mendirikan didirikan berdiri pendiri
    perbaiki memperbaiki diperbaiki perbaikan
    rusak kerusakan
    masalah persoalan kendala
    kesalahan galat salah
    bahaya berbahaya risiko
    aman keamanan
    lindungi melindungi dilindungi perlindungan
    serang menyerang diserang serangan
    bocor membocorkan mengungkapkan pengungkapan
    ungkap mengungkapkan diungkapkan
    palsu tiruan
    salin menyalin salinan
    sandi password
    password sandi
    komputer mesin
    telepon ponsel hp
    perangkat alat
    program aplikasi
    berkas file arsip
    file berkas
    folder direktori
    direktori folder
    setelan konfigurasi pengaturan
    pengaturan konfigurasi setelan
    atur mengatur pengaturan konfigurasi
    hapus menghapus dihapus
    tambah menambah ditambahkan
    ubah mengubah diubah perubahan menyunting
    edit menyunting mengubah sunting
    ganti mengganti diganti penggantian mengubah
    gantikan menggantikan digantikan pengganti
    versi rilis
    rilis dirilis diluncurkan merilis
    luncur meluncurkan diluncurkan peluncuran
    pasang memasang dipasang instalasi
    jalan menjalankan dijalankan
    tampil menampilkan tampilan layar
    layar tampilan konsol
    tombol tekan menekan
    perintah program
    opsi pilihan
    pilihan opsi
    gabung bergabung anggota
    anggota keanggotaan
    relawan sukarelawan
    sumbang menyumbang menyumbangkan kontributor kontribusi
    bantu membantu bantuan
    rawat merawat dirawat perawatan pemeliharaan
    urus mengurus mengelola pengelolaan
    kelola mengelola pengelolaan
    cadangkan backup pencadangan
    kirim mengirim dikirim pengiriman
    terima menerima diterima
    beri memberi diberikan pemberian
    bagi membagikan dibagikan berbagi
    uang dana
    kaya kekayaan
    miskin kemiskinan
    utang hutang pinjaman
    pajak cukai
    perusahaan firma usaha
    usaha bisnis
    toko warung pasar
    petani tani pertanian
    tanam menanam ditanam
    tanaman tumbuhan
    hewan binatang satwa
    pohon kayu
    laut samudra
    sungai kali
    gunung puncak bukit
    pulau kepulauan
    danau waduk
    cuaca iklim suhu
    panas suhu
    dingin suhu
    hujan curah
    banjir terendam
    kebakaran terbakar api
    sekolah pendidikan universitas
    guru pengajar
    murid siswa pelajar
    mahasiswa pelajar
    ajar mengajar belajar
    belajar mempelajari
    penelitian riset studi
    ujian tes
    gelar sarjana
    bahasa berbahasa
    agama kepercayaan
    gereja masjid
    warna berwarna
    jumlah banyaknya sebanyak total
    banyak jumlah
    total jumlah
    persen persentase
    bagian porsi
    sebagian setengah
    beda perbedaan berbeda
    sama serupa
    jenis macam tipe
    alasan sebab karena
    sebab penyebab disebabkan akibat karena
    akibat dampak
    dampak pengaruh
    tujuan maksud sasaran
    guna kegunaan digunakan fungsi
    fungsi kegunaan
    cara metode
    tempat lokasi
    letak terletak berada lokasi
    dekat berdekatan
    jauh jarak
    utara selatan
    hari tanggal
    jam pukul
    pukul jam
    minggu pekan
    tahun tahunan setiap
    sering setiap kali
    tiap setiap
    pagi siang
    malam sore
    rencana perencanaan
    janji berjanji
    milik pemilik dimiliki
    sewa menyewa disewa
    kunjung mengunjungi dikunjungi kunjungan
    wisatawan turis pengunjung
    terkenal populer tersohor
    populer terkenal
    penting utama
    utama pokok
    rahasia tersembunyi
    lihat melihat terlihat
    cari mencari pencarian
    hilang kehilangan
    hitung menghitung dihitung
    ukur mengukur ukuran
    potong memotong dipotong
    campur mencampur campuran
    bersih membersihkan
    pakai memakai dipakai menggunakan digunakan
    pakaian baju busana
    pintu gerbang
    kantor markas
    pusat markas
    situs website laman
    surat pesan
    pesan surat
    sapaan salam
    berita kabar
    gambar foto
    permainan pertandingan
    tim klub
    juara pemenang
    lisensi izin
    izin lisensi perizinan
    sah disahkan pengesahan ratifikasi
    undang diundangkan pengundangan
    tunda ditunda penundaan
    maju dimajukan
    pindah dipindahkan berpindah
    daftar mendaftar didaftarkan pendaftaran
    bubar membubarkan dibubarkan
    angkat mengangkat diangkat pengangkatan
    lantik dilantik pelantikan
    tunjuk ditunjuk penunjukan
    jawab menjawab jawaban
    tanya pertanyaan
    huruf karakter
    karakter huruf
    kelompok grup
    grup kelompok
    lambat terlambat
    cepat segera
    anjur dianjurkan disarankan direkomendasikan
    saran disarankan
    sarankan disarankan dianjurkan
    pemula pendatang
    server peladen
    """
}
