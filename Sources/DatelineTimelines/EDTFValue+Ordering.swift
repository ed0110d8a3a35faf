import EDTF

extension EDTFValue? {
  /// Days since 1970 by which what happened is ordered: the first day, else the last, undated last.
  var orderDay: Int {
    guard let date = self, let day = date.earliest ?? date.latest else { return Int.max }
    return day.dayNumber
  }
}
