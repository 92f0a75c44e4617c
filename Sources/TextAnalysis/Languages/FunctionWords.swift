import Model

/// The function words of each language, in folded form. They serve as stop words, as evidence for a
/// language and as the small words of names.
enum FunctionWords {
  static func list(of language: Language) -> StaticString? {
    switch language.primarySubtag {
    case "en": english
    case "id", "ms": indonesian
    case "fr": french
    case "de": german
    case "es": spanish
    case "nl": dutch
    case "pt": portuguese
    case "it": italian
    default: nil
    }
  }

  static let english: StaticString = """
    a an the this that these those it its itself he him his himself she her hers herself
    i me my mine myself we our ours ourselves you your yours yourself yourselves
    they them their theirs themselves there here one ones
    who whom whose what which when where why how whether whoever whatever whichever
    am is are was were be been being do does did doing done has have had having
    can could will would shall should must might ought
    not no nor neither none never dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt
    cant cannot couldnt wont wouldnt shouldnt mustnt
    and or but if then else because so than as while though although unless until till
    of in on at by for with without within to from into onto upon about
    through throughout during between among against toward towards via per out off up down
    each every any some such both either other another
    also too very just only even still yet again ever quite rather much
    etc ie eg vs let
    """

  static let indonesian: StaticString = """
    yang dan atau serta tetapi tapi namun melainkan sedangkan sementara maupun
    di ke dari pada kepada daripada dalam untuk dengan oleh bagi demi tanpa tentang mengenai
    terhadap antara atas sejak hingga sampai selama secara sebagai seperti bagaikan menurut
    itu ini sini situ sana tersebut begitu begini demikian
    adalah ialah merupakan yaitu yakni ada adanya adakah menjadi
    apa apakah apapun siapa siapakah siapapun kapan kapankah mengapa mengapakah kenapa kenapakah
    bagaimana bagaimanakah berapa berapakah mana manakah dimana dimanakah dimanapun kemana
    kemanakah darimana darimanakah
    saya aku kami kita anda kamu engkau kau kalian ia dia beliau mereka nya
    telah sudah akan sedang masih belum pernah dapat bisa harus boleh mungkin hendak perlu
    tidak tak bukan bukanlah bukankah jangan tiada tidaklah tidakkah
    karena sebab bahwa agar supaya jika kalau apabila bila bilamana ketika saat maka sehingga
    walaupun meskipun walau meski setelah sebelum lalu kemudian
    juga lagi saja hanya pula pun sangat sekali lah kah tah sih kok deh dong
    para sang si kaum setiap tiap semua seluruh suatu sesuatu sebuah seorang seekor
    dll dsb dst yg dgn utk dlm pd
    """

  static let french: StaticString = """
    le la les un une des du de et ou mais donc ni car que qui quoi dont quand comment pourquoi
    combien quel quelle quels quelles est sont etait etaient etre ete fut sera a ont avait avoir
    ce cet cette ces il elle ils elles on nous vous je tu se son sa ses leur leurs mon ma mes
    notre votre dans en sur sous par pour avec sans chez entre vers aux au ne pas plus y si
    """

  static let german: StaticString = """
    der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine ist
    sind war waren sein wird werden wurde wurden hat haben hatte ich du er sie es wir ihr sich
    mein seine ihre ihrer im in am an auf aus bei mit nach von vom vor zu zum zur uber um
    durch fur gegen ohne unter wie was wer wo wann warum wieviel welche welcher welches als auch
    dass wenn noch nur so
    """

  static let spanish: StaticString = """
    el la los las un una unos unas de del y o pero que quien quienes cual cuales cuando donde como
    cuanto cuantos cuantas porque por para con sin en a al entre sobre desde hasta es son era
    eran fue fueron ser sido esta estan ha han habia haber se su sus lo le les me te nos mi tu
    este estos estas ese esa eso no ni si mas muy ya tambien
    """

  static let dutch: StaticString = """
    de het een en of maar niet geen is zijn was waren wordt worden werd werden heeft hebben had ik
    jij hij zij wij jullie ze we je haar hun zich dit dat deze die van in op aan bij met voor naar
    uit door om te tot over onder tegen tussen wie wat waar wanneer waarom hoe hoeveel welke als
    ook dan nog al er
    """

  static let portuguese: StaticString = """
    o a os as um uma uns umas de do da dos das e ou mas que quem qual quais quando onde como quanto
    quantos quantas porque por pelo pela para com sem em no na nos nas ao aos entre sobre desde
    ate foi foram era eram ser sido sao esta estao tem tinha ha se seu sua seus suas lhe ele ela
    eles elas este isso nao mais muito ja tambem
    """

  static let italian: StaticString = """
    il lo la i gli le un uno una di del dello della dei degli delle e ed o ma che chi cui quale
    quali quando dove come quanto quanti perche per con senza in nel nella nei nelle a al alla ai
    alle da dal dalla su sul sulla tra fra sono era erano fu furono essere stato stata ha hanno
    aveva si suo sua suoi loro questo questa quello non piu anche ci
    """
}

/// Frequent words that are not stop words, in folded form. They help to detect the language of
/// short texts.
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
