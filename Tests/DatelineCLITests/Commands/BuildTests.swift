import DatelineTestSupport
import Testing

@Suite struct BuildTests {
  private static let pages = [
    "actors.svg", "diff.html", "events.json", "index.html", "storyline.svg", "timeline.svg",
  ]

  @Test func aSiteHoldsTimelinePicturesComparisonAndGraph() throws {
    let bench = try Pile.make()
    let run = try bench.dateline("build", "news", "-o", "deep/site")
    #expect(run.status == 0 && run.output.isEmpty && run.messages.isEmpty)
    #expect(bench.files(below: "deep/site") == Self.pages)
    #expect(try bench.read("deep/site/index.html").hasPrefix("<!DOCTYPE html>"))
    #expect(
      try bench.bytes("deep/site/events.json") == bench.dateline("extract", "news").output)
    #expect(!bench.files().contains { $0.contains("dateline-") })
  }

  @Test func theGraphBuildsTheSameSite() throws {
    let bench = try Pile.make()
    _ = try bench.dateline("build", "news", "-o", "one", "--jobs", "1")
    _ = try bench.dateline("build", "news/deep", "news/wire.jsonl", "-o", "other")
    _ = try bench.dateline("build", "one/events.json", "-o", "two")
    #expect(try bench.shell("diff -r one two").text.isEmpty)
    // Files under the folder that is named have another id: only the reports are the same.
    #expect(bench.files(below: "other") == Self.pages)
  }

  @Test func whatTheUserPutThereStays() throws {
    let bench = try Pile.make()
    try bench.write("site/CNAME", "news.example")
    try bench.write("site/notes/mine.html", "<p>mine")
    try bench.write("site/index.html", "old")
    for _ in 0..<2 {
      #expect(try bench.dateline("build", "news", "-o", "site").status == 0)
      #expect(
        bench.files(below: "site") == (Self.pages + ["CNAME", "notes/mine.html"]).sorted())
      #expect(try bench.read("site/CNAME") == "news.example")
      #expect(try bench.read("site/index.html").count > 1000)
    }
  }

  @Test func pagesOfAnEarlierBuildGo() throws {
    let bench = try Pile.make()
    _ = try bench.dateline("build", "news", "-o", "site")
    _ = try bench.shell(
      "cp site/index.html site/events-2019.html")
    _ = try bench.dateline("build", "news", "-o", "site")
    #expect(bench.files(below: "site") == Self.pages)
  }

  /// What stands in a folder below may be another site, or what this one is built from.
  @Test func whatBuildsGiveNoNameToStays() throws {
    let bench = try Pile.make()
    _ = try bench.dateline("build", "news", "-o", "site")
    _ = try bench.shell(
      "cp site/index.html site/about.html; mkdir site/y; cp site/timeline.svg site/events.json site/y"
    )
    _ = try bench.dateline("build", "site/y/events.json", "-o", "site")
    let kept = ["about.html", "y/events.json", "y/timeline.svg"]
    #expect(bench.files(below: "site") == (Self.pages + kept).sorted())
    let run = try bench.shell("cd site && dateline build y/events.json -o .")
    #expect(run.status == 0)
    #expect(bench.files(below: "site") == (Self.pages + kept).sorted())
  }

  @Test func theCurrentFolderIsFilledInPlace() throws {
    let bench = try Pile.make()
    let run = try bench.shell(
      "mkdir site; cd site; echo mine > mine; dateline build ../news -o . && ls")
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.text.split(separator: "\n").map(String.init) == (Self.pages + ["mine"]).sorted())
    #expect(bench.files(below: "site").count == Self.pages.count + 1)
  }

  @Test func aLinkToAFolderStaysALink() throws {
    let bench = try Pile.make()
    let run = try bench.shell(
      "mkdir real; ln -s real link; dateline build news -o link && test -L link")
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(bench.files(below: "real") == Self.pages)
  }

  @Test(arguments: [
    ("news/wire.jsonl", "dateline: news/wire.jsonl is a file: name a folder for the site.\n"),
    ("news/wire.jsonl/x", "a part of the path is a file, not a folder"),
  ])
  func whatIsNoFolderIsSaid(_ path: String, _ message: String) throws {
    let run = try Pile.make().dateline("build", "news", "-o", path)
    #expect(run.status == 2 && run.messages.contains(message), "\(run.messages)")
  }

  @Test func aFolderWithoutRightsIsSaidAndStays() throws {
    let bench = try Pile.make()
    // Whoever is root may write anywhere.
    if try bench.shell("id -u").text == "0\n" { return }
    let run = try bench.shell(
      "mkdir -p shut/site; chmod 555 shut shut/site; dateline build news -o shut/site")
    #expect(run.status == 2)
    #expect(run.messages.contains("cannot write shut/site: no permission"))
    #expect(bench.files(below: "shut").isEmpty)
  }

  @Test func aPlaceIsNeeded() throws {
    let run = try Pile.make().dateline("build", "news")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("dateline build: -o DIR is needed, the folder for the site."))
  }

  @Test func nothingReadableLeavesTheOldSite() throws {
    let bench = try Workbench()
    try bench.write("site/index.html", "old")
    #expect(try bench.dateline("build", "nothing.txt", "-o", "site").status == 2)
    #expect(bench.files() == ["site/index.html"])
  }

  @Test func aFullDiskLeavesTheOldSite() throws {
    let bench = try Pile.make()
    try bench.write("site/index.html", "old")
    // A limit on the size of files stands for a disk that fills up.
    let run = try bench.shell("ulimit -f 1; dateline build news -o site")
    #expect(run.status == 2 && run.messages.contains("cannot write site"))
    #expect(bench.files().filter { !$0.hasPrefix("news") } == ["site/index.html"])
  }

  @Test func aKilledBuildLeavesTheOldSiteOrTheNewOne() throws {
    let bench = try Pile.make()
    _ = try bench.shell("dateline build news -o old; dateline build news/deep -o new")
    for round in 1...8 {
      let run = try bench.shell(
        """
        rm -rf site; cp -r old site
        '\(Workbench.binary)' build news/deep -o site & job=$!
        sleep 0.\(round % 2)\(round)
        kill -9 $job 2>/dev/null; wait $job
        diff -r old site >/dev/null || diff -r new site
        """)
      #expect(run.status == 0, "\(run.text)")
    }
    // The next build takes away what the killed ones left.
    _ = try bench.dateline("build", "news/deep", "-o", "site")
    #expect(!bench.files().contains { $0.contains("dateline-") })
  }

  @Test func theLookAndTheLanguageOfPicturesCanBeChosen() throws {
    let bench = try Pile.make()
    #expect(try bench.dateline("build", "news", "-o", "site", "--theme", "ledger").status == 0)
    #expect(!(try bench.read("site/index.html").contains("Georgia")))
    #expect(!(try bench.read("site/actors.svg").contains("Georgia")))
    let picture = try bench.shell("dateline timeline news --format svg --locale de").text
    #expect(picture.contains("Zeitleiste") && picture.contains(" lang=\"de\""))
    #expect(try bench.shell("dateline graph news --locale fr").text.contains("dessinés"))
  }

  @Test func templatesOfOnesOwnReplaceTheirNamesakes() throws {
    let bench = try Pile.make()
    try bench.write("own/timeline.mustache", "<title>Mine</title>\n")
    #expect(
      try bench.shell("dateline timeline news --format html --templates own").text
        == "<title>Mine</title>\n")
    try bench.write("own/timeline.mustache", "<title>\n{{#a\n")
    let broken = try bench.shell("dateline build news -o site --templates own")
    #expect(broken.status == 2)
    #expect(broken.messages.hasPrefix("dateline: timeline.mustache:2:1: error: "))
    let none = try bench.shell("dateline build news -o site --templates nowhere")
    #expect(none.status == 2)
    #expect(
      none.messages
        == "dateline: cannot read the templates in nowhere: there is no such folder.\n")
    #expect(try bench.shell("test -e site").status == 1)
  }

  @Test func articlesCannotBecomeMarkup() throws {
    let bench = try Workbench()
    try bench.write(
      "a.jsonl",
      #"{"id":"<b>","source":"<script>alert(1)</script>","published":"2019-08-01","title":"</title><script>alert(2)</script> met in Geneva on Thursday","text":"The army <script>alert(3)</script> killed 12 rebels in Idlib on Wednesday.","url":"javascript:alert(4)"}"#
    )
    #expect(try bench.dateline("build", "a.jsonl", "-o", "site").status == 0)
    for page in Self.pages where page != "events.json" {
      let text = try bench.read("site/\(page)")
      #expect(!text.contains("<script>alert"), "\(page)")
      #expect(!text.contains("\"javascript:"), "\(page)")
    }
  }
}
