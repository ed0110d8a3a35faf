/// What else a page states of its article, and where each field was found.
public struct PageStatement: Hashable, Sendable {
  /// Who wrote it, as it is printed; several with commas between.
  public var author: String?
  /// When the page says that it was changed last.
  public var modified: PublicationDate?
  /// One for each field that was found: title, source, published, language, author, modified.
  public var origins: [FieldOrigin]

  public init(
    author: String? = nil, modified: PublicationDate? = nil, origins: [FieldOrigin] = []
  ) {
    self.author = author
    self.modified = modified
    self.origins = origins
  }
}

/// Where on a page a field was found.
public struct FieldOrigin: Hashable, Sendable {
  public enum Field: String, Sendable {
    case title, source, published, language, author, modified
  }

  public enum Place: String, Sendable {
    /// JSON-LD of an article.
    case linkedData = "json-ld"
    /// `<meta>`, OpenGraph among them.
    case meta
    /// `<h1>`.
    case heading
    /// `<title>`.
    case title
    /// `<time>`.
    case time
    /// A visible line near the text.
    case line
    /// The page's address.
    case address
    /// `<html lang>`.
    case html
  }

  public var field: Field
  public var place: Place

  public init(_ field: Field, _ place: Place) {
    self.field = field
    self.place = place
  }

  /// 0…1: how far pages can be believed that state the field there. It is of the place, not of this page.
  ///
  /// ```swift
  /// FieldOrigin(.published, .linkedData).confidence  // 0.95
  /// FieldOrigin(.source, .address).confidence        // 0.5: a host is no outlet's name
  /// ```
  public var confidence: Double {
    switch (place, field) {
    case (.linkedData, _): 0.95
    case (.meta, _), (.heading, _), (.html, _): 0.9
    case (.address, .source): 0.5
    case (.address, _): 0.85
    case (.time, _): 0.8
    case (.line, _), (.title, _): 0.7
    }
  }
}
