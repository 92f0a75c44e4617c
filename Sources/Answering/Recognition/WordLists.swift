/// Lists of words, in lower case and separated by white space; `word=value` gives a value.
enum WordLists {
  static let englishFunction: StaticString = """
    a an the this that these those he she it they we you i his her its their our your my him them
    us who whom whose which what when where why how in on at by for with from to into onto of off
    over under after before during since until between among through against about around as if
    but or nor so yet because although though while whereas however therefore moreover thus hence
    is are was were be been being am do does did done has have had having will would shall should
    can could may might must not no yes there here then than also only just even still both each
    every all any some many much most more few several such other another one two according
    despite following including someone anyone everyone nobody somebody anybody everybody something within without upon due per via once unlike like meanwhile
    furthermore additionally finally today yesterday nearly almost
    """
  static let indonesianFunction: StaticString = """
    yang di ke dari pada dalam untuk dengan oleh tentang antara sejak hingga sampai sebagai kepada
    terhadap atas bagi demi seperti karena sebab jika kalau bila ketika saat waktu agar supaya
    tetapi tapi namun melainkan sedangkan sementara serta atau maka lalu kemudian setelah sesudah
    sebelum selama meski meskipun walau walaupun bahwa ini itu tersebut ia dia mereka kami kita
    anda saya aku kamu beliau adalah ialah merupakan yaitu yakni akan telah sudah sedang masih
    belum tidak bukan tak juga pun hanya saja lagi bisa dapat harus ada para sang si setiap semua
    seluruh beberapa banyak sebuah seorang suatu selain menurut secara hal apa siapa kapan mengapa
    kenapa bagaimana berapa mana apakah siapakah selanjutnya seseorang akhirnya bahkan sehingga jadi
    """

  static let particles: StaticString = """
    of de la le du da dos del van der den von zu bin binti ibn al el ul ud abu af av ter ten y for
    """
  static let conjunctions: StaticString = "and dan"
  static let clauseOpeners: StaticString = """
    and but while whereas although though who which then dan tetapi tapi sedangkan sementara namun
    lalu kemudian
    """

  static let months: StaticString = """
    january=1 jan=1 januari=1 february=2 feb=2 februari=2 pebruari=2 peb=2 march=3 mar=3 maret=3 april=4
    apr=4 may=5 mei=5 june=6 jun=6 juni=6 july=7 jul=7 juli=7 august=8 aug=8 agustus=8 agu=8 agt=8 agst=8
    september=9 sep=9 sept=9 october=10 oct=10 oktober=10 okt=10 november=11 nov=11 nopember=11
    nop=11 december=12 dec=12 desember=12 des=12
    """
  static let weekdays: StaticString = """
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends weekday weekend
    senin selasa rabu kamis jumat jum'at sabtu minggu ahad
    """

  static let scales: StaticString = """
    thousand=1e3 million=1e6 millions=1e6 billion=1e9 billions=1e9 trillion=1e12 trillions=1e12
    bn=1e9 mn=1e6 tn=1e12 mio=1e6 mia=1e9 k=1e3 rb=1e3 jt=1e6 ribu=1e3 juta=1e6 miliar=1e9 milyar=1e9 milliar=1e9 triliun=1e12 trilyun=1e12
    """
  static let cardinals: StaticString = """
    zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11
    twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19
    twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
    nol=0 satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10
    sebelas=11 seratus=100 seribu=1000 sejuta=1e6 kedua=2 ketiga=3 keempat=4 kelima=5
    """
  static let multipliers: StaticString = "hundred=100 hundreds=100 puluh=10 ratus=100 belas=1"
  static let ordinals: StaticString = """
    first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
    eleventh=11 twelfth=12 pertama=1 kedua=2 ketiga=3 keempat=4 kelima=5 keenam=6 ketujuh=7
    kedelapan=8 kesembilan=9 kesepuluh=10
    """

