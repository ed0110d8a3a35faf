import DatelineTestSupport
import Testing

@Suite struct DeterminismTests {
  @Test(arguments: [
    "extract", "timeline --format json", "timeline --format text", "timeline --format svg", "graph",
    "diff --by-source --format json",
  ])
  func orderAndJobsChangeNothing(_ command: String) throws {
    let bench = try Workbench()
    // Enough for several portions of work.
    let articles = (0..<150).map { number in
      """
      {"id":"n\(number)","source":"S\(number % 7)","published":"2019-08-\(10 + number % 20)",\
      "text":"The army killed \(number % 9 + 2) rebels in Idlib on Monday. Talks of Russia and Turkey \
      opened in Geneva on \(number % 28 + 1) July 2019."}
      """
    }
    try bench.write("a.jsonl", articles.joined(separator: "\n"))
    try bench.write("b.jsonl", articles.reversed().joined(separator: "\n"))
    try bench.write("c/1.jsonl", articles[..<70].joined(separator: "\n"))
    try bench.write("c/2.jsonl", articles[70...].joined(separator: "\n"))
    let first = try bench.shell("dateline \(command) --jobs 1 a.jsonl")
    #expect(first.messages.isEmpty && !first.output.isEmpty)
    for other in ["--jobs 2 a.jsonl", "--jobs 3 b.jsonl", "--jobs 2 c/2.jsonl c/1.jsonl"] {
      let run = try bench.shell("TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 dateline \(command) \(other)")
      let isSame = run.output == first.output
      #expect(isSame, "\(other)")
      #expect(run.status == first.status)
    }
  }

  @Test func annotateFollowsTheInputsWhateverTheJobs() throws {
    let bench = try Workbench()
    let lines = (0..<900).map {
      #"{"id":"\#($0)","published":"2019-08-01","text":"It rained on Monday."}"#
    }
    try bench.write("a.jsonl", lines.joined(separator: "\n"))
    let one = try bench.dateline("annotate", "a.jsonl", "--jobs", "1")
    let four = try bench.dateline("annotate", "a.jsonl", "--jobs", "4")
    let isSame = one.output == four.output
    #expect(isSame && one.status == 0)
    let ids = one.text.split(separator: "\n").map { $0.dropFirst(7).prefix { $0 != "\"" } }
    #expect(ids == (0..<900).map { "\($0)"[...] })
  }
}
