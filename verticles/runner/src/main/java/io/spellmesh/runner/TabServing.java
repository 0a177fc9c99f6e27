package io.spellmesh.runner;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which question of a tab goes where. All of it is served to this process alone, beside the sockets. */
final class TabServing {
  private static final Logger LOG = LoggerFactory.getLogger(TabServing.class);

  private TabServing() {}

  static Future<?> serve(Member member, FairShare share, TabHandler tabs, OpenSpells spells,
      RunWatching watching, RunResuming resuming) {
    Serving serving = member.serving();
    return Future.all(List.of(
        serving.serveLocally(Tabs.OPEN, share.counted(tabs::open)),
        serving.serveLocally(Tabs.UPDATE, share.counted(tabs::update)),
        serving.serveLocally(Tabs.RUN, share.counted(tabs::run)),
        serving.serveLocally(Tabs.CANCEL, share.counted((caller, _, which) ->
            watching.cancel(caller, which).map(view -> new Tabs.Cancelled(view.status())))),
        serving.serveLocally(Tabs.ANSWER, share.counted((caller, _, answer) ->
            resuming.answer(caller, answer).map(view -> new Tabs.Answered(view.status())))),
        serving.serveLocally(Tabs.SINCE, share.counted((caller, _, since) -> watching.since(caller, since))),
        serving.serveLocally(Tabs.PLAY, share.counted(tabs::play)),
        serving.serveLocally(Tabs.PAUSE, share.counted(tabs::pause)),
        serving.serveLocally(Tabs.CLOSE, share.counted(tabs::close)),
        member.vertx().eventBus().<JsonObject>localConsumer(Addresses.socketEnded(member.id()),
            message -> ended(spells, message.body())).completion()));
  }

  private static void ended(OpenSpells spells, JsonObject body) {
    if (body.getValue("socket") instanceof String socket) {
      spells.end(socket, System.currentTimeMillis());
    } else {
      LOG.error("a socket has ended and nobody says which");
    }
  }
}
