import Testing

@testable import DatelineTimelines

/// Names as `realm:spelling`, with `+` where tables know it, `al` where it is printed with an
/// article, and the articles that speak of it behind an `@`.
@Suite struct SpellingVariantsTests {
  @Test(arguments: [
    // Transliteration alone parts them.
    (["person:alexander lavrentiv", "person:alexander lavrentiv"], ["0=1"]),
    // A vowel inside a long word: another, or one left out.
    (["person:dimitri peskuv", "person:dmitri peskuv"], ["0=1"]),
    (["person:geir pedersen", "person:geir pedersun"], ["0=1"]),
    (["place:idlib", "place:idleb"], ["0=1"]),
    (["person:hadi albahra", "person:hadi bahra al"], ["0=1"]),
    // Without an article nothing has grown on to it.
    (["person:hadi albahra", "person:hadi bahra"], []),
    // First and last letters, short words and consonants tell people apart.
    (["person:maria rusi", "person:mariu rusi"], []),
    (["person:adel kurdi", "person:edel kurdi"], []),
    (["person:jan nuvak", "person:jen nuvak"], []),
    (["person:bashar asad", "person:bushra asad"], []),
    (["person:petersen", "person:petersun"], []),
    // An article that speaks of both knows two.
    (["person:karen hulm @1,4", "person:karin hulm @2,4"], []),
    (["person:karen hulm @1,3", "person:karin hulm @2,4"], ["0=1"]),
    // What tables know under two names is two, and a third is the known one's.
    (["place:niger +", "place:nigar +"], []),
    (["body:ansar din", "body:ansar din +", "body:ansar din"], ["0=1", "1=2"]),
    // One word says too little.
    (["body:u2", "body:u2"], []),
    (["person:kurdi", "person:kurdi"], []),
    (["place:ure", "place:ure"], []),
    (["place:alexandra", "place:alexandria"], []),
    // Realms stay apart, and bodies differ by a vowel.
    (["person:kurdi", "place:kurdi"], []),
    (["body:hezb watan", "body:hizb watan"], []),
  ])
  func joins(_ written: [String], _ expected: [String]) {
    let variants = SpellingVariants(written.map(Self.name))
    #expect(variants.pairs.map { "\($0.0)=\($0.1)" } == expected)
  }

  private static func name(_ written: String) -> SpellingVariants.Name {
    let parts = written.split(separator: ":")
    let realms: [Substring: ActorRealm] = [
      "person": .person, "body": .body, "place": .place,
    ]
    var words: [Substring] = []
    var name = SpellingVariants.Name(
      spelling: "", realm: realms[parts[0]]!, isKnown: false, hasArticle: false, articles: [])
    for word in parts[1].split(separator: " ") {
      if word == "+" {
        name.isKnown = true
      } else if word == "al" {
        name.hasArticle = true
      } else if word.first == "@" {
        name.articles = word.dropFirst().split(separator: ",").map { Int32($0)! }
      } else {
        words.append(word)
      }
    }
    name.spelling = words.joined(separator: " ")
    return name
  }
}
