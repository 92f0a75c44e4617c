public import Bytes

/// Walks the terms of one form in the order of their bytes.
public struct TermScan {
  private let dictionary: TermDictionaryReader
  private let form: TermForm
  private var block: Int
  private var scan: TermBlockScan?

  /// - Parameter dictionary: its bytes have to outlive the scan.
  public init(_ dictionary: TermDictionaryReader, form: TermForm) throws(FormatError) {
    self.dictionary = dictionary
    self.form = form
    block = try dictionary.firstBlock(of: form)
  }

  /// Steps to the next term; false after the last.
  public mutating func next() throws(FormatError) -> Bool {
    while true {
      if try scan?.next() == true {
        guard let found = scan?.key[0], found <= form.rawValue else { return false }
        if found == form.rawValue { return true }
      } else {
        guard let next = try dictionary.scan(ofBlock: block) else { return false }
        scan = next
        block += 1
      }
    }
  }

  /// What is known of the term; only after `next` said true.
  public var entry: TermEntry {
    scan?.entry ?? TermEntry(documentFrequency: 0, postings: .single(passage: 0, frequency: 0))
  }

  /// Calls `body` with the term's UTF-8; only after `next` said true.
  public func withTerm<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    guard let scan else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return scan.key.withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[min(1, scan.keyLength)..<scan.keyLength]))
    }
  }
}
