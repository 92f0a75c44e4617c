import Synchronization

/// Records every operation that changes files in one folder, and makes selected operations fail.
/// Tests use it to simulate full disks, failing devices and power failures.
///
/// If no plan is active, the cost of an operation increases by one relaxed load.
package final class FaultPlan: Sendable {
  package enum Operation: Hashable, Sendable {
    case create(path: String)
    /// Appends bytes to a file.
    case write(path: String, [UInt8])
    case syncFile(path: String)
    case rename(path: String, to: String)
    case remove(path: String)
    case syncFolder(path: String)

    var path: String {
      switch self {
      case .create(let path), .write(let path, _), .syncFile(let path), .rename(let path, _),
        .remove(let path), .syncFolder(let path):
        return path
      }
    }
  }

  private let folder: String
  private let code: @Sendable (_ number: Int, _ operation: Operation) -> Int32?
  private let seen = Mutex<[Operation]>([])

  private static let active = Mutex<[FaultPlan]>([])
  private static let isAnyActive = Atomic(false)

  /// - Parameters:
  ///   - folder: The folder. The plan applies to operations on it and on everything in it.
  ///   - code: A closure that receives an operation and its number, from 0. It returns the `errno`
  ///     with which the operation fails, or nil to let it succeed.
  package init(
    folder: String,
    code: @escaping @Sendable (_ number: Int, _ operation: Operation) -> Int32? = { _, _ in nil }
  ) {
    self.folder = folder
    self.code = code
  }

  /// The operations so far, in order, including failed ones.
  package var operations: [Operation] { seen.withLock { $0 } }

  /// Runs `body` while the plan is active.
  package func whileActive<Value>(_ body: () throws -> Value) rethrows -> Value {
    FaultPlan.active.withLock { plans in
      plans.append(self)
      FaultPlan.isAnyActive.store(true, ordering: .relaxed)
    }
    defer {
      FaultPlan.active.withLock { plans in
        plans.removeAll { $0 === self }
        FaultPlan.isAnyActive.store(!plans.isEmpty, ordering: .relaxed)
      }
    }
    return try body()
  }

  /// Returns the `errno` with which an operation has to fail, or nil if it may proceed.
  @inline(__always)
  static func failure(of operation: @autoclosure () -> Operation) -> Int32? {
    guard isAnyActive.load(ordering: .relaxed) else { return nil }
    return planned(operation())
  }

  private static func planned(_ operation: Operation) -> Int32? {
    for plan in active.withLock({ $0 })
    where operation.path == plan.folder || operation.path.hasPrefix(plan.folder + "/") {
      let number = plan.seen.withLock { seen in
        seen.append(operation)
        return seen.count - 1
      }
      if let code = plan.code(number, operation) { return code }
    }
    return nil
  }
}
