internal import DatelineModel
import Testing

@testable internal import DatelineReading

@Suite struct LanguageTests {
  private static let sentences: [(String, String)] = [
    (
      "en",
      "The two sides met on Monday in the town, and they said that the talks would go on for as long as there was hope of an agreement between them."
    ),
    (
      "de",
      "Die beiden Seiten haben sich am Montag in der Stadt getroffen, und sie sagten, dass die Gespräche weitergehen, solange es noch Hoffnung auf eine Einigung gibt."
    ),
    (
      "fr",
      "Les deux parties se sont retrouvées lundi dans la ville, et elles ont dit que les pourparlers continueront tant qu’il y aura un espoir d’entente entre elles."
    ),
    (
      "es",
      "Las dos partes se reunieron el lunes en la ciudad y dijeron que las conversaciones seguirán mientras haya esperanza de un acuerdo entre ellas, según el portavoz."
    ),
    (
      "it",
      "Le due parti si sono incontrate lunedì nella città e hanno detto che i colloqui andranno avanti finché ci sarà la speranza di un accordo tra di loro."
    ),
    (
      "pt",
      "As duas partes se encontraram na segunda-feira na cidade e disseram que as conversas não vão parar enquanto houver esperança de um acordo entre elas."
    ),
    (
      "nl",
      "De twee partijen hebben elkaar maandag in de stad ontmoet en zeiden dat het overleg doorgaat zolang er nog hoop is op een akkoord tussen hen."
    ),
    (
      "pl",
      "Obie strony spotkały się w poniedziałek w mieście i powiedziały, że rozmowy będą trwały tak długo, jak długo jest nadzieja na to, że się dogadają."
    ),
    (
      "tr",
      "İki taraf pazartesi günü kentte bir araya geldi ve bir anlaşma için umut olduğu sürece görüşmelerin devam edeceğini söyledi; bu çok önemli bir adım olarak görüldü."
    ),
    (
      "sv",
      "De två sidorna möttes på måndagen i staden och sade att samtalen ska fortsätta så länge det finns hopp om att de kan komma överens med varandra."
    ),
    (
      "da",
      "De to sider mødtes mandag i byen og sagde, at samtalerne vil fortsætte, så længe der er håb om, at de kan nå til enighed med hinanden, og at næste møde holdes til maj."
    ),
    (
      "fi",
      "Osapuolet tapasivat maanantaina kaupungissa ja sanoivat, että neuvottelut jatkuvat niin kauan kuin on toivoa siitä, että ne pääsevät sopimukseen keskenään."
    ),
    (
      "sl",
      "Strani sta se v ponedeljek sestali v mestu in povedali, da se bodo pogovori nadaljevali, dokler obstaja upanje, da se bosta med seboj sporazumeli in končali spor."
    ),
    (
      "sq",
      "Të dyja palët u takuan të hënën në qytet dhe thanë se bisedimet do të vazhdojnë për sa kohë që ka shpresë për një marrëveshje ndërmjet tyre në muajt e ardhshëm."
    ),
    ("ru", "Обе стороны встретились в понедельник в городе."),
    ("ru", "Премьер прибыл в город"),
    ("uk", "Прем'єр прибув до міста"),
    ("uk", "Зустріч почалася у четвер"),
    ("bg", "Двете страни се срещнаха в понеделник в града"),
    ("bg", "Министърът пристигна в столицата"),
    ("sr", "Две стране састале су се у понедељак у граду"),
    ("mk", "Двете страни се сретнаа во понеделник во градот"),
    ("be", "Абодва бакі сустрэліся ў панядзелак у горадзе"),
    ("kk", "Екі тарап дүйсенбі күні қалада кездесті"),
    ("ur", "دونوں فریق پیر کو شہر میں ملے"),
    ("fa", "دو طرف روز دوشنبه دیدار کردند"),
    ("ckb", "هەردوو لا ڕۆژی دووشەممە لە شار کۆبوونەوە"),
    ("mr", "दोन्ही बाजू सोमवारी शहरात भेटल्या आणि चर्चा चालू राहील असे म्हणाल्या"),
    ("hi", "दोनों पक्ष सोमवार को शहर में मिले और कहा कि बातचीत जारी रहेगी"),
    ("ta", "இரு தரப்பினரும் திங்கட்கிழமை நகரத்தில் சந்தித்தனர்"),
    ("uk", "Обидві сторони зустрілися в понеділок у місті."),
    ("ar", "التقى الجانبان يوم الاثنين في المدينة."),
    ("fa", "دو طرف روز دوشنبه در شهر دیدار کردند و گفتند که گفتگوها ادامه می‌یابد."),
    ("he", "שני הצדדים נפגשו ביום שני בעיר."),
    ("zh", "双方星期一在该市会面，并表示会谈将继续。"),
    ("ja", "双方は月曜日に市内で会談し、協議を続けると述べた。"),
    ("el", "Οι δύο πλευρές συναντήθηκαν τη Δευτέρα στην πόλη."),
  ]

  private func language(of text: String, _ options: ReadingOptions = ReadingOptions()) throws
    -> String?
  {
    let pile = try Pile()
    return try pile.read([pile.add("a.txt", text)], options).articles.first?.language
  }

  @Test(arguments: sentences)
  func theLanguageIsFound(code: String, sentence: String) throws {
    // Latin script tells nothing under 200 letters.
    #expect(try language(of: sentence + "\n" + sentence) == code)
  }

  @Test func shortOrMixedTextsAreTakenForEnglish() throws {
    #expect(try language(of: LanguageTests.sentences[1].1.prefix(120) + ".") == "en")
    #expect(try language(of: String(repeating: "Xyzzy plugh frobozz quux. ", count: 30)) == "en")
    #expect(try language(of: "1 2 3 4 5") == "en")
    // The same few letters again and again are no language.
    #expect(try language(of: String(repeating: "puhe ", count: 100)) == "en")
  }

  @Test func namesOfOtherLanguagesMakeNoEnglishTextForeign() throws {
    let names = "Ahmed al-Khatib, Nurlan Bekov, José Muñoz, Łukasz Wójcik and Đorđe Petrović"
    let text = "\(names) met in Klow on Monday; they said that the talks would go on in May. "
    #expect(try language(of: text + text) == "en")
  }

  /// What the shipped tables say is what they were made from.
  @Test func theTablesHangTogether() throws {
    let trigrams = TrigramTable.shipped
    #expect(trigrams.languages.count == 42)
    #expect(trigrams.languages == trigrams.languages.sorted())
    for (script, alphabets) in Alphabets.shipped.scripts {
      #expect(alphabets.contains { $0.place != nil }, "\(script) has no language with trigrams")
    }
    #expect(Alphabets.shipped.latin.count == 31)
    var scores = [Int32](repeating: 0, count: trigrams.languages.count)
    let letters = "the".unicodeScalars.map(\.value)
    trigrams.add(TrigramTable.key(letters[0], letters[1], letters[2]), to: &scores)
    let english = try #require(trigrams.languages.firstIndex(of: "en"))
    #expect(scores[english] == scores.max())
    #expect(scores[english] > 6)
  }

  @Test func whatIsStatedGoesFirst() throws {
    let german = LanguageTests.sentences[1].1 + LanguageTests.sentences[1].1
    #expect(try language(of: german, ReadingOptions(language: "nl")) == "nl")
    #expect(try language(of: "---\nlanguage: French\n---\n" + german) == "fr")
  }
}
