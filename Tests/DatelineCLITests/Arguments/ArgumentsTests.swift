import DatelineModel
import EDTF
import Testing

@testable import DatelineCLI

@Suite struct ArgumentsTests {
  @Test func valuesStandBehindASpaceOrASign() throws {
    for words in [
      ["timeline", "--dates", "3", "a"], ["timeline", "--dates=3", "a"],
      ["timeline", "a", "--dates=3"],
    ] {
      let arguments = try Arguments(words)
      #expect(arguments.number("dates") == 3)
      #expect(arguments.operands == ["a"])
    }
  }

  @Test func shortOptionsMayBeJoined() throws {
    for words in [
      ["read", "-qo", "x", "a"], ["read", "-q", "-ox", "a"], ["-q", "read", "a", "-o", "x"],
    ] {
      let arguments = try Arguments(words)
      #expect(arguments.has("quiet"))
      #expect(arguments.text("output") == "x")
      #expect(arguments.operands == ["a"])
    }
  }

  @Test func afterTwoDashesAllIsInput() throws {
    let arguments = try Arguments(["read", "--", "--strict", "-"])
    #expect(arguments.operands == ["--strict", "-"])
    #expect(!arguments.has("strict"))
  }

  @Test func whatIsGivenTwiceHoldsLastUnlessItIsRepeatable() throws {
    let arguments = try Arguments(
      ["timeline", "--dates", "3", "--dates", "4", "--from", "A", "--from", "B", "x"])
    #expect(arguments.number("dates") == 4)
    #expect(arguments.texts("from") == ["A", "B"])
  }

  @Test func datesReachOverTheirWholePeriod() throws {
    let filter = try Arguments(["graph", "--since", "2019", "--until", "2019-08", "x"]).filter
    #expect(filter.since == CalendarDate(year: 2019, month: 1, day: 1))
    #expect(filter.until == CalendarDate(year: 2019, month: 8, day: 31))
  }

  @Test func typesAreTakenInSmallLetters() throws {
    #expect(try Arguments(["graph", "--type", "assault", "x"]).filter.types == [.assault])
  }

  @Test(arguments: [
    (["dif"], "no command dif. Did you mean diff?"),
    (["diff", "--by-sorce", "x"], "no option --by-sorce. Did you mean --by-source?"),
    (["read", "--dates", "3", "x"], "no option --dates. It is an option of: timeline."),
    (["read"], "no INPUT: name files, folders, or - for standard input."),
    (["read", "--jobs", "none", "x"], "--jobs wants a whole number from 1 to 1024, not “none”."),
    (["read", "--jobs", "0", "x"], "--jobs wants a whole number from 1 to 1024, not “0”."),
    (
      ["read", "--jobs", "9223372036854775807", "x"],
      "--jobs wants a whole number from 1 to 1024, not “9223372036854775807”."
    ),
    (["diff", "--window", "-1", "x"], "--window wants a whole number from 0, not “-1”."),
    (["graph", "--format", "svgg", "x"], "--format takes svg, dot, not “svgg”. Did you mean svg?"),
    (
      ["graph", "--since", "soon", "x"],
      "--since wants a date such as 2019-08-01, 2019-08 or 2019, not “soon”."
    ),
    (
      ["annotate", "--layers", "time,place", "x"],
      "--layers takes time, entities, events, not “place”."
    ),
    (
      ["build", "--theme", "legder", "x"],
      "--theme takes ledger, standard, not “legder”. Did you mean ledger?"
    ),
    (
      ["build", "--locale", "fi", "x"],
      "--locale takes en, en-GB, de, fr, es, ru, ar, not “fi”. Did you mean fr?"
    ),
    (["read", "x", "--source"], "--source needs a value: --source NAME."),
    (["read", "x", "--source", "--quiet"], "--source needs a value: --source NAME."),
    (["read", "--strict=yes", "x"], "--strict takes no value."),
    (["read", "-x"], "no option -x."),
    (["schema", "a", "b"], "“b” is one word too many."),
    ([], "no command."),
  ])
  func mistakesAreNamed(_ words: [String], _ message: String) {
    let error = #expect(throws: UsageError.self) { try Arguments(words) }
    #expect(error?.message == message)
  }

  @Test func helpAnswersWhateverElseIsWrong() throws {
    #expect(try Arguments(["read", "--help"]).has("help"))
    #expect(try Arguments(["diff", "-h", "--no-such"]).has("help"))
    #expect(try Arguments(["--version"]).command.name == .version)
  }
}

@Suite struct OptionTableTests {
  @Test func noCommandHasTwoOptionsOfOneName() {
    for command in Command.all {
      let names = command.options.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
      let letters = command.options.compactMap(\.short)
      #expect(Set(letters).count == letters.count, "\(command.name)")
    }
  }

  @Test func everyCommandIsDescribedOnce() {
    #expect(Command.all.map(\.name) == Command.Name.allCases)
  }

  @Test func everyExampleIsUnderstood() throws {
    for command in Command.all {
      let words = command.example.split(separator: " ").map(String.init)
      let line = words.prefix { $0 != ">" }.dropFirst()
      #expect(try Arguments(Array(line)).command.name == command.name, "\(command.example)")
    }
  }

  @Test func whatTakesAValueNamesIt() {
    for option in Option.all { #expect(option.takesValue == !option.argument.isEmpty) }
  }

  @Test func suggestionsAreNearAndOtherwiseNone() {
    #expect(suggestion(for: "tiemline", among: ["timeline", "graph"]) == "timeline")
    #expect(suggestion(for: "time", among: ["timeline", "graph"]) == "timeline")
    #expect(suggestion(for: "xyzzy", among: ["timeline", "graph"]) == nil)
  }

  @Test func namesOfAnyLengthAreNoSlips() {
    let long = String(repeating: "A", count: 20_000_000)
    let start = ContinuousClock.now
    #expect(suggestion(for: "Ruritania", among: [long, "Ruritanya"]) == "Ruritanya")
    #expect(
      suggestion(for: String(repeating: "B", count: 100_000), among: [String(long.prefix(100_000))])
        == nil)
    #expect(suggestion(for: "AAA", among: [long]) == long, "it begins so")
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
