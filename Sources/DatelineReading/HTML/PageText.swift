/// The main text of a page: its paragraphs in order, and the captions apart.
///
/// 1. What hints call comments or furniture is left out, unless it holds most of the text.
/// 2. The article is the element whose paragraphs outweigh its links and scraps the most.
/// 3. Inside it, blocks of links, scraps and bylines are left out.
struct PageText {
  private(set) var text = ""
  private(set) var captions: [String] = []
  /// Indices of the blocks that are in `text`.
  private(set) var chosen: [Int] = []
  /// The blocks of the article, whether chosen or not; nil where the page has no text.
  private(set) var range: Range<Int>?

  private let tree: PageTree
  /// For each element whether it is left out.
  private var dropped: [Bool]

  init(_ tree: PageTree, title: String?) {
    self.tree = tree
    dropped = []
    leaveOutFurniture()
    guard let article = article() else { return }
    let blocks = tree.elements[article].blocks
    range = blocks
    choose(blocks, title: title)
    addLead(before: article, title: title)
    trimEnds()
    dropMenus()
    var bytes: [UInt8] = []
    for (place, block) in chosen.enumerated() {
      if place > 0 { bytes.append(10) }
      bytes += tree.text[tree.blocks[block].bytes]
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  // MARK: What is left out

  /// Scalars of a paragraph that reads like prose; 0 for anything else.
  private func prose(_ block: PageTree.Block) -> Int {
    let plain = block.length - block.linkLength
    switch block.tag {
    case .heading1, .heading2, .heading, .figcaption, .nav, .label: return 0
    default: break
    }
    guard plain >= 40, plain * 2 > block.length else { return 0 }
    guard block.endsSentence || block.marks >= 2 || plain >= 140 else { return 0 }
    if !block.hints.isDisjoint(with: [.caption, .furniture]) { return 0 }
    return plain
  }

  /// Scalars of a paragraph that would be prose if it ended as one: on a page without prose, such as
  /// a short one with a note's number behind its last stop, or one of short sentences alone, it is the
  /// best there is.
  private func unended(_ block: PageTree.Block) -> Int {
    guard block.tag == .p, block.linkLength == 0,
      block.length >= 40 || block.length >= 20 && block.endsSentence,
      block.hints.isDisjoint(with: [.caption, .furniture, .byline, .date])
    else { return 0 }
    return block.length
  }

  /// A paragraph of its own that ends as a sentence does, however short.
  private func isShortSentence(_ block: PageTree.Block) -> Bool {
    block.tag == .p && block.endsSentence && block.linkLength == 0 && block.length >= 8
      && block.hints.isDisjoint(with: [.caption, .furniture, .byline, .date])
  }

  /// Leaves furniture out; where little text stays that way, the page's names mean something else,
  /// and only its landmarks are believed, then nothing.
  private mutating func leaveOutFurniture() {
    var sums = [Int](repeating: 0, count: tree.blocks.count + 1)
    for (index, block) in tree.blocks.enumerated() { sums[index + 1] = sums[index] + prose(block) }
    for names in [PageHints([.furniture, .landmark]), .landmark, []] {
      dropped = [Bool](repeating: false, count: tree.elements.count)
      leaveOut(names, sums)
      if names.contains(.furniture) { leaveOutCards() }
      let left = tree.blocks.indices.reduce(0) { sum, index in
        isDropped(tree.blocks[index]) ? sum : sum + sums[index + 1] - sums[index]
      }
      if left * 3 >= sums[tree.blocks.count] || left >= 1500 { return }
    }
  }

  private mutating func leaveOut(_ names: PageHints, _ sums: [Int]) {
    func held(_ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }
    // Comments may well be longer than the article: the rest is measured without them.
    var all = sums[tree.blocks.count]
    var index = 0
    while index < tree.elements.count {
      let element = tree.elements[index]
      let own = held(element.blocks)
      if element.hints.contains(.comments), !element.hints.contains(.statedBody),
        all - own >= max(250, own / 6) || own * 2 < all
      {
        for inner in index..<element.end { dropped[inner] = true }
        all -= own
        index = element.end
      } else {
        index += 1
      }
    }
    index = 0
    while index < tree.elements.count {
      let element = tree.elements[index]
      let own = held(element.blocks)
      let isNamed =
        !element.hints.isDisjoint(with: names) && !element.hints.contains(.statedBody)
      // What holds most of the text is the article, whatever it is called.
      let share = element.hints.contains(.body) ? 4 : 2
      let isDropped = dropped[index] || isNamed && (own * share < all || all == 0)
      if isDropped {
        for inner in index..<element.end { dropped[inner] = true }
        index = max(element.end, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Leaves out what announces other articles: three or more neighbours of a linked line and a
  /// short text each.
  private mutating func leaveOutCards() {
    var cards: [Int: [Int]] = [:]
    for (index, element) in tree.elements.enumerated() where !dropped[index] {
      guard element.parent >= 0, (2...6).contains(element.blocks.count), isCard(element) else {
        continue
      }
      cards[element.parent, default: []].append(index)
    }
    for parent in cards.keys.sorted() {
      guard let found = cards[parent], found.count >= 3 else { continue }
      for card in found {
        for inner in card..<tree.elements[card].end { dropped[inner] = true }
      }
    }
  }

  private func isCard(_ element: PageTree.Element) -> Bool {
    var length = 0
    var linked = 0
    var hasHeading = false
    for block in tree.blocks[element.blocks] {
      length += block.length
      linked += block.linkLength
      if block.length >= 12, block.linkLength * 10 >= block.length * 9 { hasHeading = true }
    }
    return hasHeading && linked * 8 >= length && length - linked <= 700
  }

  private func isDropped(_ block: PageTree.Block) -> Bool {
    block.element >= 0 && dropped[block.element]
  }

  /// Whether an element is left out as furniture.
  func isLeftOut(_ element: Int) -> Bool { element >= 0 && dropped[element] }

  // MARK: The article

  private func article() -> Int? {
    guard !tree.elements.isEmpty else { return nil }
    let hasProse = tree.blocks.contains { !isDropped($0) && prose($0) > 0 }
    // What each block is worth: prose counts for, links and scraps against.
    var sums = [Int](repeating: 0, count: tree.blocks.count + 1)
    var proseSums = sums
    for (index, block) in tree.blocks.enumerated() {
      var worth = 0
      let good = isDropped(block) ? 0 : hasProse ? prose(block) : unended(block)
      if good > 0 {
        worth = min(good, 1000) * 3 / 2
      } else if !isDropped(block), isShortSentence(block) {
        // "They fled at night.": too short to show where the article is, and no scrap that hides it.
        worth = 0
      } else if !isDropped(block) {
        worth = -(block.linkLength + min(block.length - block.linkLength, 30) / 2 + 8)
      }
      sums[index + 1] = sums[index] + worth
      proseSums[index + 1] = proseSums[index] + good
    }
    func sum(_ sums: [Int], _ range: Range<Int>) -> Int {
      sums[range.upperBound] - sums[range.lowerBound]
    }
    let all = proseSums[tree.blocks.count]
    var best = 0
    var bestWorth = Int.min
    var stated: Int?
    for (index, element) in tree.elements.enumerated() {
      guard !dropped[index] else { continue }
      let worth = sum(sums, element.blocks)
      let prose = sum(proseSums, element.blocks)
      if element.hints.contains(.statedBody), prose * 2 >= all, prose > 0, stated == nil {
        stated = index
      }
      // Of equals the inner one.
      if worth >= bestWorth {
        best = index
        bestWorth = worth
      }
    }
    if let stated { return stated }
    // A step out is taken where it brings more prose than it brings scraps.
    while true {
      let parent = tree.elements[best].parent
      guard parent >= 0 else { return best }
      let around = tree.elements[parent].blocks
      if sum(proseSums, around) > sum(proseSums, tree.elements[best].blocks),
        sum(sums, around) * 10 < sum(sums, tree.elements[best].blocks) * 7
      {
        return best
      }
      guard sum(sums, around) * 10 >= sum(sums, tree.elements[best].blocks) * 7 else { return best }
      best = parent
    }
  }

  private mutating func choose(_ blocks: Range<Int>, title: String?) {
    var heading: Int?
    for index in blocks {
      let block = tree.blocks[index]
      if isDropped(block) { continue }
      switch kind(block) {
      case .caption: captions.append(string(block))
      case .scrap: continue
      case .heading:
        heading = isTitle(block, title) ? nil : index
      case .text:
        if isTitle(block, title) { continue }
        if let above = heading { chosen.append(above) }
        heading = nil
        chosen.append(index)
      }
    }
  }

  private enum Kind { case text, heading, caption, scrap }

  private func kind(_ block: PageTree.Block) -> Kind {
    let plain = block.length - block.linkLength
    var hints = block.hints
    var isCaption = block.tag == .figcaption
    var tag = block.tag
    var element = block.element
    var isItem = false
    // The elements around, as far as they hold little more than this block.
    var steps = 0
    while element >= 0, steps < 4 {
      let around = tree.elements[element]
      if around.tag == .figcaption || around.tag == .figure { isCaption = true }
      if around.tag == .item || around.tag == .definition { isItem = true }
      if around.blocks.count <= 2 { hints.formUnion(around.hints) }
      if [.heading1, .heading2, .heading, .quote].contains(around.tag), tag == .div || tag == .other
      {
        tag = around.tag
      }
      element = around.parent
      steps += 1
    }
    if isCaption || hints.contains(.caption) { return block.length < 600 ? .caption : .text }
    switch tag {
    case .heading1, .heading2, .heading:
      return block.linkLength * 2 > block.length || block.length < 2 ? .scrap : .heading
    default: break
    }
    if hints.contains(.furniture) { return .scrap }
    if !hints.isDisjoint(with: [.byline, .date]), block.length < 160, !hints.contains(.lead) {
      return .scrap
    }
    if block.linkLength * 2 > block.length { return .scrap }
    if PageScraps.contains(tree.text[block.bytes]) { return .scrap }
    if tag == .p || tag == .quote || tag == .pre || isItem {
      return block.endsSentence || plain >= 15 || isItem ? .text : .scrap
    }
    return block.endsSentence && plain >= 20 || plain >= 60 ? .text : .scrap
  }

  /// Paragraphs between the headline and the article, such as a lead set above the picture.
  private mutating func addLead(before article: Int, title: String?) {
    let first = tree.elements[article].blocks.lowerBound
    guard let title = titleBlock(before: first, title) else { return }
    var lead: [Int] = []
    for index in (title + 1)..<max(title + 1, first) {
      let block = tree.blocks[index]
      guard !isDropped(block), prose(block) > 0, block.linkLength == 0 else { continue }
      if case .text = kind(block) { lead.append(index) }
    }
    if lead.count <= 4 { chosen = lead + chosen }
  }

  /// Takes off headings and scraps that no prose precedes or follows: what hangs on at both ends.
  private mutating func trimEnds() {
    func isProse(_ index: Int) -> Bool {
      let block = tree.blocks[index]
      if prose(block) > 0 || block.endsSentence && block.length >= 20 || isShortSentence(block) {
        return true
      }
      guard block.length >= 40, block.linkLength * 2 < block.length else { return false }
      if case .heading = kind(block) { return false }
      return true
    }
    guard let first = chosen.firstIndex(where: isProse),
      let last = chosen.lastIndex(where: isProse)
    else { return }
    var start = first
    // The heading right above the first paragraph belongs to it, unless it is the page's headline.
    if start > 0, case .heading = kind(tree.blocks[chosen[start - 1]]),
      tree.blocks[chosen[start - 1]].tag != .heading1
    {
      start -= 1
    }
    chosen = Array(chosen[start...last])
  }

  /// Takes out runs of eight or more items of a word or two: choices of a player or a form.
  private mutating func dropMenus() {
    var kept: [Int] = []
    var run: [Int] = []
    func isChoice(_ block: PageTree.Block) -> Bool {
      guard block.length < 30, !block.endsSentence, block.element >= 0 else { return false }
      let element = tree.elements[block.element]
      return element.tag == .item
        || element.parent >= 0 && tree.elements[element.parent].tag == .item
    }
    for index in chosen {
      if isChoice(tree.blocks[index]) {
        run.append(index)
      } else {
        if run.count < 8 { kept += run }
        run = []
        kept.append(index)
      }
    }
    if run.count < 8 { kept += run }
    chosen = kept
  }

  private func titleBlock(before end: Int, _ title: String?) -> Int? {
    var index = end - 1
    while index >= 0 {
      let block = tree.blocks[index]
      if block.tag == .heading1 || isTitle(block, title) { return index }
      index -= 1
    }
    return nil
  }

  private func isTitle(_ block: PageTree.Block, _ title: String?) -> Bool {
    guard let title, block.length < 400 else { return false }
    return title.utf8.elementsEqual(tree.text[block.bytes])
  }

  private func string(_ block: PageTree.Block) -> String {
    String(decoding: tree.text[block.bytes], as: UTF8.self)
  }
}
