import DatelineModel
import DatelineRendering
import EDTF
import Testing

@Suite struct PicturesTimelineTests {
  @Test(arguments: TimelineLanes.allCases)
  func drawsThePeaceProcess(lanes: TimelineLanes) throws {
    let graph = PeaceProcess.graph
    let svg = timelineSVG(graph, title: "The Syrian peace process", lanes: lanes)
    try show(svg, "timeline-\(lanes)")
    let picture = try SVGPicture(svg)
    picture.expectSafe()
    expectNoOverlap(picture.labels())
    #expect(svg == timelineSVG(graph, title: "The Syrian peace process", lanes: lanes))
  }
}
