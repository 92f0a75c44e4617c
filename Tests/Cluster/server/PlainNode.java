import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.common.xcontent.NamedXContentRegistry;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.NetworkPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.Transport;

/**
 * A node of Elasticsearch 7.0 from the library that pyserini 0.14 carries.
 *
 * The library lacks the modules that open sockets and that hold the analyzers of languages. Its
 * REST interface, coordination, search and Lucene are Elasticsearch's own; the network between the
 * nodes (PlainTransport) and to clients (PlainHttp) is made here, for tests, without encryption.
 *
 *     java -cp … PlainNode NAME FOLDER TRANSPORT-PORT HTTP-PORT SEED,… MASTER,…
 */
public final class PlainNode extends Node {
  private PlainNode(Environment environment) {
    super(environment, List.of(Network.class, Languages.class), true);
  }

  public static void main(String[] words) throws Exception {
    Settings settings =
        Settings.builder()
            .put("cluster.name", "tanya-test")
            .put("node.name", words[0])
            .put("path.home", words[1])
            .put("network.host", "127.0.0.1")
            .put("transport.type", "plain")
            .put("http.type", "plain")
            .put("transport.port", words[2])
            .put("http.port", words[3])
            .putList("discovery.seed_hosts", words[4].split(","))
            .putList("cluster.initial_master_nodes", words[5].split(","))
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("node.max_local_storage_nodes", 1)
            .put("processors", 2)
            .build();
    PlainNode node = new PlainNode(new Environment(settings, Path.of(words[1], "config")));
    node.start();
    System.out.println(words[0] + " started");
    Thread.currentThread().join();
  }

  /** The two transports. */
  public static final class Network extends Plugin implements NetworkPlugin {
    @Override
    public Map<String, Supplier<Transport>> getTransports(
        Settings settings, ThreadPool pool, PageCacheRecycler recycler,
        CircuitBreakerService breakers, NamedWriteableRegistry registry, NetworkService network) {
      return Map.of(
          "plain",
          () -> new PlainTransport(settings, pool, recycler, breakers, registry, network));
    }

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
        Settings settings, ThreadPool pool, BigArrays arrays, PageCacheRecycler recycler,
        CircuitBreakerService breakers, NamedXContentRegistry registry, NetworkService network,
        HttpServerTransport.Dispatcher dispatcher) {
      return Map.of(
          "plain",
          () -> new PlainHttp(settings.getAsInt("http.port", 0), pool, registry, dispatcher));
    }
  }

  /** The analyzers that `tanya cluster load` names. */
  public static final class Languages extends Plugin implements AnalysisPlugin {
    @Override
    public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
      return Arrays.asList(
          new PreBuiltAnalyzerProviderFactory(
              "english", CachingStrategy.LUCENE, EnglishAnalyzer::new),
          new PreBuiltAnalyzerProviderFactory(
              "indonesian", CachingStrategy.LUCENE, IndonesianAnalyzer::new));
    }
  }
}
