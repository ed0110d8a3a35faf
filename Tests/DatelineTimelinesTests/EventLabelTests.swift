import DatelineModel
import Testing

@testable import DatelineTimelines

/// The line of one mention, whose participants and trigger are given as printed.
private func label(
  _ quote: String, trigger: String, names: [String], attribution: String? = nil,
  sentence: String? = nil
) -> String {
  EventLabel(of: [
    Mention(
      article: "a", source: "Alpha", sentence: sentence ?? quote, quote: quote, start: 0,
      end: quote.unicodeScalars.count, inTitle: false, date: nil, dateBasis: .none, rule: nil,
      anchor: nil, status: .asserted, isBackground: false, place: nil,
      participants: names.map {
        Participant(actor: $0, name: $0, printed: $0, role: .actor)
      }, figures: [], attribution: attribution, trigger: trigger)
  ]).text
}

/// What a sentence only names beside another deed.
private func named(_ quote: String, trigger: String, in sentence: String) -> Mention {
  Mention(
    article: "a", source: "Alpha", sentence: sentence, quote: quote, start: 30,
    end: 30 + quote.unicodeScalars.count, inTitle: false, date: nil, dateBasis: .none, rule: nil,
    anchor: nil, status: .asserted, isBackground: false, place: nil, participants: [], figures: [],
    trigger: trigger, isNamed: true)
}

@Suite struct EventLabelTests {
  @Test func keepsToItsOwnWordsWhatIsOnlyNamed() {
    let named = named(
      "the 1980 flood in Arden", trigger: "flood",
      in: "The team was founded after the 1980 flood in Arden.")
    #expect(EventLabel(of: [named]).text == "The 1980 flood in Arden")
    var told = named
    told.isNamed = false
    told.quote = "A flood hit Arden"
    told.sentence = "A flood hit Arden."
    #expect(EventLabel(of: [named, told]).text == "A flood hit Arden", "who tells it comes first")
  }

  @Test func endsWithNoWordThatLeadsOn() {
    let named = named(
      "the 2015 sinking in", trigger: "sinking",
      in: "The agency was criticised over the 2015 sinking in which 61 people died.")
    #expect(EventLabel(of: [named]).text == "The 2015 sinking")
    let whole = "Syria fighting largely halts as agreement kicks in"
    #expect(label(whole, trigger: "halts", names: []) == whole)
  }

  @Test func isNotNamedByAFewOfTheDead() {
    func title(_ quote: String, _ killed: Double, of part: String?) -> Mention {
      Mention(
        article: "a", source: "Alpha", sentence: quote, quote: quote, start: 0, end: 30,
        inTitle: true, date: nil, dateBasis: .none, rule: nil, anchor: nil, status: .asserted,
        isBackground: false, place: nil, participants: [],
        figures: [Figure(subject: .killed, of: part, value: killed, text: "\(killed)")])
    }
    let few = title("Five tourists killed in a strike on the market", 5, of: "tourists")
    let all = title("Dozens killed in a market, the ministry says", 31, of: nil)
    #expect(EventLabel(of: [few, all]).text.hasPrefix("Dozens killed"))
    #expect(EventLabel(of: [few]).text.hasPrefix("Five tourists"))
  }

  @Test func namesNoHappeningByItsDenial() {
    func title(_ quote: String, _ status: EventStatus) -> Mention {
      Mention(
        article: quote, source: quote, sentence: quote, quote: quote, start: 0,
        end: quote.unicodeScalars.count, inTitle: true, date: nil, dateBasis: .none, rule: nil,
        anchor: nil, status: status, isBackground: false, place: nil, participants: [],
        figures: [])
    }
    let told = title("Gas kills dozens in the northern town", .asserted)
    let denied = title("Army Command denies gas in the northern town", .denied)
    let other = title("Army Command: no gas in the northern town", .denied)
    #expect(EventLabel(of: [denied, other, told]).text == told.quote)
  }

