/// What a reader of a pile knows about it that its files do not say.
///
/// Whatever a record, its metadata or its file name states goes before these.
public struct ReadingOptions: Hashable, Sendable {
  /// The outlet of articles that name none.
  public var source: String?
  /// When articles without a date were published: an EDTF date or an RFC 3339 time.
  public var published: String?
  /// The language of articles that state none, BCP 47; nil lets it be found.
  public var language: String?
  public var fields: FieldMap
  /// A table that gives source, date and link by file; nil looks for `articles.csv` and
  /// `articles.tsv` beside the files.
  public var manifest: String?
  public var limits: ReadingLimits
  /// Whether articles that repeat others are marked; who asks for no marks is spared the comparing.
  public var marksRepeats: Bool

  public init(
    source: String? = nil, published: String? = nil, language: String? = nil,
    fields: FieldMap = FieldMap(), manifest: String? = nil, limits: ReadingLimits = .standard,
    marksRepeats: Bool = true
  ) {
    self.source = source
    self.published = published
    self.language = language
    self.fields = fields
    self.manifest = manifest
    self.limits = limits
    self.marksRepeats = marksRepeats
  }
}
