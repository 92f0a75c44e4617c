import Glibc

func exponential(_ value: Double) -> Double { exp(value) }

/// `log Σ exp(v)` without overflow.
func logSumOfExponentials(_ values: [Double]) -> Double {
  let greatest = values.max() ?? 0
  return greatest + log(values.reduce(0) { $0 + exp($1 - greatest) })
}
