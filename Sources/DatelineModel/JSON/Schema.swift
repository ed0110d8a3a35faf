/// A JSON Schema of one of the formats that Dateline reads and writes.
///
/// Source: JSON Schema, draft 2020-12.
public struct Schema: Hashable, Sendable {
  /// The name that `dateline schema NAME` takes.
  public let name: String
  /// The `$id`.
  public let id: String
  /// The schema itself, as JSON.
  public let text: String

  private init(_ name: String, _ body: String) {
    self.name = name
    id = "urn:dateline:schema:\(name):\(EventGraph.version)"
    text = """
      {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"\(id)",
      \(body),
      "$defs":{\(Schema.definitions)}}
      """
  }

  /// All, in the order in which `dateline schema` prints them.
  public static let all = [article, annotations, eventGraph, timeline, diff]

  /// One line of `read`.
  public static let article = Schema(
    "article",
    """
    "title":"An article as read","type":"object",
    "required":["id","source","published","published_from","title","text","captions","url","language"],
    "properties":{
    "id":{"type":"string"},"source":{"$ref":"#/$defs/text"},"published":{"$ref":"#/$defs/text"},
    "published_from":{"$ref":"#/$defs/text"},
    "published_guess":{"type":"object","required":["date","confidence","quote"],"properties":{
    "date":{"type":"string"},"confidence":{"type":"number"},"quote":{"type":"string"}}},
    "title":{"$ref":"#/$defs/text"},"text":{"type":"string"},"captions":{"$ref":"#/$defs/strings"},
    "url":{"$ref":"#/$defs/text"},"language":{"type":"string"},
    "author":{"type":"string"},"modified":{"type":"string"},
    "found":{"type":"object","additionalProperties":{"type":"object","required":["from","confidence"],
    "properties":{"from":{"type":"string"},"confidence":{"type":"number"}}}},
    "duplicateOf":{"type":"string"},"versionOf":{"type":"string"}}
    """)

  /// One line of `annotate`; a layer that was not asked for is left out.
  public static let annotations = Schema(
    "annotate",
    """
    "title":"What one article tells","type":"object","required":["id","source","published"],
    "properties":{
    "id":{"type":"string"},"source":{"$ref":"#/$defs/text"},"published":{"$ref":"#/$defs/text"},
    "timexes":{"type":"array","items":{"type":"object",
    "required":["start","end","text","type","value","mod","edtf","rule","anchor"],"properties":{
    "start":{"$ref":"#/$defs/offset"},"end":{"$ref":"#/$defs/offset"},"text":{"type":"string"},
    "type":{"enum":["DATE","TIME","DURATION","SET"]},"value":{"type":"string"},
    "mod":{"$ref":"#/$defs/text"},"edtf":{"$ref":"#/$defs/text"},"rule":{"type":"string"},
    "anchor":{"$ref":"#/$defs/text"}}}},
    "entities":{"type":"array","items":{"type":"object",
    "required":["start","end","text","type","actor"],"properties":{
    "start":{"$ref":"#/$defs/offset"},"end":{"$ref":"#/$defs/offset"},"text":{"type":"string"},
    "type":{"enum":["Person","Organization","Location"]},"actor":{"type":"string"}}}},
    "events":{"type":"array","items":{"type":"object",
    "required":["start","end","quote","trigger","type","topic","date","date_basis","status","background",
    "actors","place","numbers","attribution"],"properties":{
    "start":{"$ref":"#/$defs/offset"},"end":{"$ref":"#/$defs/offset"},"quote":{"type":"string"},
    "trigger":{"type":"object","required":["start","end"],"properties":{
    "start":{"$ref":"#/$defs/offset"},"end":{"$ref":"#/$defs/offset"}}},
    "type":{"$ref":"#/$defs/type"},"topic":{"$ref":"#/$defs/text"},"date":{"$ref":"#/$defs/text"},
    "date_basis":{"$ref":"#/$defs/basis"},"status":{"$ref":"#/$defs/status"},
    "background":{"type":"boolean"},"actors":{"type":"array","items":{"$ref":"#/$defs/participant"}},
    "place":{"$ref":"#/$defs/text"},"numbers":{"$ref":"#/$defs/numbers"},
    "attribution":{"$ref":"#/$defs/text"},"named":{"type":"boolean"}}}}}
    """)

