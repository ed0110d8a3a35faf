/// Samples with a word each, in as many rows as the width asks for.
enum PictureLegend {
  struct Item {
    var word: String
    /// Of the sample, which `draw` puts at x, with y at its middle.
    var width: Double
    var draw: (inout SVGWriter, _ x: Double, _ y: Double) -> Void

    init(
      _ word: String, width: Double,
      draw: @escaping (inout SVGWriter, _ x: Double, _ y: Double) -> Void
    ) {
      self.word = word
      self.width = width
      self.draw = draw
    }

    var fullWidth: Double {
      width + (width > 0 ? 7 : 0) + PictureText.width(word, size: PictureLegend.textSize) + 22
    }
  }

  static let rowHeight = 24.0
  static let textSize = 12.5

  /// Indices into the items, row by row.
  static func rows(_ items: [Item], width: Double) -> [[Int]] {
    var rows: [[Int]] = [[]]
    var x = 0.0
    for (index, item) in items.enumerated() {
      if x > 0, x + item.fullWidth - 22 > width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(index)
      x += item.fullWidth
    }
    return rows
  }

  /// The samples, and below them what the picture leaves out.
  static func draw(
    _ rows: [[Int]], _ items: [Item], omission: String, into svg: inout SVGWriter, left: Double,
    top: Double
  ) {
    for (row, indices) in rows.enumerated() {
      var x = left
      let y = top + Double(row) * rowHeight + 8
      for index in indices {
        let item = items[index]
        item.draw(&svg, x, y)
        svg.element(
          "text",
          [
            "x": px(x + item.width + (item.width > 0 ? 7 : 0)),
            "y": px(y + 4.4),
            "font-size": "12.5",
          ], fill: .ink2, item.word)
        x += item.fullWidth
      }
    }
    svg.element(
      "text",
      ["x": px(left), "y": px(top + Double(rows.count) * rowHeight + 12), "font-size": "12"],
      fill: .ink2, omission)
  }
}

extension SVGWriter {
  /// The outer element with its title, description and rules; `close("svg")` ends it.
  mutating func openPicture(
    _ name: String, title: String, description: String, width: Double, height: Double,
    theme: Theme, language: String, isInline: Bool
  ) {
    let size = (px(width.rounded(.up)), px(height.rounded(.up)))
    open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(size.0) \(size.1)",
        "width": size.0, "height": size.1, "lang": language,
        "role": isInline ? "document" : "group",
        "aria-labelledby": "\(name)-title \(name)-description",
        "font-family": "Liberation Sans, Arial, Helvetica, sans-serif",
      ], class: "dl \(name)")
    newline()
    element("title", ["id": "\(name)-title"], PictureText.clean(title))
    newline()
    element("desc", ["id": "\(name)-description"], PictureText.clean(description, limit: 1200))
    newline()
    if !isInline {
      style(theme.pictureRules())
      newline()
    }
  }
}
