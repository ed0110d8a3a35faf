import DatelineTestSupport
import Testing

@Suite struct OutputTests {
  @Test func aFileIsReplacedAsAWholeAndKeepsItsRights() throws {
    let bench = try Pile.make()
    try bench.write("out.jsonl", "old")
    let run = try bench.shell(
      "chmod 600 out.jsonl; dateline read news -o out.jsonl; ls -l out.jsonl")
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.text.hasPrefix("-rw-------"))
    #expect(try bench.read("out.jsonl") == bench.dateline("read", "news").text)
    #expect(!bench.files().contains { $0.contains("dateline-") })
  }

  @Test func aLinkGoesOnPointingWhereItPoints() throws {
    let bench = try Pile.make()
    let run = try bench.shell(
      "echo old > real; ln -s real link; dateline read news -o link; test -L link")
    #expect(run.status == 0)
    #expect(try bench.read("real").hasPrefix("{"))
  }

  @Test func whatIsReadMayBeReplaced() throws {
    let bench = try Pile.make()
    let expected = try bench.dateline("read", "news/wire.jsonl").text
    #expect(try bench.dateline("read", "news/wire.jsonl", "-o", "news/wire.jsonl").status == 0)
    #expect(try bench.read("news/wire.jsonl") == expected)
  }

  @Test(arguments: [
    (
      "no/such/file",
      "dateline: cannot write no/such/file: its folder does not exist: make it first, with mkdir -p.\n"
    ),
    ("news", "dateline: news is a folder: name a file to write to.\n"),
    (
      "news/wire.jsonl/x",
      "dateline: cannot write news/wire.jsonl/x: a part of the path is a file, not a folder: name another place.\n"
    ),
  ])
  func whatCannotBeWrittenIsSaidAtOnce(_ path: String, _ message: String) throws {
    let run = try Pile.make().dateline("read", "news", "-o", path)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.messages == message)
  }

  @Test func aFullDiskIsNamed() throws {
    let bench = try Pile.make()
    guard try bench.shell("test -c /dev/full").status == 0 else { return }
    for line in [
      "dateline read news > /dev/full", "dateline extract news -o /dev/full",
      "dateline --help > /dev/full",
    ] {
      let run = try bench.shell(line)
      #expect(run.status == 2, "\(line)")
      #expect(run.messages.contains("the disk is full: make room, or write elsewhere."))
    }
  }

  @Test func aFullDiskLeavesTheOldFile() throws {
    let bench = try Pile.make()
    try bench.write("out.json", "old")
    // A limit on the size of files stands for a disk that fills up.
    let run = try bench.shell("ulimit -f 1; dateline extract news news/wire.jsonl -o out.json")
    #expect(run.status == 2)
    #expect(run.messages.contains("cannot write out.json"))
    #expect(try bench.read("out.json") == "old")
    #expect(!bench.files().contains { $0.contains("dateline-") })
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let bench = try Workbench()
    let lines = (0..<20_000).map {
      #"{"id":"\#($0)","published":"2019-08-01","text":"It rained on Monday \#($0)."}"#
    }
    try bench.write("a.jsonl", lines.joined(separator: "\n"))
    for command in ["read", "annotate", "annotate --jobs 1"] {
      let run = try bench.shell(
        "(dateline \(command) a.jsonl; echo $? > status) | head -n 1 | wc -l")
      #expect(run.messages.isEmpty, "\(run.messages)")
      #expect(run.text.filter { !$0.isWhitespace } == "1")
      #expect(try bench.read("status") == "0\n")
    }
  }

  @Test func anInterruptionLeavesNothingHalf() throws {
    let bench = try Workbench()
    try bench.write("out.jsonl", "old")
    // It waits for its input, and is told to stop meanwhile.
    let run = try bench.shell(
      """
      mkfifo pipe
      sleep 60 > pipe & sleeper=$!
      '\(Workbench.binary)' read pipe -o out.jsonl & job=$!
      while ! ls -a | grep -q dateline-; do sleep 0.05; done
      kill -TERM $job
      wait $job; status=$?
      kill $sleeper
      exit $status
      """)
    #expect(run.status == 143)
    #expect(run.messages.isEmpty)
    #expect(try bench.read("out.jsonl") == "old")
    #expect(!bench.files().contains { $0.contains("dateline-") })
  }

  @Test func controlCGives130() throws {
    let bench = try Workbench()
    // A shell without job control has its children ignore SIGINT, so another starts it.
    let run = try bench.shell(
      """
      mkfifo pipe
      sleep 60 > pipe & sleeper=$!
      bash -c "set -m; '\(Workbench.binary)' read pipe -o out.jsonl & sleep 0.5; kill -INT \\$!; wait \\$!"
      status=$?; kill $sleeper; exit $status
      """)
    #expect(run.status == 130)
    #expect(!bench.files().contains { $0.contains("out") })
  }

  @Test func whatAKilledRunLeftIsSwept() throws {
    let bench = try Pile.make()
    try bench.write(".out.json.dateline-999999", "half")
    try bench.write(".out.json.dateline-mine", "the user's")
    #expect(try bench.dateline("extract", "news", "-o", "out.json").status == 0)
    #expect(bench.files().filter { $0.hasPrefix(".") } == [".out.json.dateline-mine"])
  }
}