  /// What `extract` writes.
  public static let eventGraph = Schema(
    "event-graph",
    """
    "title":"An event graph","type":"object",
    "required":["format","version","sources","articles","actors","events","relations"],
    "properties":{
    "format":{"const":"\(EventGraph.format)"},"version":{"const":\(EventGraph.version)},
    "sources":{"type":"array","items":{"type":"object","required":["id","name"],"properties":{
    "id":{"type":"string"},"name":{"type":"string"}}}},
    "articles":{"type":"array","items":{"type":"object",
    "required":["id","source","published","title","url","language"],"properties":{
    "id":{"type":"string"},"source":{"$ref":"#/$defs/text"},"published":{"$ref":"#/$defs/text"},
    "title":{"$ref":"#/$defs/text"},"url":{"$ref":"#/$defs/text"},"language":{"type":"string"},
    "duplicateOf":{"type":"string"},"notAnalysed":{"type":"string"}}}},
    "actors":{"type":"array","items":{"type":"object",
    "required":["id","name","kind","aliases","roles"],"properties":{
    "id":{"type":"string"},"name":{"type":"string"},
    "kind":{"enum":["person","organization","government","group","place"]},
    "aliases":{"type":"array","items":{"type":"object","required":["name","sources"],"properties":{
    "name":{"type":"string"},"sources":{"$ref":"#/$defs/strings"},
    "counts":{"type":"array","items":{"type":"integer","minimum":0,"maximum":1000000000}}}}},
    "roles":{"type":"array","items":{"type":"object","required":["title","of","during"],"properties":{
    "title":{"type":"string"},"of":{"$ref":"#/$defs/text"},"during":{"$ref":"#/$defs/text"}}}},
    "irregular":{"type":"boolean"},
    "colour":{"type":"string"},"decidedBy":{"$ref":"#/$defs/strings"}}}},
    "events":{"type":"array","items":{"type":"object",
    "required":["id","label","type","topic","date","earliest","latest","place","status","salience",
    "series","actors","numbers","mentions"],"properties":{
    "id":{"type":"string"},"label":{"type":"string"},"type":{"$ref":"#/$defs/type"},
    "topic":{"$ref":"#/$defs/text"},"date":{"$ref":"#/$defs/text"},"earliest":{"$ref":"#/$defs/text"},
    "latest":{"$ref":"#/$defs/text"},"place":{"$ref":"#/$defs/text"},
    "status":{"$ref":"#/$defs/status"},"salience":{"type":"number","minimum":0,"maximum":1},
    "series":{"type":["object","null"],"required":["id","name","ordinal"],"properties":{
    "id":{"type":"string"},"name":{"type":"string"},"ordinal":{"type":"integer","minimum":1,"maximum":1000000}}},
    "actors":{"type":"array","items":{"type":"object","required":["actor","role"],"properties":{
    "actor":{"type":"string"},"role":{"$ref":"#/$defs/role"},"status":{"$ref":"#/$defs/status"}}}},
    "numbers":{"$ref":"#/$defs/numbers"},
    "mentions":{"type":"array","minItems":1,"items":{"type":"object",
    "required":["article","source","sentence","quote","start","end","in_title","date","date_basis",
    "rule","anchor","status","background","place","actors","numbers"],"properties":{
    "article":{"type":"string"},"source":{"$ref":"#/$defs/text"},"sentence":{"type":"string"},
    "quote":{"type":"string"},"start":{"$ref":"#/$defs/offset"},"end":{"$ref":"#/$defs/offset"},
    "in_title":{"type":"boolean"},"date":{"$ref":"#/$defs/text"},
    "date_basis":{"$ref":"#/$defs/basis"},"rule":{"$ref":"#/$defs/text"},
    "anchor":{"$ref":"#/$defs/text"},"status":{"$ref":"#/$defs/status"},
    "background":{"type":"boolean"},"place":{"$ref":"#/$defs/text"},
    "actors":{"type":"array","items":{"type":"object","required":["actor","as","role"]}},
    "numbers":{"$ref":"#/$defs/numbers"},"attribution":{"type":"string"},
    "lemma":{"type":"string"},"trigger":{"type":"string"},"named":{"type":"boolean"}}}}}}},
    "relations":{"type":"array","items":{"type":"object","required":["kind","from","to"],"properties":{
    "kind":{"enum":["before","during","partOf","nextInSeries"]},
    "from":{"type":"string"},"to":{"type":"string"}}}},
    "days":{"type":"array","items":{"type":"object",
    "required":["date","salience","published","articles","sentences"],"properties":{
    "date":{"$ref":"#/$defs/day"},"salience":{"type":"number","minimum":0,"maximum":1},
    "published":{"type":"integer"},"articles":{"type":"integer"},
    "sentences":{"type":"array","items":{"type":"object",
    "required":["article","source","text","start","end","in_title"]}}}}}}
    """)

  /// What `timeline --format json` writes.
  public static let timeline = Schema(
    "timeline",
    """
    "title":"A timeline, a day an entry","type":"array","items":{"type":"object",
    "required":["date","text","events","sources"],"properties":{
    "date":{"$ref":"#/$defs/day"},"text":{"$ref":"#/$defs/strings"},
    "events":{"$ref":"#/$defs/strings"},"sources":{"$ref":"#/$defs/strings"}}}
    """)

