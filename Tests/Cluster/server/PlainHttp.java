import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.component.AbstractLifecycleComponent;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.transport.TransportAddress;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.common.xcontent.NamedXContentRegistry;
import org.elasticsearch.http.HttpChannel;
import org.elasticsearch.http.HttpInfo;
import org.elasticsearch.http.HttpRequest;
import org.elasticsearch.http.HttpResponse;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.http.HttpStats;
import org.elasticsearch.rest.AbstractRestChannel;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.threadpool.ThreadPool;

/** Elasticsearch's REST interface behind the server of the Java library. */
final class PlainHttp extends AbstractLifecycleComponent implements HttpServerTransport {
  private final int port;
  private final ThreadPool pool;
  private final NamedXContentRegistry registry;
  private final Dispatcher dispatcher;
  private HttpServer server;

  PlainHttp(int port, ThreadPool pool, NamedXContentRegistry registry, Dispatcher dispatcher) {
    this.port = port;
    this.pool = pool;
    this.registry = registry;
    this.dispatcher = dispatcher;
  }

  @Override
  protected void doStart() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
      server.createContext("/", this::handle);
      server.setExecutor(Executors.newFixedThreadPool(8));
      server.start();
    } catch (IOException error) {
      throw new RuntimeException(error);
    }
  }

  @Override protected void doStop() { server.stop(0); }
  @Override protected void doClose() {}

  @Override
  public BoundTransportAddress boundAddress() {
    TransportAddress address = new TransportAddress(server.getAddress());
    return new BoundTransportAddress(new TransportAddress[] {address}, address);
  }

  @Override public HttpInfo info() { return new HttpInfo(boundAddress(), 100 << 20); }
  @Override public HttpStats stats() { return new HttpStats(0, 0); }

  private void handle(HttpExchange exchange) throws IOException {
    Request request = new Request(exchange);
    Channel channel = new Channel(exchange);
    RestRequest rest = RestRequest.request(registry, request, channel);
    AbstractRestChannel answering =
        new AbstractRestChannel(rest, true) {
          @Override public void sendResponse(RestResponse response) { channel.send(response); }
        };
    ThreadContext context = pool.getThreadContext();
    try (ThreadContext.StoredContext ignored = context.stashContext()) {
      dispatcher.dispatchRequest(rest, answering, context);
    }
  }

  private static final class Request implements HttpRequest {
    private final HttpExchange exchange;
    private final BytesReference content;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Request(HttpExchange exchange) throws IOException {
      this.exchange = exchange;
      content = new BytesArray(exchange.getRequestBody().readAllBytes());
      headers.putAll(exchange.getRequestHeaders());
    }

    @Override public RestRequest.Method method() {
      return RestRequest.Method.valueOf(exchange.getRequestMethod());
    }
    @Override public String uri() { return exchange.getRequestURI().toString(); }
    @Override public BytesReference content() { return content; }
    @Override public Map<String, List<String>> getHeaders() { return headers; }
    @Override public List<String> strictCookies() { return List.of(); }
    @Override public HttpVersion protocolVersion() { return HttpVersion.HTTP_1_1; }
    @Override public HttpRequest removeHeader(String header) { return this; }
    @Override public HttpResponse createResponse(RestStatus status, BytesReference content) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Channel implements HttpChannel {
    private final HttpExchange exchange;

    Channel(HttpExchange exchange) { this.exchange = exchange; }

    void send(RestResponse response) {
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(response.content().length());
        response.content().writeTo(bytes);
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        boolean isEmpty = bytes.size() == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status().getStatus(), isEmpty ? -1 : bytes.size());
        if (!isEmpty) bytes.writeTo(exchange.getResponseBody());
      } catch (IOException error) {
        // The client is gone.
      }
      exchange.close();
    }

    @Override public void sendResponse(HttpResponse response, ActionListener<Void> listener) {
      listener.onFailure(new UnsupportedOperationException());
    }
    @Override public InetSocketAddress getLocalAddress() { return exchange.getLocalAddress(); }
    @Override public InetSocketAddress getRemoteAddress() { return exchange.getRemoteAddress(); }
    @Override public void addCloseListener(ActionListener<Void> listener) {}
    @Override public boolean isOpen() { return true; }
    @Override public void close() { exchange.close(); }
  }
}
