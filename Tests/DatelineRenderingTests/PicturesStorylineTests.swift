import DatelineModel
import DatelineRendering
import EDTF
import Testing

@Suite struct PicturesStorylineTests {
  @Test func drawsThePeaceProcess() throws {
    let graph = PeaceProcess.graph
    let svg = storylineSVG(graph)
    try show(svg, "storyline")
    let picture = try SVGPicture(svg)
    picture.expectSafe()
    expectNoOverlap(picture.labels())
    #expect(picture.all("rect").count { $0.path.contains { $0.hasPrefix("meeting") } } == 10)
    #expect(svg == storylineSVG(graph))
  }
}
