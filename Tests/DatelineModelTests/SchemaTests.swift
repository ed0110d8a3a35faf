import DatelineModel
import Foundation
import Testing

@Suite struct SchemaTests {
  @Test(arguments: Schema.all) func isJSONWithItsId(schema: Schema) throws {
    let object = try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any]
    #expect(object?["$id"] as? String == schema.id)
    #expect(object?["$defs"] != nil)
  }
}
