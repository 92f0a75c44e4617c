import Training

@main
struct TanyaTrain {
  static func main() { trainingProgram() }
}
