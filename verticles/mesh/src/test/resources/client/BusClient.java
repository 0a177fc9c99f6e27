import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.hazelcast.config.Config;
import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.node.NodeOffers;
import io.spellmesh.contract.node.NodeProvider;
import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.contract.node.SocketInfo;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.user.Users;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program of somebody else's, on an older Java, that is a member of the bus, runs spells there and offers a node type. */
public final class BusClient {
  public static void main(String[] args) throws Exception {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName(args[0]);
    config.getNetworkConfig().setPort(0);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).addMember(args[1]);
    Vertx vertx = get(Vertx.builder().withClusterManager(new HazelcastClusterManager(config))
        .with(new io.vertx.core.VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1")))
        .buildClustered());
    MeshClient mesh = new MeshClient(vertx);
    String token = get(mesh.ask(Users.REGISTER, new Users.Register(args[4], "a long enough one",
        Optional.empty(), Optional.empty()))).accessToken();
    UUID me = get(mesh.ask(Users.ME, io.spellmesh.contract.Nothing.NOTHING, token)).id();
    ObjectNode file = Wire.read(Files.readAllBytes(Path.of(args[2])), ObjectNode.class);
    UUID spell = get(mesh.ask(Spells.IMPORT, new Spells.Import(file, Optional.empty()), token))
        .spells().get(0).id();

    List<RunEvent> heard = new ArrayList<>();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    get(vertx.eventBus().<JsonObject>consumer(Addresses.spellOf(me, spell), message -> {
      if (message.body().containsKey("events")) {
        heard.addAll(Wire.read(message.body(), RunGroup.class).events());
        if (heard.get(heard.size() - 1).isFinal()) {
          ended.complete(null);
        }
      }
    }).completion());
    ObjectNode inputs = Wire.read(args[3], ObjectNode.class);
    UUID run = get(mesh.ask(Runner.START, new Runner.Start(Optional.empty(), spell, inputs, Optional.empty(),
        Optional.empty()), token)).run();
    RunView view = get(mesh.ask(Runner.AWAIT, new Runner.Which(run), token));
    System.out.println("java " + Runtime.version().feature());
    System.out.println("outputs " + Wire.text(view.outputs().orElseThrow()));
    ended.get(30, TimeUnit.SECONDS);
    System.out.println("events " + heard.stream()
        .map(event -> event.seq() + ":" + event.kind())
        .collect(Collectors.joining(" ")));
    System.out.println("kept " + heard.equals(get(mesh.ask(Runner.SINCE,
        new Runner.Since(run, Optional.empty(), 0), token)).groups().stream()
        .flatMap(group -> group.events().stream()).collect(Collectors.toList())));
    System.out.println("spells " + get(mesh.ask(Spells.LIST,
        new Spells.Some(Optional.empty(), Optional.empty(), Page.first()), token)).items().size());
    System.out.println("stranger " + refusal(mesh, run));
    if (args.length > 5) {
      System.out.println("shout " + shout(vertx, mesh, token, Path.of(args[5]), args[6]));
    }
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    System.exit(0);
  }

  /** Offers a node type as the owner of the mesh, and runs a spell of somebody's that has it. */
  private static String shout(Vertx vertx, MeshClient mesh, String token, Path file, String linkCode)
      throws Exception {
    String admin = get(mesh.ask(Users.LINK, new Users.Link(linkCode))).accessToken();
    NodeTypeInfo type = new NodeTypeInfo("shout", "Shout", "Theirs", "Says it louder.", List.of(),
        List.of(new SocketInfo("trigger", "trigger", "triggerSocket", false),
            new SocketInfo("text", "text", "stringSocket", true)),
        List.of(new SocketInfo("trigger", "trigger", "triggerSocket", false),
            new SocketInfo("loud", "loud", "stringSocket", false)), List.of(), "pure");
    NodeProvider provider = new NodeProvider(vertx, mesh, new NodeOffers.Offer("older-java", List.of(type)),
        () -> Future.succeededFuture(admin), body -> Future.succeededFuture(new NodeOffers.Outcome(
            Map.of("loud", TextNode.valueOf(body.inputs().get("text").asText().toUpperCase(Locale.ROOT) + "! on "
                + Runtime.version().feature())), Optional.empty())));
    get(provider.open(Throwable::printStackTrace));
    UUID spell = get(mesh.ask(Spells.IMPORT, new Spells.Import(Wire.read(Files.readAllBytes(file), ObjectNode.class),
        Optional.empty()), token)).spells().get(0).id();
    UUID run = get(mesh.ask(Runner.START, new Runner.Start(Optional.empty(), spell,
        JsonNodeFactory.instance.objectNode().put("Input", "hear"), Optional.empty(), Optional.empty()), token)).run();
    RunView view = get(mesh.ask(Runner.AWAIT, new Runner.Which(run), token));
    get(provider.close());
    return view.outputs().map(outputs -> outputs.get("Output").asText()).orElse(view.toString());
  }

  private static String refusal(MeshClient mesh, UUID run) throws Exception {
    try {
      return get(mesh.ask(Runner.GET, new Runner.Which(run))).status().text();
    } catch (java.util.concurrent.ExecutionException refused) {
      return ((Failure) refused.getCause()).code().name();
    }
  }

  private static <T> T get(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
