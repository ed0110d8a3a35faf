import DatelineModel
import EDTF

/// A small event graph of the Syrian peace process, written from general knowledge for the tests
/// of pictures.
enum PeaceProcess {
  static let graph: EventGraph = {
    let sources = ["Anadolu", "Kazinform", "Press TV", "Reuters", "TASS"]
    var events: [Event] = []
    func add(
      _ label: String, _ type: EventType, _ date: String?, by actors: String,
      to recipients: String = "",
      status: EventStatus = .asserted, salience: Double = 0.3, place: String? = nil,
      round: Int? = nil, reports: Int = 2, alleged: String = ""
    ) {
      let number = events.count
      func ids(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
      let parts =
        ids(actors).map {
          Event.Part(
            actor: $0, role: .actor, status: ids(alleged).contains($0) ? .alleged : nil)
        } + ids(recipients).map { Event.Part(actor: $0, role: .recipient) }
      let mentions = (0..<reports).map { report in
        Mention(
          article: "article-\(number)-\(report)", source: sources[(number + report) % 5],
          sentence: label + ".", quote: label, start: 0, end: label.unicodeScalars.count,
          inTitle: false, date: date.flatMap { EDTFValue($0) }, dateBasis: .explicit, rule: nil,
          anchor: nil, status: status, isBackground: false, place: place, participants: [],
          figures: [])
      }
      events.append(
        Event(
          id: "e\(number)", label: label, type: type, date: date.map { EDTFValue($0)! },
          place: place, status: status, salience: salience,
          series: round.map { .init(id: "astana-talks", name: "Astana talks", ordinal: $0) },
          actors: parts, mentions: mentions))
    }
    let guarantors = "russia turkey iran"
    let sides = guarantors + " syria opposition"
    add("Uprising begins", .protest, "2011-03", by: "opposition", to: "syria", salience: 0.4)
    add("Cessation of hostilities", .agree, "2016-02-27/..", by: "usa russia", salience: 0.5)
    add("Nationwide ceasefire", .agree, "2016-12-30/..", by: "russia turkey", salience: 0.7)
    for (round, date) in [
      (1, "2017-01-23/2017-01-24"), (2, "2017-02-16"), (3, "2017-03-14/2017-03-15"),
      (4, "2017-05-03/2017-05-04"), (5, "2017-07-04/2017-07-05"), (6, "2017-09-14/2017-09-15"),
      (7, "2017-10-30/2017-10-31"), (8, "2017-12-21/2017-12-22"), (9, "2018-05-14/2018-05-15"),
      (10, "2018-07-30/2018-07-31"), (11, "2018-11-28/2018-11-29"),
      (12, "2019-04-25/2019-04-26"), (13, "2019-08-01/2019-08-02"),
      (14, "2019-12-10/2019-12-11"), (15, "2021-02-16/2021-02-17"),
      (16, "2021-07-07/2021-07-08"), (17, "2021-12-21/2021-12-22"),
      (18, "2022-06-15/2022-06-16"), (19, "2022-11-22/2022-11-23"), (20, "2023-06"),
      (21, "2024-01-24/2024-01-25"), (22, "2024-11-11/2024-11-12"),
    ] {
      let people = round == 13 ? " lavrentiev khaji jaafari pedersen" : ""
      add(
        "Round \(round) of the Astana talks", .consult, date,
        by: sides + " kazakhstan" + (round >= 9 ? " un" : "") + people,
        salience: round == 13 ? 1 : 0.45, place: round == 10 ? "Sochi" : "Astana", round: round,
        reports: round == 13 ? 5 : 2)
    }
    add("Delegation headed by al-Jaafari arrives", .consult, "2019-08-01", by: "jaafari")
    add("Jaafari meets Lavrentiev", .consult, "2019-08-01", by: "jaafari lavrentiev", salience: 0.4)
    add("Jaafari meets Khaji", .consult, "2019-08-01", by: "jaafari khaji", salience: 0.4)
    add("Sochi memorandum on Idlib", .agree, "2018-09-17", by: "putin erdogan", salience: 0.9)
    add("Demilitarised zone is due", .retreat, "2018-10-15", by: "hts", status: .expected)
    add(
      "Congress of national dialogue in Sochi", .cooperate, "2018-01-30",
      by: "russia turkey iran un syria", salience: 0.6)
    add(
      "Offensive in the north-west", .assault, "2019-04-30/..", by: "syria russia", to: "hts",
      salience: 0.8)
    add(
      "Offensive reaches the Turkish-backed front", .assault, "2019-05-06/..", by: "syria",
      to: "nfl opposition", salience: 0.5)
    add("Conditional truce in Idlib", .agree, "2019-08-01/", by: "syria hts", salience: 0.6)
    add("Rockets on Hmeimim", .assault, "2019-08-12", by: "hts", to: "russia", status: .alleged)
    add("Summit in Ankara", .consult, "2019-09-16", by: "putin erdogan rouhani", salience: 0.7)
    add("Constitutional committee announced", .other, "2019-09-23", by: "un", salience: 0.7)
    add(
      "Constitutional committee meets in Geneva", .consult, "2019-10-30",
      by: "un syria opposition pedersen", salience: 0.8)
    add(
      "Air strike on Balyun", .assault, "2020-02-27", by: "syria", to: "turkey",
      salience: 0.8, alleged: "syria")
    add("Moscow ceasefire", .agree, "2020-03-06/..", by: "putin erdogan", salience: 0.9)
    add(
      "Chemical attack on Khan Shaykhun", .assault, "2017-04-04", by: "syria",
      to: "opposition", status: .denied, salience: 0.7)
    add(
      "Washington blames Damascus for Khan Shaykhun", .accuse, "2017-04-06", by: "usa",
      to: "syria", salience: 0.5)
    add(
      "Cruise missiles on Shayrat", .assault, "2017-04-07", by: "usa", to: "syria",
      salience: 0.7)
    add(
      "Strike on Atareb", .assault, "2017-11-13", by: "russia", to: "opposition",
      status: .alleged, salience: 0.5)
    add("Iran sends advisers", .support, "2013~", by: "iran", to: "syria")
    add("Russia enters the war", .support, "2015-09-30", by: "russia", to: "syria", salience: 0.8)
    add("Turkey backs the National Front", .support, "2018-05", by: "turkey", to: "nfl")
    add("Observatory counts strikes", .protest, "2019-08-05", by: "sohr", to: "syria")
    add("October round", .consult, "2019-10", by: guarantors, status: .negated)
    add("Civil defence asks for help", .request, nil, by: "civil-defence", to: "un")

    func actor(_ id: String, _ name: String, _ kind: ActorKind, of office: String? = nil) -> Actor {
      Actor(
        id: id, name: name, kind: kind,
        roles: office.map { [.init(title: "envoy", of: $0, during: nil)] } ?? [])
    }
    return EventGraph(
      sources: sources.map { Source(id: $0.lowercased(), name: $0) },
      actors: [
        actor("russia", "Russia", .government), actor("turkey", "Turkey", .government),
        actor("iran", "Iran", .government), actor("syria", "Syrian government", .government),
        actor("usa", "United States", .government),
        actor("kazakhstan", "Kazakhstan", .government),
        actor("un", "United Nations", .organization),
        actor("sohr", "Syrian Observatory for Human Rights", .organization),
        actor("civil-defence", "Civil Defence", .organization),
        actor("opposition", "Armed opposition", .group),
        actor("hts", "Hayat Tahrir al-Sham", .group),
        actor("nfl", "National Front for Liberation", .group),
        actor("putin", "Vladimir Putin", .person, of: "Russia"),
        actor("lavrentiev", "Alexander Lavrentiev", .person, of: "Russia"),
        actor("erdogan", "Recep Tayyip Erdoğan", .person, of: "Turkey"),
        actor("rouhani", "Hassan Rouhani", .person, of: "Iran"),
        actor("khaji", "Ali Asghar Khaji", .person, of: "Iran"),
        actor("jaafari", "Bashar al-Jaafari", .person, of: "Syrian government"),
        actor("pedersen", "Geir Pedersen", .person, of: "United Nations"),
      ],
      events: events.sorted {
        ($0.earliest?.dayNumber ?? .max, $0.id) < ($1.earliest?.dayNumber ?? .max, $1.id)
      })
  }()
}
