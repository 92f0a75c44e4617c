import Model
import TextAnalysis

/// Languages by their ISO 639-3 codes, as FreeDict and wordnets name them.
enum LanguageCode {
  /// Nil for languages that have no two-letter code.
  static func language(of code: Substring) -> Language? {
    guard code.utf8.count == 3 else { return nil }
    // Searched as it stands: at a program's start that is quicker than to make a table of it.
    let list = UnsafeBufferPointer(start: codes.utf8Start, count: codes.utf8CodeUnitCount)
    var start = 0
    while start + 6 <= list.count {
      if list[start..<start + 3].elementsEqual(code.utf8) {
        return Language(rawValue: String(decoding: list[start + 4..<start + 6], as: UTF8.self))
      }
      start += 7
    }
    return nil
  }

  /// ISO 639-3 = ISO 639-1, seven bytes each.
  private static let codes: StaticString = """
    afr=af ara=ar bel=be ben=bn bos=bs bre=br bul=bg cat=ca ces=cs cos=co cym=cy dan=da deu=de
    ell=el eng=en epo=eo est=et eus=eu fao=fo fas=fa fin=fi fra=fr fry=fy gla=gd gle=ga glg=gl
    guj=gu hbs=sh heb=he hin=hi hrv=hr hun=hu hye=hy ina=ia ind=id isl=is ita=it jav=jv jpn=ja
    kan=kn kat=ka kaz=kk khm=km kor=ko kur=ku lat=la lav=lv lit=lt ltz=lb mal=ml mar=mr mkd=mk
    mlg=mg mlt=mt mon=mn msa=ms mya=my nep=ne nld=nl nno=nn nob=nb nor=no oci=oc pol=pl por=pt
    ron=ro rus=ru san=sa slk=sk slv=sl spa=es sqi=sq srp=sr sun=su swa=sw swe=sv swh=sw tam=ta
    tel=te tgl=tl tha=th tur=tr ukr=uk urd=ur uzb=uz vie=vi wol=wo yid=yi zho=zh zsm=ms
    """
}
