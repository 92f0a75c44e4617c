import Glibc

/// The natural logarithm, here so that Glibc's names stay out of the rest of the module.
@inline(__always)
func logarithm(_ value: Double) -> Double { log(value) }

func squareRoot(_ value: Double) -> Double { value.squareRoot() }