  // The value of an unambiguous currency is its number in ISO 4217.
  static let currencySigns: StaticString = """
    rp=360 idr=360 us=840 usd=840 eur=978 gbp=826 sgd=702 aud=36 cad=124 nz=554 hk=344 rm=458
    myr=458 cny=156 jpy=392 inr=356 chf=756 sek=752 nok=578 dkk=208 kr fr thb=764 php=608 vnd=704 krw=410
    brl=986 zar=710 rub=643 pln=985 czk=203 huf=348 try=949 mxn=484
    """
  static let currencyNames: StaticString = """
    dollar=840 dollars=840 dolar=840 rupiah=360 euro=978 euros=978 pound=826 pounds=826
    poundsterling=826 yen=392 yuan=156 ringgit=458 rupee=356 rupees=356 won=410 baht=764 usd=840
    idr=360 cent cents peso pesos franc francs mark marks gulden eur=978 gbp=826 chf=756 sgd=702
    kroner kronor krone krona kr zloty zlotys rubles roubles rubel real reais rand shillings
    lira forint koruna florin crowns guineas sen
    """
  static let percent: StaticString = "percent persen prosen pct"

  static let timeUnits: StaticString = """
    sec=0.0000116 secs=0.0000116 min=0.00069 mins=0.00069 hr=0.0417 hrs=0.0417 yr=365 yrs=365
    fortnight=14 fortnights=14 second=0.0000116 seconds=0.0000116 minute=0.00069 minutes=0.00069 hour=0.0417 hours=0.0417
    day=1 days=1 week=7 weeks=7 month=30.4 months=30.4 year=365 years=365 decade=3652
    decades=3652 centuries=36525 detik=0.0000116 menit=0.00069 jam=0.0417 hari=1 pekan=7 minggu=7
    bulan=30.4 tahun=365 dekade=3652 dasawarsa=3652
    """
  // Words of the same number are the same unit; those without one are compared with none.
  static let measures: StaticString = """
    km=1 kilometer=1 kilometers=1 kilometre=1 kilometres=1 m=2 meter=2 meters=2 metre=2 metres=2
    cm=3 mm=4 mile=5 miles=5 mil=5 foot=6 feet=6 ft=6 kaki=6 inch=7 inches=7 inci=7 yard=8 yards=8
    acre=9 acres=9 hectare=10 hectares=10 hektare=10 hektar=10 ha=10 kg=11 kilogram=11 kilograms=11
    g=12 l=13 dl=26 deciliter=26 deciliters=26 decilitre=26 decilitres=26
    gram=12 grams=12 liter=13 liters=13 litre=13 litres=13 mw=14 megawatt=14 megawatts=14 gw=15
    gigawatt=15 gigawatts=15 kw=16 kwh=17 kilowatt=16 kilowatts=16 kilo=11 kilos=11 g=12 l=13 gr=12 lb=18 lbs=18 tonne=19 tonnes=19 ton=19 tons=19
    pound=18 pounds=18 oz=20 ounce=20 ounces=20 mg=21 milligram=21 milligrams=21 stone=22 kuintal=23
    degrees=30 degree=30 derajat=30 celsius=31 celcius=31 fahrenheit=32 kelvin=33
    mph=34 kph=35 knot=36 knots=36 kmh=35
    ml=40 milliliter=40 milliliters=40 millilitre=40 millilitres=40 cl=41 gallon=42 gallons=42
    galon=42 barrel=43 barrels=43 barel=43 cup=44 cups=44 cangkir=44 gelas=45 tbsp=46 tablespoon=46
    tablespoons=46 tsp=47 teaspoon=47 teaspoons=47 sdm=46 sdt=47 pint=48 pints=48 quart=49 quarts=49
    km²=1001 m²=1002 km2=1001 m2=1002 km³=2001 m³=2002 sqm=1002
    watt=50 watts=50 hp=51 kva=52 volt=53 volts=53 megawatts=14
    byte=60 bytes=60 kb=61 kilobyte=61 kilobytes=61 mb=62 megabyte=62 megabytes=62 gb=63 gigabyte=63
    gigabytes=63 tb=64 terabyte=64 terabytes=64 bit=65 bits=65 kib=66 mib=67 gib=68
    fathom=24 fathoms=24 lightyears=25 depa=24
    """
  static let centuries: StaticString = "century centuries abad"
  static let eras: StaticString = "bc bce ad ce sm masehi hijriah"

  static let placeCues: StaticString = """
    in at near from to into toward towards across around outside inside throughout
    di ke dari kota provinsi negara desa kabupaten kecamatan pulau wilayah daerah kawasan dekat
    """

