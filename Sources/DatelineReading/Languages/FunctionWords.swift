/// The commonest small words of languages: articles, prepositions, pronouns, auxiliaries.
///
/// Facts of each language's grammar, typed in; no corpus stands behind them.
enum FunctionWords {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  static func step(_ hash: UInt64, _ letter: some BinaryInteger) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  static let codes = rows.map(\.code)

  /// For the hash of each word the languages that have it, a bit each.
  static let masks: [UInt64: UInt64] = {
    var masks: [UInt64: UInt64] = [:]
    for (index, row) in rows.enumerated() {
      for word in row.words.split(separator: " ") {
        var hash = seed
        for scalar in word.unicodeScalars { hash = step(hash, scalar.value) }
        masks[hash, default: 0] |= 1 << UInt64(index)
      }
    }
    return masks
  }()

  private static let rows: [(code: String, words: String)] = [
    (
      "en",
      "the of and to in a is that for it on was with as be by at he his from are this have an had not"
        + " which or has were been their they but its who will would she her you said after more about"
        + " when there we can into than could other over them also our what out up two may any"
    ),
    (
      "fr",
      "le la les de des du un une et à au aux en dans que qui est sont pour par sur avec pas ne se ce"
        + " cette ces son sa ses il elle ils elles ont été être plus mais ou où nous vous leur leurs"
        + " comme a été après avant selon contre entre sans sous dont tout même aussi fait l d s n qu"
    ),
    (
      "de",
      "der die das den dem des ein eine einen einem einer und in zu von mit auf für ist sind im am an"
        + " nicht sich es auch als bei nach aus wie er sie wir ich war wurde werden wird hat haben oder"
        + " aber dass zum zur über unter vor um noch nur durch gegen bis seit zwischen seine ihre sein"
    ),
    (
      "es",
      "el la los las de del un una y en que a por con para se su sus al es son lo como más pero no fue"
        + " ha han sobre entre este esta estos desde hasta también ser había o cuando muy sin ya todo"
        + " le les nos si porque según durante tras contra donde dos años"
    ),
    (
      "it",
      "il lo la i gli le di del della dei delle degli dello un una uno e in che a al alla ai alle da dal"
        + " dalla per con su sul sulla non è sono si come più ma anche ha hanno stato essere questo questa"
        + " nel nella nei nelle o se cui dopo tra fra suo sua loro l dell all nell ed"
    ),
    (
      "pt",
      "o a os as de do da dos das um uma e em no na nos nas que para por com se não é são ao à mais mas"
        + " foi como seu sua ou ser quando muito há também pelo pela até isso ele ela entre depois sem"
        + " mesmo aos seus suas já está pelos pelas sobre após segundo"
    ),
    (
      "nl",
      "de het een en van in is dat op te zijn met voor niet die aan er om ook als maar bij door naar uit"
        + " over werd heeft hebben dan nog wel geen wordt worden deze dit hij zij ze we tot onder tegen"
        + " tussen na zich haar hun was waren of"
    ),
    (
      "sv",
      "och i att det som en på är av för med den till inte om ett har de från var men så vid han hon kan"
        + " efter eller under när nu ska där också mellan mot sin sitt sina över blev vara har hade"
    ),
    (
      "da",
      "og i at det som en på er af for med den til ikke om et har de fra var men så ved han hun kan efter"
        + " eller under når nu skal der også mellem mod sin sit sine over blev være havde jeg"
    ),
    (
      "no",
      "og i at det som en på er av for med den til ikke om et har de fra var men så ved han hun kan etter"
        + " eller under når nå skal der også mellom mot sin sitt sine over ble være hadde jeg ei"
    ),
    (
      "fi",
      "ja on ei että se oli hän joka mutta myös ovat kun niin kuin tai jos mukaan sen sekä vuoden jo"
        + " ollut olla vain noin mitä mikä ole hänen tämä jälkeen kanssa sitä ne he"
    ),
    (
      "pl",
      "i w na z do się nie to że o jest od po za jak przez ale dla co są był była było oraz ze tym który"
        + " która które tego tej też już przed być jego jej ich przy czy tylko może pod u w został"
    ),
    (
      "cs",
      "a v na se je že s z do o to i jako po za pro ve by jeho který která které ale také podle od k již"
        + " byl byla bylo jsou být nebo jen tak při více ze už aby však jejich před"
    ),
    (
      "hu",
      "a az és hogy nem is egy van volt meg csak de ez már mint még ha el vagy szerint után lesz pedig"
        + " között minden ezt azt aki ami mert ki fel be amely több nagyon"
    ),
    (
      "ro",
      "de la a și în o cu pe care din că este pentru nu au se mai ca un fi dar sunt ce sau fost după prin"
        + " lui unei unui cel cea între până său sa sale acest această al ale ai"
    ),
    (
      "tr",
      "ve bir bu da de için ile olarak olan çok daha en sonra kadar gibi ne var ancak göre ise ama o"
        + " değil her olduğu etti oldu ya ki tarafından üzerinde iki ilk dedi"
    ),
    (
      "id",
      "yang dan di dari ini itu untuk dengan pada tidak dalam akan adalah ke juga oleh telah mereka"
        + " sebagai atau karena bisa ada kami saat lebih tersebut sudah seperti kepada"
    ),
    (
      "hr",
      "i u je da se na za su od s a o koji koja koje to kao ne iz te po bi ili nije što sve ali do samo"
        + " nakon prema biti bio bila sam smo već pri kako"
    ),
    (
      "vi",
      "và của là có được cho không trong một với các đã những để này người khi từ đến về tại cũng như"
        + " năm ra nhiều ông theo đó vào"
    ),
    (
      "sk",
      "a v na sa je že s z do o to aj ako po za pre vo by jeho ktorý ktorá ktoré ale tiež podľa od k už"
        + " bol bola bolo sú byť alebo len tak pri viac zo aby však ich pred"
    ),
    ("ru", "и в на не что с по к из у за от как это он его для а но был была было они"),
    ("bg", "и в на не че с по от за да е са се като но а това който която беше след са"),
  ]
}