  /// What `diff --format json` writes.
  public static let diff = Schema(
    "diff",
    """
    "title":"What sources share, lack and contradict","type":"object",
    "required":["sources","sides","summary","entries","naming","lag"],"properties":{
    "sources":{"$ref":"#/$defs/strings"},"sides":{"type":["object","null"]},
    "summary":{"type":"object","required":["shared","only","conflicts"],"properties":{
    "shared":{"type":"integer"},
    "only":{"type":"object","additionalProperties":{"type":"integer"}},
    "conflicts":{"type":"object","required":["date","number","actor","place","status"],
    "additionalProperties":{"type":"integer"}}}},
    "entries":{"type":"array","items":{"type":"object",
    "required":["kind","label","date","reported","differences","absent","score","reasons"],
    "properties":{
    "id":{"type":"string"},"kind":{"enum":["shared","only"]},"label":{"type":"string"},
    "type":{"$ref":"#/$defs/type"},"date":{"$ref":"#/$defs/text"},
    "reported":{"type":"object","minProperties":1,"additionalProperties":{"type":"object",
    "required":["events","date","published","quotes","actors","numbers","place","status"],
    "properties":{
    "events":{"$ref":"#/$defs/strings"},"date":{"$ref":"#/$defs/text"},
    "published":{"$ref":"#/$defs/text"},"quotes":{"type":"array","items":{"type":"object",
    "required":["article","text","start","end","in_title","published","url"]}},
    "actors":{"$ref":"#/$defs/strings"},"numbers":{"$ref":"#/$defs/numbers"},
    "place":{"$ref":"#/$defs/text"},"status":{"$ref":"#/$defs/status"},
    "copyOf":{"type":"string"}}}},
    "differences":{"type":"array","items":{"type":"object","required":["aspect","kind","values"],
    "properties":{"aspect":{"enum":["date","number","actor","place","status","naming"]},
    "kind":{"enum":["conflict","revision","otherCount","precision","wording"]},
    "what":{"type":"string"},
    "values":{"type":"object","additionalProperties":{"type":"string"}},
    "resolved":{"type":"object","required":["value","because"],"properties":{
    "value":{"type":"string"},"because":{"type":"string"}}}}}},
    "absent":{"type":"object","additionalProperties":{"enum":["silent","before","quoted","gap"]}},
    "score":{"type":"number","minimum":0,"maximum":1},"reasons":{"$ref":"#/$defs/strings"}}}},
    "naming":{"type":"array","items":{"type":"object","required":["actor","names"],"properties":{
    "actor":{"type":"string"},"names":{"type":"object","additionalProperties":{"type":"array",
    "items":{"type":"object","required":["name","count"],"properties":{
    "name":{"type":"string"},"count":{"type":"integer"}}}}}}}},
    "lag":{"type":"array","items":{"type":"object","required":["entry","first","days"],"properties":{
    "entry":{"type":"string"},"first":{"type":"object","required":["source","published"]},
    "days":{"type":"object","additionalProperties":{"type":"integer"}}}}},
    "window":{"type":"integer","minimum":0},
    "coverage":{"type":"object","additionalProperties":{"type":"object",
    "required":["sources","articles","copies","dated","first","last"],"properties":{
    "sources":{"$ref":"#/$defs/strings"},"articles":{"type":"integer"},
    "copies":{"type":"integer"},"dated":{"type":"integer"},
    "first":{"$ref":"#/$defs/text"},"last":{"$ref":"#/$defs/text"}}}}}
    """)

  private static let definitions = """
    "text":{"type":["string","null"]},
    "strings":{"type":"array","items":{"type":"string"}},
    "offset":{"type":"integer","minimum":0},
    "day":{"type":"string","pattern":"^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "type":{"enum":[\(names(EventType.allCases))]},
    "status":{"enum":[\(names(EventStatus.allCases))]},
    "basis":{"enum":["explicit","weekday","relative","inherited","vague","none"]},
    "role":{"enum":["ACTOR","RECIP","LOC"]},
    "participant":{"type":"object","required":["actor","name","as","role"],"properties":{
    "actor":{"type":"string"},"name":{"type":"string"},"as":{"type":"string"},
    "role":{"$ref":"#/$defs/role"},"status":{"$ref":"#/$defs/status"}}},
    "numbers":{"type":"array","items":{"type":"object","required":["what","value","text"],
    "properties":{
    "what":{"enum":["killed","wounded","missing","displaced","detained","troops","money","votes",
    "participants","other"]},
    "of":{"type":"string"},"value":{"type":["number","null"]},"max":{"type":"number"},
    "bound":{"enum":["atLeast","atMost","about"]},"text":{"type":"string"},"by":{"type":"string"}}}}
    """

  private static func names<Name: RawRepresentable<String>>(_ all: [Name]) -> String {
    all.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
  }
}