  static let copulas: StaticString = """
    is are was were be means refers denotes became adalah ialah merupakan yaitu yakni berarti
    """
  static let anaphors: StaticString = """
    he she it they this these those his her its their such there then
    ia dia mereka beliau ini itu hal tersebut nya keduanya
    """
  static let reasonCues: StaticString = """
    because due since thus therefore owing hence
    karena sebab akibat lantaran agar supaya sehingga demi
    """

  static let honorifics: StaticString = """
    mr mrs ms miss sir lord lady dr prof saint st president king queen prince princess pope
    captain general colonel major lieutenant sergeant madame monsieur herr frau reverend rev hon judge
    justice professor doctor
    pak bapak ibu bu tuan nyonya haji hajah kh h hj raden sultan raja ratu ustaz ustadz kyai kiai
    dra drs ir jend jenderal letjen mayjen brigjen kol kolonel letkol mayor kapt kapten lettu letda
    sersan serka kombes akbp kompol irjen brigjen pol bd fr apt drg tb bpk dipl ing laksamana marsekal bripka inf kav pnb pdt ust sdr sdri msgr ns
    """
  static let abbreviations: StaticString = """
    mr mrs ms dr prof st jr sr sir gen col capt lt sgt rev hon no vol inc ltd co corp drs dra ir kh h hj
    h.c hc pdt ust sdr sdri msgr ns moh muh pol
    jl jln gg kab kec prov kel ds kol inf mayjen brigjen letjen letkol kapt lettu letda sersan
    pt cv ud pd km bd fr apt drg tb dipl muhd
    jend kombes akbp maj cmdr adm pres gov sen rep messrs mme mlle mt ft ave blvd rd tn ny nn alm almh
    s.h m.h s.e m.m s.t m.t s.pd m.pd s.sos m.si ph.d m.sc b.sc sh mh m.a b.a
    """
  static let roles: StaticString = """
    president presidents minister ministers king queen emperor prince princess chairman chairwoman
    chair ceo founder founders cofounder director directors manager governor mayor senator leader
    leaders head chief secretary ambassador author authors writer writers inventor actor actress
    singer coach captain owner spokesman spokesperson spokeswoman commander general pope bishop
    archbishop professor scientist engineer architect composer painter artist player champion
    winner deputy vice prime wife husband father mother son daughter brother sister child children
    person man woman people successor predecessor editor journalist poet philosopher
    presiden menteri raja ratu kaisar pangeran putri ketua pendiri direktur manajer gubernur
    walikota bupati senator pemimpin kepala sekretaris duta penulis pengarang penemu pencipta
    aktor aktris penyanyi pelatih kapten pemilik jurubicara komandan jenderal paus uskup profesor
    ilmuwan insinyur arsitek komponis pelukis pemain juara pemenang wakil istri suami ayah ibu
    anak putra saudara kakak adik orang tokoh penerus pendahulu sutradara produser wartawan sultan
    perdana pahlawan pelaku
    treasurer librarian clerk warden keeper ranger skipper mechanic contractor surveyor principal
    headmaster headmistress headteacher rector dean vicar mechanic pilot nurse surgeon judge referee
    trainer landlord landlady tenant steward foreman curator conductor sheriff marshal chancellor
    chairperson treasurers spokesman organiser organizer builder sponsor coordinator supervisor
    bendahara camat lurah kontraktor pengawas mandor kurator bidan perawat dokter guru rektor dekan
    kapolres kapolsek panglima hakim jaksa pembimbing wasit juri kiper penjaga pengurus pengelola
    koordinator penanggungjawab perancang komisaris sekdes kades kepsek gubernur panitera
    pengasuh pemasok nakhoda masinis pembina moderator penasihat
    """
  static let institutions: StaticString = """
    university institute institut college school academy bank company corporation corp inc ltd llc
    ministry agency department council union unions association society party club group network
    committee commission church museum press news times foundation organization organisation center
    centre universitas sekolah akademi politeknik perusahaan kementerian badan dinas dewan
    serikat asosiasi partai klub grup komite komisi gereja yayasan organisasi pusat lembaga bidang direktorat biro divisi fakultas departemen pt cv
    """
  static let quantities: StaticString = """
    half=0.5 third=0.3333 quarter=0.25 dozen=12 setengah=0.5 separuh=0.5 sepertiga=0.3333
    seperempat=0.25 lusin=12 selusin=12 separo=0.5
    """
  static let fractionParts: StaticString = """
    half=0.5 halves=0.5 third=0.3333 thirds=0.3333 quarter=0.25 quarters=0.25 fifths=0.2 sixths=0.1667
    eighths=0.125 tenths=0.1 pertiga=0.3333 perempat=0.25 perlima=0.2 perenam=0.1667 perdelapan=0.125
    persepuluh=0.1 perdua=0.5
    """
  static let vagueAmounts: StaticString = """
    dozens=12 tens=10 hundreds=100 thousands=1000 puluhan=10 belasan=10 ratusan=100 ribuan=1000
    jutaan=1e6 miliaran=1e9 triliunan=1e12
    """
  static let references: StaticString = """
    section sections sec chapter ch figure fig figures table page pages p pp no nos number nr volume vol
    part version versions v release rev revision article rule clause paragraph para appendix annex step
    chapter verse line note footnote equation eq item isbn issn iso rfc pep cve ref
    pasal pasalnya ayat bab bagian nomor gambar tabel halaman hal hlm versi rilis lampiran butir
    huruf poin angka langkah catatan persamaan edisi jilid
    """
  static let negations: StaticString = """
    not no never neither nor cannot nobody none n't without hardly scarcely
    isn't aren't wasn't weren't don't doesn't didn't won't wouldn't couldn't can't shouldn't hasn't
    haven't hadn't batal urung tidak bukan bukanlah belum tak tiada tanpa jangan
    """
  static let clockCues: StaticString =
    "at pukul jam pkl pk by until till from to sampai hingga sejak"
  static let clockSuffixes: StaticString = """
    am pm a.m p.m a.m. p.m. o'clock wib wita wit utc gmt pagi siang sore malam cet cest est edt pst pdt
    """
  static let noons: StaticString = "noon midnight midday"
  static let timesOfYear: StaticString = """
    spring summer autumn fall winter early mid late beginning end awal pertengahan akhir penghujung
    """
  static let unitSuffixes: StaticString = "persegi kubik bujursangkar squared cubed"
  static let agentCues: StaticString = "by oleh named bernama called"

