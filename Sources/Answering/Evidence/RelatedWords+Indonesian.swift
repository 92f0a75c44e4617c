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
    kata sandi password
    password sandi kata
    beku membekukan pembekuan dibekukan freeze
    bekukan pembekuan membekukan
    hakim pengadilan mahkamah
    jaksa penuntut kejaksaan
    pengacara advokat penasihat
    tersangka terdakwa tertuduh
    korban penderita
    saksi keterangan
    bukti pembuktian
    laporan melaporkan dilaporkan
    lapor melaporkan laporan
    adu pengaduan mengadukan
    tuntut tuntutan menuntut
    gugat gugatan menggugat
    batal membatalkan dibatalkan pembatalan
    cabut mencabut dicabut pencabutan
    berlaku mulai berlakunya
    sahkan mengesahkan disahkan pengesahan
    tetapkan menetapkan ditetapkan penetapan
    tetap penetapan ditetapkan
    usul mengusulkan diusulkan usulan
    rancangan draf rencana
    pasal ketentuan ayat
    undang-undang peraturan hukum
    konstitusi undang-undang dasar
    presiden kepala negara
    menteri kementerian
    dewan majelis parlemen
    parlemen dewan legislatif
    wakil perwakilan
    rakyat warga masyarakat
    warga penduduk rakyat masyarakat
    kewarganegaraan warga
    gubernur provinsi
    bupati kabupaten
    walikota kota
    daerah wilayah
    wilayah daerah kawasan
    anggaran dana biaya
    belanja pengeluaran
    pengeluaran belanja biaya
    pemasukan pendapatan penerimaan
    pendapatan penghasilan pemasukan
    untung keuntungan laba
    laba keuntungan
    rugi kerugian
    tunjangan bantuan uang
    pensiun purna
    lembur tambahan
    absen hadir kehadiran
    hadir menghadiri kehadiran peserta
    peserta anggota
    daftar pendaftaran registrasi
    lamar melamar pelamar lamaran
    wawancara diwawancarai
    pelatihan latihan kursus
    kursus pelatihan
    magang pelatihan
    tugas kewajiban tanggung
    wewenang kewenangan berwenang kuasa
    hak berhak
    kewajiban wajib tugas
    larang melarang dilarang larangan
    langgar melanggar pelanggaran dilanggar
    pelanggaran melanggar langgar
    korupsi suap
    suap menyuap penyuapan
    rahasia kerahasiaan
    data informasi
    informasi keterangan data
    pribadi perseorangan
    ilegal melawan hukum
    legal sah
    curi pencurian mencuri
    rampok perampokan
    tipu penipuan menipu
    bebas kebebasan
    merdeka kemerdekaan
    kemerdekaan merdeka proklamasi
    jajah menjajah penjajahan dijajah
    perjanjian kesepakatan traktat
    damai perdamaian
    serah menyerah penyerahan
    gempa getaran
    letus meletus letusan
    letusan meletus erupsi
    tsunami gelombang
    kecelakaan tabrakan
    tabrak menabrak tabrakan
    tenggelam karam
    selamat menyelamatkan penyelamatan
    luka terluka cedera
    sembuh penyembuhan
    rawat perawatan dirawat
    rumah sakit klinik
    vaksin vaksinasi
    menular penularan
    gejala tanda
    hamil kehamilan
    lahir melahirkan dilahirkan
    kuburan makam dimakamkan
    makam dimakamkan pemakaman
    kubur dimakamkan pemakaman
    cerai perceraian bercerai
    angkatan tahun
    lulus lulusan kelulusan
    lulusan lulus alumni
    kuliah universitas
    dosen pengajar
    rektor universitas
    sarjana gelar
    beasiswa bantuan
    kampus universitas
    kelas tingkat
    nilai skor angka
    skor nilai poin
    ranking peringkat
    peringkat urutan
    hadiah penghargaan
    penghargaan hadiah anugerah
    anugerah penghargaan
    lomba kompetisi perlombaan
    kompetisi lomba kejuaraan
    kejuaraan turnamen
    pelatih melatih
    latih melatih dilatih pelatih
    pemain bermain
    main bermain permainan
    wasit memimpin
    gol mencetak
    stadion lapangan
    atlet olahragawan
    penonton menonton
    konser pertunjukan
    tari tarian
    tarian menari
    lagu dinyanyikan nyanyian
    alat perkakas instrumen
    seni kesenian
    seniman artis
    patung arca
    candi kuil
    museum galeri
    adat tradisi budaya
    budaya kebudayaan tradisi
    suku etnis
    upacara ritual
    pesta perayaan
    perayaan merayakan dirayakan
    rayakan merayakan dirayakan
    puasa ramadan
    haji mekkah
    masjid ibadah
    ibadah beribadah
    dewa dewi
    cerita kisah
    kisah cerita
    tokoh karakter
    pahlawan pejuang
    dongeng legenda
    majalah koran
    koran surat kabar
    wartawan jurnalis
    siar menyiarkan disiarkan
    stasiun saluran
    sinyal jaringan
    jaringan internet
    unduh mengunduh diunduh download
    unggah mengunggah diunggah upload
    cetak mencetak dicetak
    salah kesalahan keliru
    galat kesalahan error
    error galat kesalahan
    bug kutu galat
    peretas meretas diretas
    retas meretas diretas peretasan
    kunci mengunci penguncian
    enkripsi menyandi terenkripsi
    cadangan backup
    kaset tape pita
    pita tape kaset
    partisi diska
    diska disk cakram
    cakram disk diska
    memori ram
    layanan servis jasa
    jasa layanan
    pengguna pemakai
    pemakai pengguna
    akun rekening pengguna
    masuk login
    keluar logout
    daftar list senarai
    menu pilihan
    jendela window
    grafis gambar
    teks tulisan
    tulisan teks
    baris garis
    kolom lajur
    tabel daftar
    gambar foto citra
    suara bunyi audio
    video film
    kamera potret
    baterai daya
    listrik daya
    energi tenaga daya
    bensin bahan bakar
    bandara bandar udara
    pesawat terbang
    terbang penerbangan
    pelabuhan dermaga
    stasiun kereta
    kereta rel
    terminal bus
    jembatan penyeberangan
    gedung bangunan
    bangunan gedung
    hotel penginapan
    penginapan hotel
    restoran rumah makan
    resep bahan
    bahan bahan-bahan
    bumbu rempah
    garam asin
    gula manis
    pedas cabai
    goreng menggoreng digoreng
    rebus merebus direbus
    panggang memanggang dipanggang oven
    kukus mengukus dikukus
    iris mengiris diiris
    aduk mengaduk diaduk
    rendam merendam direndam
    porsi penyajian
    saji menyajikan disajikan
    adonan tepung
    daging sapi ayam
    ikan laut
    sayur sayuran
    buah buahan
    susu keju
    keju susu
    telur telor
    beras nasi padi
    padi beras sawah
    sawah pertanian
    kebun perkebunan
    perkebunan kebun
    panen memanen hasil
    pupuk nutrisi
    hutan rimba
    sampah limbah
    limbah sampah
    polusi pencemaran
    pencemaran polusi
    emisi karbon
    tambang pertambangan
    pabrik industri
    industri pabrik
    produksi memproduksi diproduksi
    hasil menghasilkan dihasilkan
    hasilkan menghasilkan dihasilkan
    ekspor mengekspor
    impor mengimpor
    dagang perdagangan
    perdagangan dagang
    investasi menanam modal
    modal investasi
    saham bursa
    bank perbankan
    bunga suku
    pinjam meminjam pinjaman
    tabung menabung tabungan
    asuransi jaminan
    jamin menjamin jaminan
    sumbangan donasi bantuan
    donasi sumbangan
    bantu menolong bantuan
    dukung mendukung dukungan
    dukungan mendukung
    pengaruh mempengaruhi memengaruhi
    ubah perubahan
    tingkat meningkat peningkatan
    naik meningkat kenaikan
    turun menurun penurunan
    kurang berkurang pengurangan
    tambah bertambah penambahan
    tumbuh pertumbuhan bertumbuh
    kembang berkembang perkembangan
    batas batasan maksimum
    syarat persyaratan ketentuan
    persyaratan syarat
    tahap tahapan langkah
    langkah tahap cara
    urutan tahap
    contoh misalnya
    panduan petunjuk pedoman
    pedoman panduan petunjuk
    petunjuk panduan
    saran usul
    kritik masukan
    masukan saran umpan
    diskusi pembahasan membahas
    bahas membahas dibahas pembahasan
    undangan mengundang diundang
    undang mengundang diundang
    umum publik
    publik umum masyarakat
    khusus spesial
    resmi sah
    pelopor perintis
    perintis pelopor pendiri
    pencetus penggagas
    gagas menggagas digagas
    leluhur nenek moyang
    keturunan anak
    pewaris ahli waris
    waris mewarisi warisan
    takhta tahta raja
    tahta takhta
    kerajaan raja
    istana keraton
    bangsawan ningrat
    budak perbudakan
    prajurit tentara
    panglima komandan
    komandan panglima
    bom ledakan
    ledak meledak ledakan
    tembak menembak ditembak
    racun beracun bisa
    ular berbisa
    burung unggas
    kucing hewan
    anjing hewan
    kuda hewan
    bintang galaksi
    bulan satelit
    matahari surya
    bumi dunia
    planet tata surya
    langit angkasa
    angin badai
    badai topan
    salju es
    pantai pesisir
    pesisir pantai
    teluk selat
    selat teluk
    tanjung semenanjung
    lembah ngarai
    gua goa
    air terjun
    sumber asal
    hulu sumber
    hilir muara
    muara bermuara hilir
    batas berbatasan perbatasan
    berbatasan perbatasan
    tertinggi puncak
    terpanjang panjang
    terdalam kedalaman
    terluas luas
    tertua pertama
    termuda muda
    termahal mahal harga
    tercepat kecepatan
    terbanyak jumlah
    """
}
