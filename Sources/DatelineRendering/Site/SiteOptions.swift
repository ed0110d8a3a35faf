/// What is settled about a site before it is made.
public struct SiteOptions: Hashable, Sendable {
  /// The page's heading; nil for one that says what the page is.
  public var title: String?
  /// BCP 47: says the direction of the page.
  public var locale: String
  /// Unicode scalars of an article that one quote may show, 1 or more.
  public var quoteLength: Int
  /// Actors that the graph draws.
  public var maxActors: Int
  /// Events up to which one page holds everything; above it the evidence has a page a year.
  public var pageLimit: Int
  /// Events that were left out because others matter more, which the page says.
  public var leftOut: Int
  /// Colours and fonts of pages and pictures.
  public var theme: Theme

  public init(
    title: String? = nil, locale: String = "en", quoteLength: Int = 300, maxActors: Int = 30,
    pageLimit: Int = 20_000, leftOut: Int = 0, theme: Theme = .standard
  ) {
    self.title = title
    self.locale = locale
    self.quoteLength = max(1, quoteLength)
    self.maxActors = max(1, maxActors)
    self.pageLimit = max(1, pageLimit)
    self.leftOut = max(0, leftOut)
    self.theme = theme
  }

  /// `rtl` where the locale's language is written from right to left.
  var direction: String {
    let language = locale.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return ["ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "ug", "sd"].contains(language)
      ? "rtl" : "ltr"
  }
}
