import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.elasticsearch.Version;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.cluster.node.DiscoveryNode;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.TcpChannel;
import org.elasticsearch.transport.TcpServerChannel;
import org.elasticsearch.transport.TcpTransport;

/** Elasticsearch's protocol between nodes over sockets, with two threads for each connection. */
final class PlainTransport extends TcpTransport {
  PlainTransport(
      Settings settings, ThreadPool pool, PageCacheRecycler recycler,
      CircuitBreakerService breakers, NamedWriteableRegistry registry, NetworkService network) {
    super("plain", settings, Version.CURRENT, pool, recycler, breakers, registry, network);
  }

  @Override
  protected void doStart() {
    super.doStart();
    for (ProfileSettings profile : profileSettings) bindServer(profile);
  }

  @Override
  protected TcpServerChannel bind(String name, InetSocketAddress address) throws IOException {
    Listener listener = new Listener(name, address);
    daemon(listener::run, "accept");
    return listener;
  }

  @Override
  protected TcpChannel initiateChannel(DiscoveryNode node) throws IOException {
    InetSocketAddress address = node.getAddress().address();
    Channel channel = new Channel("default", new Socket(), false);
    daemon(() -> channel.connect(address), "connect");
    return channel;
  }

  @Override
  protected void stopInternal() {}

  private static void daemon(Runnable body, String name) {
    Thread thread = new Thread(body, "plain-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void complete(
      CompletableFuture<Void> future, ActionListener<Void> listener) {
    future.whenComplete(
        (nothing, error) -> {
          if (error == null) listener.onResponse(null);
          else listener.onFailure(error instanceof Exception ? (Exception) error : new IOException(error));
        });
  }

  private final class Listener implements TcpServerChannel {
    private final String profile;
    private final ServerSocket socket = new ServerSocket();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    Listener(String profile, InetSocketAddress address) throws IOException {
      this.profile = profile;
      socket.setReuseAddress(true);
      socket.bind(address);
    }

    void run() {
      while (!socket.isClosed()) {
        try {
          Channel channel = new Channel(profile, socket.accept(), true);
          serverAcceptedChannel(channel);
          channel.serve();
        } catch (IOException error) {
          // The socket was closed, or a connection ended before it began.
        }
      }
    }

    @Override public String getProfile() { return profile; }
    @Override public InetSocketAddress getLocalAddress() {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }
    @Override public boolean isOpen() { return !socket.isClosed(); }
    @Override public void addCloseListener(ActionListener<Void> listener) {
      complete(closed, listener);
    }
    @Override public void close() {
      try { socket.close(); } catch (IOException error) { /* It is closed all the same. */ }
      closed.complete(null);
    }
  }

  private record Message(byte[] bytes, ActionListener<Void> listener) {}

  private final class Channel implements TcpChannel {
    private final String profile;
    private final Socket socket;
    private final boolean isServer;
    private final ChannelStats stats = new ChannelStats();
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private volatile InetSocketAddress remote;

    Channel(String profile, Socket socket, boolean isServer) {
      this.profile = profile;
      this.socket = socket;
      this.isServer = isServer;
      remote = (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    void connect(InetSocketAddress address) {
      try {
        remote = address;
        socket.connect(address, 10_000);
        serve();
        connected.complete(null);
      } catch (IOException error) {
        connected.completeExceptionally(error);
        close();
      }
    }

    void serve() throws IOException {
      socket.setTcpNoDelay(true);
      connected.complete(null);
      daemon(this::read, "read");
      daemon(this::write, "write");
    }

    private void read() {
      try (InputStream input = socket.getInputStream()) {
        byte[] buffer = new byte[1 << 16];
        int filled = 0;
        while (true) {
          if (filled == buffer.length) buffer = Arrays.copyOf(buffer, 2 * buffer.length);
          int count = input.read(buffer, filled, buffer.length - filled);
          if (count < 0) break;
          filled += count;
          int start = 0;
          while (start < filled) {
            // A message is kept by those who handle it, so it gets bytes of its own.
            byte[] rest = Arrays.copyOfRange(buffer, start, filled);
            int used = consumeNetworkReads(this, new BytesArray(rest));
            if (used == 0) break;
            start += used;
          }
          System.arraycopy(buffer, start, buffer, 0, filled - start);
          filled -= start;
        }
      } catch (Exception error) {
        onException(this, error);
      }
      close();
    }

    private void write() {
      try (OutputStream output = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
        while (isOpen()) {
          Message message = messages.take();
          output.write(message.bytes());
          if (messages.isEmpty()) output.flush();
          message.listener().onResponse(null);
        }
      } catch (Exception error) {
        close();
      }
      for (Message left; (left = messages.poll()) != null; )
        left.listener().onFailure(new IOException("closed"));
    }

    @Override public void sendMessage(BytesReference bytes, ActionListener<Void> listener) {
      if (!isOpen()) {
        listener.onFailure(new IOException("closed"));
        return;
      }
      ByteArrayOutputStream copy = new ByteArrayOutputStream(bytes.length());
      try { bytes.writeTo(copy); } catch (IOException error) { throw new RuntimeException(error); }
      messages.add(new Message(copy.toByteArray(), listener));
    }

    @Override public boolean isServerChannel() { return isServer; }
    @Override public String getProfile() { return profile; }
    @Override public InetSocketAddress getLocalAddress() {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }
    @Override public InetSocketAddress getRemoteAddress() { return remote; }
    @Override public void addConnectListener(ActionListener<Void> listener) {
      complete(connected, listener);
    }
    @Override public ChannelStats getChannelStats() { return stats; }
    @Override public boolean isOpen() { return !closed.isDone(); }
    @Override public void addCloseListener(ActionListener<Void> listener) {
      complete(closed, listener);
    }
    @Override public void close() {
      try { socket.close(); } catch (IOException error) { /* It is closed all the same. */ }
      if (closed.complete(null)) messages.add(new Message(new byte[0], ActionListener.wrap(() -> {})));
    }
    @Override public String toString() { return "channel to " + remote; }
  }
}
