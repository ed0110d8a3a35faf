import DatelineTestSupport
import Testing

@testable import DatelineCLI

@Suite struct HelpTests {
  @Test(arguments: Command.Name.allCases)
  func everyCommandExplainsItself(_ name: Command.Name) throws {
    let bench = try Workbench()
    let run = try bench.dateline(name.rawValue, "--help")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    let command = Command.named(name.rawValue)!
    for section in ["Usage", "Every command", "Example", "Exit status"] where name != .help {
      #expect(run.text.contains("\n\(section)\n"), "\(section)")
    }
    #expect(name == .help || run.text.contains(command.example))
    for option in command.options where name != .help {
      #expect(run.text.contains(option.heading), "\(option.name)")
    }
    for line in run.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    // Both ways lead to one page.
    if name != .help { #expect(try bench.dateline("help", name.rawValue).text == run.text) }
  }

  @Test func theOverviewListsTheCommands() throws {
    let bench = try Workbench()
    let run = try bench.dateline("--help")
    #expect(run.status == 0)
    for command in Command.all { #expect(run.text.contains("\n  \(command.name.rawValue) ")) }
    #expect(try bench.dateline("help").text == run.text)
    #expect(try bench.dateline("-h").text == run.text)
  }

  @Test func aSlipIsAnsweredWithASuggestion() throws {
    let run = try Workbench().dateline("dif", "news/")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.messages == """
        dateline: no command dif. Did you mean diff?
                  dateline --help lists the commands.

        """)
  }

  @Test func theVersionIsPrinted() throws {
    let run = try Workbench().dateline("--version")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("dateline ") && run.text.hasSuffix("\n"))
    #expect(try Workbench().dateline("version").text == run.text)
  }

  @Test func theManualNamesEveryCommandAndOption() throws {
    let page = try Workbench().dateline("help", "--format", "man").text
    #expect(page.hasPrefix(".TH DATELINE 1"))
    for command in Command.all { #expect(page.contains("\n.SS \(command.name.rawValue)\n")) }
    for option in Option.all {
      let name = option.name.split(separator: "-").joined(separator: "\\-")
      #expect(page.contains("\\fB\\-\\-\(name)\\fR"), "\(option.name)")
    }
    // A hyphen in roff is no minus: what is to be typed has a backslash.
    for line in page.split(separator: "\n") where line.hasPrefix("\\fB") {
      #expect(!line.contains(" --"), "\(line)")
    }
  }

  @Test func theManualIsUnderstoodByRoff() throws {
    let bench = try Workbench()
    guard try bench.shell("command -v groff").status == 0 else { return }
    let run = try bench.shell("dateline help --format man | groff -man -Tutf8 -ww -z")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
  }

  @Test func bashCompletesCommandsOptionsAndValues() throws {
    let bench = try Workbench()
    try bench.write("completions", try bench.dateline("help", "--format", "bash").output)
    try bench.write(
      "try.sh",
      """
      . ./completions
      COMP_WORDS=(dateline "$@")
      COMP_CWORD=$#
      _dateline
      echo "${COMPREPLY[@]}"
      """)
    func complete(_ words: String) throws -> [Substring] {
      let run = try bench.shell("bash try.sh \(words)")
      #expect(run.status == 0 && run.messages.isEmpty, "\(run.messages)")
      return run.text.split(whereSeparator: \.isWhitespace)
    }
    #expect(try complete("ti") == ["timeline"])
    #expect(try complete("graph --eng") == ["--engine"])
    #expect(try complete("graph --engine n") == ["neato"])
    #expect(try complete("schema art") == ["article"])
  }
}
