import Glibc

func logarithm(_ value: Double) -> Double { log(value) }

func exponential(_ value: Double) -> Double { exp(value) }

/// Returns `log(exp(first) + exp(second))` without overflow.
func logSumOfExponentials(_ first: Double, _ second: Double) -> Double {
  max(first, second) + log1p(exp(-abs(first - second)))
}

/// Returns `log Σ exp(v)` without overflow.
func logSumOfExponentials(_ values: [Double]) -> Double {
  let greatest = values.max() ?? 0
  return greatest + log(values.reduce(0) { $0 + exp($1 - greatest) })
}
