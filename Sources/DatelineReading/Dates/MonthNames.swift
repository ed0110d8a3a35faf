/// The months as pages and feeds of many languages write them.
enum MonthNames {
  /// 1…12 for a name or abbreviation in lower case; nil where it is none.
  static func month(of word: String) -> Int? { months[word] }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for line in table {
      for (index, names) in line.split(separator: " ").enumerated() {
        for name in names.split(separator: "|") where months[String(name)] == nil {
          months[String(name)] = index + 1
        }
      }
    }
    return months
  }()

  /// A language a line, January to December, variants apart with `|`.
  private static let table = [
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug"
      + " september|sep|sept october|oct november|nov december|dec",
    "januar|jänner|jan februar|feber|feb märz|mär|mrz april|apr mai juni|jun juli|jul august|aug"
      + " september|sep oktober|okt november|nov dezember|dez",
    "janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout"
      + " septembre|sept octobre|oct novembre|nov décembre|déc|decembre",
    "enero|ene febrero|feb marzo|mar abril|abr mayo junio|jun julio|jul agosto|ago"
      + " septiembre|setiembre|sep octubre|oct noviembre|nov diciembre|dic",
    "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago"
      + " settembre|set ottobre|ott novembre|nov dicembre|dic",
    "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago"
      + " setembro|set outubro|out novembro|nov dezembro|dez",
    "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug"
      + " september|sep oktober|okt november|nov december|dec",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj"
      + " czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz"
      + " października|październik|paź listopada|listopad|lis grudnia|grudzień|gru",
    "января|январь|янв февраля|февраль|фев марта|март|мар апреля|апрель|апр мая|май"
      + " июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент"
      + " октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек",
    "січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень"
      + " липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад"
      + " грудня|грудень",
    "ledna|leden února|únor března|březen dubna|duben května|květen června|červen"
      + " července|červenec srpna|srpen září října|říjen ─ prosince|prosinec",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ینایر|ژانویه فوریه ─ آوریل|آپریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر"
      + " دسامبر",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
  ]
}