  static let beginnings: StaticString = """
    born birth begin began begins begun start started starts founded established opened built
    introduced introduce launch launched release released debut debuted premiere premiered air aired
    lahir dilahirkan kelahiran mulai dimulai bermula berdiri didirikan dibentuk dibuka dibangun
    diluncurkan dirilis diperkenalkan ditayangkan
    """
  static let endings: StaticString = """
    die died dies death dead end ended ends closed dissolved finished completed
    meninggal wafat kematian tewas gugur berakhir akhir selesai dibubarkan bubar ditutup runtuh
    mangkat
    """
  static let geographic: StaticString = """
    indonesia indonesian indonesians jepang japan japanese china chinese cina tiongkok india indian
    amerika america american americans serikat states united kingdom inggris england english
    britain british perancis prancis france french jerman germany german belanda netherlands dutch
    spanyol spain spanish portugis portugal portuguese italia italy italian rusia russia russian
    soviet turki turkey turkish ottoman mesir egypt egyptian arab arabia arabian arabic saudi iran
    iranian persia persian irak iraq israel palestina yahudi jewish korea korean vietnam vietnamese
    thailand thai malaysia malay melayu singapura singapore filipina philippines australia
    australian kanada canada canadian meksiko mexico mexican brasil brazil brazilian argentina
    afrika africa african asia asian eropa europe european antartika tenggara southeast selatan
    utara barat timur tengah southern northern western eastern south north west east central
    yunani greece greek romawi roman rome latin swiss swedia sweden swedish norwegia norway
    denmark danish finlandia finland polandia poland polish austria hungaria hungary ukraina
    ukraine belgia belgium irlandia ireland irish skotlandia scotland scottish wales welsh
    islam islamic muslim muslims kristen christian christians katolik catholic buddha buddhis buddhist leste
    hindu jawa java javanese sumatera sumatra sunda bali kalimantan sulawesi papua madura
    jakarta london paris tokyo
    pasifik pacific atlantik atlantic samudra dunia world perang war earth bumi
    """
  static let yearCues: StaticString = "year tahun since sejak in circa until hingga sampai by"
}
