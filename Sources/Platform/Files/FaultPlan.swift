import Synchronization

/// Sees every operation that changes files in one folder, and makes those fail that it is told to:
/// how tests try full disks, failing devices and power cuts.
///
/// Where no plan is active an operation costs one relaxed load more.
package final class FaultPlan: Sendable {
  package enum Operation: Hashable, Sendable {
    case create(path: String)
    /// Bytes at the end of the file.
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
  ///   - folder: operations on it and on what is in it are meant.
  ///   - code: the `errno` that an operation fails with, by its number from 0; nil lets it happen.
  package init(
    folder: String,
    code: @escaping @Sendable (_ number: Int, _ operation: Operation) -> Int32? = { _, _ in nil }
  ) {
    self.folder = folder
    self.code = code
  }

  /// The operations so far, in order, failed ones included.
  package var operations: [Operation] { seen.withLock { $0 } }

  /// Runs `body` under the plan.
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

  /// The `errno` that an operation has to fail with; nil where it may happen.
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
