import DatelineTestSupport

/// Three short reports of one meeting, one of them in a language without a pack.
enum Pile {
  static let astana = """
    {"id":"a1","source":"Press North","published":"2019-08-01","title":"Syria talks open in \
    Nur-Sultan","text":"The 13th round of Syria talks opened in Nur-Sultan on Thursday. \
    Russia, Turkey and Iran are taking part. The army killed 12 rebels in Idlib on Wednesday."}
    """
  static let geneva = """
    {"id":"b2","source":"South Wire","published":"2019-08-02","title":null,"text":"Talks on \
    Syria opened in Nur-Sultan on 1 August 2019, with Russia and Turkey. The army killed 15 \
    rebels in Idlib on 31 July 2019."}
    """
  static let plain = """
    ---
    source: East Daily
    published: 2019-08-03
    title: Envoy arrives
    ---
    The UN envoy Geir Pedersen arrived in Damascus on Friday.

    """
  static let finnish =
    #"{"id":"c3","source":"Länsi","published":"2019-08-02","language":"fi","text":"Neuvottelut alkoivat."}"#

  /// A folder `news` with all of them.
  static func make() throws -> Workbench {
    let bench = try Workbench()
    try bench.write("news/wire.jsonl", [astana, geneva].joined(separator: "\n") + "\n")
    try bench.write("news/deep/envoy.md", plain)
    return bench
  }
}
