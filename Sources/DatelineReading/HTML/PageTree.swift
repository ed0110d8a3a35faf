internal import CLibXML2

/// A page as a flat list of elements in document order, and the blocks of text that they hold.
struct PageTree {
  struct Element {
    var tag: PageTag
    /// Index of the element around it; -1 for the outermost.
    var parent: Int
    /// One past the last element inside.
    var end = 0
    var hints: PageHints
    /// The blocks inside.
    var blocks: Range<Int> = 0..<0
  }

  /// A run of text that stands on lines of its own: a paragraph, an item, a heading.
  struct Block {
    /// The innermost element around it that is no inline one.
    var element: Int
    /// The innermost element that tells what kind of text it is, such as `p` or `li`.
    var tag: PageTag
    /// In the bytes of the text.
    var bytes: Range<Int>
    /// Scalars.
    var length = 0
    /// Scalars inside links.
    var linkLength = 0
    var marks = 0
    /// Ends a sentence at its end.
    var endsSentence = false
    /// What inline elements around all of it say.
    var hints: PageHints = []
  }

  /// A `<time>`, or another element with a date in an attribute or marked as one.
  struct TimeMark {
    /// Empty where the next block tells the date.
    var value: String
    var hints: PageHints
    /// How many blocks stand before it.
    var block: Int
    /// The element that holds it.
    var element: Int
  }

  var elements: [Element] = []
  var blocks: [Block] = []
  var text: [UInt8] = []
  var times: [TimeMark] = []
  var head = PageHead()
  /// Whether elements inside one another were more than the limit and were passed over.
  var isCut = false
}

extension PageTree {
  /// The text of a block.
  func string(_ block: Block) -> String { String(decoding: text[block.bytes], as: UTF8.self) }

  /// What a time mark says, in its attribute or in the block that follows.
  func words(of time: TimeMark) -> String {
    guard time.value.isEmpty, blocks.indices.contains(time.block) else { return time.value }
    return string(blocks[time.block])
  }
}

/// What a page states about itself outside its text.
struct PageHead {
  /// `name`, `property` or `itemprop`, in lower case, and `content`, in the order of the page.
  var metas: [(name: String, content: String)] = []
  var title: String?
  var canonical: String?
  var base: String?
  var language: String?
  var scripts: [[UInt8]] = []
  /// The address that a browser wrote into a page that it saved.
  var savedFrom: String?
}
