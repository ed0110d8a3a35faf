extension Float {
  /// 1/(1+e^-x), by its rational approximation, which needs no C library and is alike everywhere.
  static func logistic(_ x: Float) -> Float {
    let clamped = Swift.max(-16, Swift.min(16, x))
    let power = exponential(clamped)
    return power / (1 + power)
  }

  /// e^x = 2^(x / ln 2) for x between -80 and 80, the fraction by its Taylor series.
  private static func exponential(_ x: Float) -> Float {
    let power = x * 1.442_695
    let whole = power.rounded(.down)
    let rest = (power - whole) * 0.693_147_2
    let fraction = 1 + rest * (1 + rest / 2 * (1 + rest / 3 * (1 + rest / 4 * (1 + rest / 5))))
    // 2^whole, by its bits: the exponent of a float begins at -127.
    return fraction * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// The natural logarithm of 1 and more, by halving and a series; alike everywhere.
  static func logarithm(_ value: Float) -> Float {
    guard value > 0 else { return -16 }
    var (rest, whole) = (value, Float(0))
    while rest >= 1.5 {
      rest /= 2
      whole += 1
    }
    while rest < 0.75 {
      rest *= 2
      whole -= 1
    }
    // ln x = 2 artanh((x - 1) / (x + 1)).
    let y = (rest - 1) / (rest + 1)
    let square = y * y
    let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
    return whole * 0.693_147_2 + 2 * y * series
  }
}
