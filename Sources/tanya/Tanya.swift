import Commands

@main
struct Tanya {
  static func main() { run() }
}
