import Cluster

/// A cluster of the configuration.
struct NamedCluster: Sendable, Equatable {
  var settings: ClusterSettings
  /// The line on which its table begins, from 1.
  var line: Int
}
