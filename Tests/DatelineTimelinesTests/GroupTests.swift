import DatelineModel
import DatelineTimelines
import Testing

@Suite struct GroupFileTests {
  @Test func readsOneGroupALine() throws {
    let groups = try TimelineDiff.Options.Group.all(
      parsing: "# who owns them\nstate = SANA, Press TV\n\nwire=Reuters,AP # agencies\n", file: "g")
    #expect(
      groups == [
        .init(name: "state", sources: ["SANA", "Press TV"]),
        .init(name: "wire", sources: ["Reuters", "AP"]),
      ])
  }

  @Test(arguments: [
    ("state SANA", 11, "“=” is missing"),
    (" = SANA", 2, "name is missing"),
    ("a=B,,C", 5, "source’s name is missing"),
    ("x=A\nx=B", 1, "earlier line"),
    ("x=A\ny=A", 3, "in the group “x” already"),
  ]) func saysWhereALineIsWrong(_ text: String, _ column: Int, _ words: String) throws {
    let error = try #require(throws: LineError.self) {
      try TimelineDiff.Options.Group.all(parsing: text, file: "groups.txt")
    }
    #expect(error.column == column && error.message.contains(words))
    #expect(error.description.hasPrefix("groups.txt:\(error.line):\(column): "))
  }
}