  @Test func namesAHappeningInTheWordsOfMost() {
    func title(_ quote: String, _ source: String) -> Mention {
      Mention(
        article: source, source: source, sentence: quote, quote: quote, start: 0,
        end: quote.unicodeScalars.count, inTitle: true, date: nil, dateBasis: .none, rule: nil,
        anchor: nil, status: .asserted, isBackground: false, place: nil, participants: [],
        figures: [])
    }
    let loaded = title("Heroes of the Air Force destroy a nest of terrorists", "Alpha")
    let plain = title("Air strike on livestock market kills at least 14", "Beta")
    let others = [
      title("Dozens dead in strike on livestock market", "Gamma"),
      title("Air strike on market kills traders asleep beside their livestock", "Delta"),
    ]
    for order in [[loaded, plain], [plain, loaded]] {
      #expect(
        EventLabel(of: order + others).text == "Air strike on livestock market kills at least 14")
    }
  }

  @Test(arguments: [
    ("LONDON | Thu Jun 3, 2010 4:42 pm EDT LONDON (Agency) - Shares fell.", "Shares fell."),
    ("By the Staff NEW: Two held Arden, Belmar (ABC) -- Two men are held.", "Two men are held."),
    ("NEW ARDEN -- The rig sank at night.", "The rig sank at night."),
    ("ARDEN, 5 May – The rig sank at night.", "The rig sank at night."),
    ("Thursday, April 29, 2010; 4:49 PM A slick reached the coast.", "A slick reached the coast."),
    ("Monday 17 May 2010 22.40 BST Oil barrels stood in a yard.", "Oil barrels stood in a yard."),
    ("(Update 8:53 p.m. Arden) The envoy was released.", "The envoy was released."),
    ("Update 11:30 a.m. ET) The airport has reopened.", "The airport has reopened."),
    ("JAN NOVAK, CORRESPONDENT (voice-over): Floods hit the coast.", "Floods hit the coast."),
    ("WHO: Twelve dead in the north.", "WHO: Twelve dead in the north."),
    ("NOVAK: yes, they left.", "NOVAK: yes, they left."),
    (
      "They capped the mile (kilometre) - deep well at last.",
      "They capped the mile (kilometre) - deep well at last."
    ),
    (
      "He left at 4:49 PM on Monday with two aides.", "He left at 4:49 PM on Monday with two aides."
    ),
    ("UN (Agency) - Yes.", "UN (Agency) - Yes."),
  ])
  func opensBehindByLineHourAndAgency(sentence: String, told: String) {
    let length = SentenceOpening(of: sentence).length
    #expect(String(decoding: sentence.utf8.dropFirst(length), as: UTF8.self) == told)
  }

  @Test func leavesOutWhoSaysItAndWhereOneStands() {
    #expect(
      label(
        "According to the agency Beta, the delegation reached Lindholm on Thursday morning",
        trigger: "reached", names: ["delegation", "Beta"], attribution: "Beta")
        == "The delegation reached Lindholm on Thursday morning")
    #expect(
      label(
        "On the sidelines, the delegation met Orla Venn, a senior aide of long standing, to hear the latest",
        trigger: "met", names: ["delegation", "Orla Venn"])
        == "The delegation met Orla Venn")
  }

  @Test func joinsSubjectAndVerbThatAnInsertionParts() {
    #expect(
      label(
        "Karsovia, backed by two neighbours and by many of its own people, took the town of Belmar",
        trigger: "took", names: ["Karsovia"]) == "Karsovia took the town of Belmar")
    #expect(
      label(
        "Delegations from three states of the process - Arden, Belmar and Karsovia - arrived in the city",
        trigger: "arrived", names: ["Arden", "Belmar", "Karsovia", "Delegations"])
        == "Delegations from three states of the process arrived in the city")
  }

  @Test func keepsShortClausesAndListsWhole() {
    #expect(
      label(
        "Arden, Belmar and Karsovia met", trigger: "met", names: ["Arden", "Belmar", "Karsovia"])
        == "Arden, Belmar and Karsovia met")
    #expect(
      label("at least 1,200 people fled, Arden said", trigger: "fled", names: ["people"])
        == "At least 1,200 people fled, Arden said")
  }

  @Test func leavesOutTheClauseBeforeOneThatNamesItsSubject() {
    #expect(
      label(
        "the war began in 1987", trigger: "war", names: [],
        sentence: "When both sides sat down, they had not talked since the war began in 1987.")
        == "The war began in 1987")
    #expect(
      label(
        "guards from Arden took the bridge", trigger: "took", names: ["guards"],
        sentence: "Since guards from Arden took the bridge, nobody has crossed.")
        == "Guards from Arden took the bridge")
  }

  @Test func keepsTheNounThatARelativeClauseIsAbout() {
    #expect(
      label(
        "the assembly passed in May", trigger: "passed", names: ["assembly"],
        sentence: "It rests on a paper that the assembly passed in May.")
        == "It rests on a paper that the assembly passed in May")
  }

  @Test func readsAClauseWithoutSubjectFromTheStartOfItsSentence() {
    #expect(
      label(
        "has freed almost the entire country", trigger: "freed", names: ["Karsovia"],
        sentence: "Karsovia has freed almost the entire country.")
        == "Karsovia has freed almost the entire country")
  }

  @Test func aFragmentIsReadFromTheStartOfItsSentence() {
    #expect(
      label(
        "guests that Karsovia had called closed", trigger: "called", names: ["guests", "Karsovia"],
        sentence: "The gathering of guests that Karsovia had called closed.")
        == "The gathering of guests that Karsovia had called closed")
    #expect(
      label(
        "promised to keep the zones", trigger: "promised", names: ["zones"],
        sentence: "Arden praised the deal, and promised to keep the zones.")
        == "Arden praised the deal, and promised to keep the zones")
  }

  @Test func oneSpeakerIsTheSubjectOfBothVerbs() {
    #expect(
      label(
        "accused Karsovia of failing its commitments", trigger: "accused", names: ["Karsovia"],
        sentence: "The army of Arden said on Monday that its campaign, long prepared, was starting "
          + "again, and accused Karsovia of failing its commitments.")
        == "The army of Arden accused Karsovia of failing its commitments")
  }

  @Test func wordsThatSaySomebodySpokeGiveWayToWhatWasSaid() {
    let sentence =
      "All who were invited will come to the next round of the talks, the ministry said on 31 July."
    #expect(
      label(
        String(sentence.dropLast()), trigger: "said", names: ["ministry"], sentence: sentence)
        == "All who were invited will come to the next round of the talks, the ministry said on 31 July"
    )
    #expect(
      label("He warned", trigger: "warned", names: [], sentence: "He warned that time ran out.")
        == "He warned that time ran out")
  }

  @Test func opensWithoutConjunctionAndDateline() {
    #expect(
      label("And last week they left the town", trigger: "left", names: [])
        == "Last week they left the town")
    #expect(
      label(
        "talks of Arden and Karsovia opened", trigger: "opened", names: ["Arden"],
        sentence: "BELMAR (Agency) – Talks of Arden and Karsovia opened.")
        == "Talks of Arden and Karsovia opened")
    #expect(
      label("The deal took effect at 6 a.m.", trigger: "took effect", names: [])
        == "The deal took effect at 6 a.m.")
  }

  @Test func cutsAtAWord() {
    let long = "The committee met " + String(repeating: "again and ", count: 20) + "again"
    let line = label(long, trigger: "met", names: ["committee"])
    #expect(line.unicodeScalars.count <= 111)
    #expect(line.hasSuffix("again…") || line.hasSuffix("and…"))
  }

  @Test func keepsTheWordsOfAQuotationTogether() {
    #expect(
      label(
        "The envoy said “calm, dialogue and patience, above all else” were needed, in a long interview",
        trigger: "said", names: ["envoy"])
        == "The envoy said “calm, dialogue and patience, above all else” were needed")
  }
}
