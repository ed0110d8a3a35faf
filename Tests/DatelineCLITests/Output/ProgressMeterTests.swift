import Testing

@testable import DatelineCLI

struct ProgressMeterTests {
  @Test("A bar with rate and time left, where the inputs' size is known")
  func bar() {
    var meter = ProgressMeter()
    meter.articles = 412
    meter.bytes = 30
    meter.totalBytes = 100
    #expect(
      meter.line(milliseconds: 10_000, columns: 80)
        == "[#########-----------------------] 30 %  412 articles  41/s  24 s left")
    meter.totalBytes = 30_000
    #expect(meter.line(milliseconds: 10_000, columns: 80).hasSuffix("2 h 46 min left"))
  }

  @Test("Without a size no bar and no time are made up")
  func unknown() {
    var meter = ProgressMeter()
    meter.articles = 1
    #expect(meter.line(milliseconds: 4000, columns: 80) == "1 article  15/min …")
    meter.phase = "joining the reports of 1 articles"
    #expect(meter.line(milliseconds: 4000, columns: 80) == "joining the reports of 1 articles …")
  }

  @Test("The line fits the terminal", arguments: [10, 20, 40, 60, 79])
  func width(columns: Int) {
    var meter = ProgressMeter()
    meter.articles = 123_456
    meter.bytes = 5
    meter.totalBytes = 1_000_000
    #expect(meter.line(milliseconds: 100_000, columns: columns).count <= columns)
  }
}
