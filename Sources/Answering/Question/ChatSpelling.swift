/// The spelling of Indonesian chat: abbreviations, and `2` for a doubled word.
enum ChatSpelling {
  /// Returns the words that a folded word abbreviates, or nil if it is not an abbreviation.
  static func words(for word: String) -> String? {
    if let words = table[word] { return words }
    let bytes = word.utf8
    // `kupu2`
    guard bytes.count >= 5, bytes.last == UInt8(ascii: "2"),
      bytes.dropLast().allSatisfy(\.isASCIILetter)
    else { return nil }
    return String(word.dropLast())
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "=")
      for short in parts[0].split(separator: " ") { table[String(short)] = String(parts[1]) }
    }
    return table
  }()

  private static let lines = """
    yg=yang
    dgn dng=dengan
    utk tuk buat=untuk
    dlm=dalam
    dr=dari
    pd=pada
    krn karna krna=karena
    tgl=tanggal
    thn th=tahun
    bln=bulan
    hr=hari
    jml jmlh=jumlah
    knp knpa ngapain=kenapa
    brp brapa=berapa
    gmn gmana gmn2 bgmn bgaimana=bagaimana
    kpn kpan=kapan
    dmn dmna dimn=di mana
    kmn=ke mana
    spa sp sapa=siapa
    ap apaan=apa
    apkh=apakah
    sy sya gw gue gua=saya
    km kmu lu lo=kamu
    tdk gak ga gk nggak ngga enggak tak ndak=tidak
    blm blom=belum
    sdh udh udah dah=sudah
    org=orang
    bs bsa=bisa
    jg jga=juga
    lg lgi=lagi
    skrg skrng skg=sekarang
    sblm=sebelum
    stlh stelah=setelah
    ttg=tentang
    tsb=tersebut
    dgn2=dengan
    bgt banget=sangat
    bnyk byk=banyak
    bkn=bukan
    trs trus=terus
    tmpt tpt=tempat
    nmr no.=nomor
    hrg=harga
    mnrt=menurut
    spt sprti=seperti
    sm=sama
    tau=tahu
    pake=pakai
    aja aj=saja
    kalo klo klu=kalau
    ibukota2=ibukota
    kab=kabupaten
    prov=provinsi
    kec=kecamatan
    univ=universitas
    kepsek=kepala sekolah
    wakasek=wakil kepala sekolah
    kades=kepala desa
    sekdes=sekretaris desa
    kadus=kepala dusun
    kadis=kepala dinas
    wapres=wakil presiden
    wagub=wakil gubernur
    wabup=wakil bupati
    """
}
