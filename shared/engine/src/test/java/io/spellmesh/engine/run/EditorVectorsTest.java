package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.NodeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real runs with what the engine knows of them, by which the editor's replay is tested: it has to come to the
 * same steps in the same order, and to the same inputs of each, from the events alone.
 */
class EditorVectorsTest {
  private static final Path FOLDER =
      Path.of("..", "..", "verticles", "editor", "src", "run", "vectors");
  private static final ObjectWriter PRETTY = Wire.mapper().writerWithDefaultPrettyPrinter();
  private static final String HOW = """
      Runs go another way than those that the editor's replay was tested with. If that is meant, write them anew with
        ./mvnw -pl shared/engine test -Dtest=EditorVectorsTest -Deditor.vectors=write
      then run npm test in verticles/editor, and commit the difference.""";

  private enum Vector {
    CHAIN {
      @Override
      void draw(Drawing spell, Drawing child) {
        String in = spell.add("Input", "a");
        String echo = spell.add("Echo");
        String gather = spell.add("Gather");
        spell.data(in).put("useDefault", true).put("defaultValue", "hello");
        spell.then(in, echo).give(in, echo).then(echo, gather).wire(echo, "output", gather, "x")
            .wire(in, "output", gather, "y");
        exit(spell, gather);
      }
    },
    NESTED_LOOPS {
      @Override
      void draw(Drawing spell, Drawing child) {
        String go = spell.add("Trigger In");
        String outer = spell.add("For Each");
        spell.data(outer).put("count", 2);
        String inner = spell.add("For Each");
        spell.data(inner).put("count", 3);
        String body = spell.add("Gather");
        String end = spell.add("Gather");
        spell.then(go, outer).wire(outer, "each", inner, "trigger").wire(inner, "each", body, "trigger")
            .wire(outer, "index", body, "row").wire(inner, "index", body, "column")
            .wire(outer, "done", end, "trigger").wire(body, "output", end, "last");
        exit(spell, end);
      }
    },
    SUB_SPELL_IN_A_LOOP {
      @Override
      void draw(Drawing spell, Drawing child) {
        String go = spell.add("Trigger In");
        String loop = spell.add("For Each");
        spell.data(loop).put("count", 2);
        String sub = spell.add("Spell");
        spell.data(sub).put("spell", "child");
        String gather = spell.add("Gather");
        spell.socket(sub, "inputs", "a", "a", false).socket(sub, "outputs", "sum", "sum", false)
            .then(go, loop).wire(loop, "each", sub, "trigger").wire(loop, "index", sub, "a").then(sub, gather)
            .wire(sub, "sum", gather, "x");
        String in = child.add("Input", "a");
        String echo = child.add("Echo");
        child.then(in, echo).give(in, echo);
        exit(child, echo, "sum");
      }
    },
    CAUGHT_AND_RETRIED {
      @Override
      void draw(Drawing spell, Drawing child) {
        String go = spell.add("Trigger In");
        String fail = spell.add("Fail");
        spell.data(fail).put("retries", 2).put("backoff", 0);
        String after = spell.add("Gather");
        spell.then(go, fail).wire(fail, "error", after, "trigger").wire(fail, "message", after, "why");
        exit(spell, after);
      }
    },
    BYPASSED {
      @Override
      void draw(Drawing spell, Drawing child) {
        String in = spell.add("Input", "a");
        String gather = spell.add("Gather");
        String loop = spell.add("For Each");
        String end = spell.add("Gather");
        spell.data(in).put("useDefault", true).put("defaultValue", "hello");
        spell.data(gather).put("disabled", true);
        spell.data(loop).put("count", 2).put("disabled", true);
        spell.then(in, gather).wire(in, "output", gather, "x").then(gather, loop)
            .wire(loop, "each", spell.add("Echo"), "trigger").wire(loop, "done", end, "trigger")
            .wire(gather, "output", end, "x");
        exit(spell, end);
      }
    },
    FAILED {
      @Override
      void draw(Drawing spell, Drawing child) {
        spell.then(spell.add("Trigger In"), spell.add("Mix"), spell.add("Fail"));
      }
    };

    abstract void draw(Drawing spell, Drawing child);

    private static void exit(Drawing spell, String from) {
      exit(spell, from, "out");
    }

    private static void exit(Drawing spell, String from, String name) {
      String output = spell.add("Output", name);
      spell.then(from, output).give(from, output);
    }

    Path file() {
      return FOLDER.resolve(name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".json");
    }
  }

  @ParameterizedTest
  @EnumSource
  void isWhatTheEditorsReplayIsTestedWith(Vector vector) throws IOException {
    String now = PRETTY.writeValueAsString(record(vector)) + "\n";
    if ("write".equals(System.getProperty("editor.vectors"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(vector.file(), now);
    }

    assertEquals(Files.readString(vector.file()), now, HOW);
  }

  private static ObjectNode record(Vector vector) {
    Drawing spell = new Drawing();
    Drawing child = new Drawing();
    vector.draw(spell, child);
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    NodeCatalog catalog = Samples.watched(run -> {
      ObjectNode inputs = given.putObject(run.key().substring(run.key().indexOf('/') + 1));
      run.inputs().forEach(inputs::set);
    });
    Linker linker = new Linker("root", "root", Stage.plan(spell, catalog));
    linker.missing().forEach(missing -> linker.found(missing, "child", "child", Stage.plan(child, catalog)));
    Heard heard = Stage.play(linker.link(), Stage.json("{}"), RunSettings.USUAL, new SeededHost(0));

    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.set("graph", spell.graph());
    record.set("events", Wire.mapper().valueToTree(heard.events()));
    ObjectNode expected = record.putObject("expected");
    heard.started().forEach(expected.putArray("started")::add);
    heard.all(RunEvent.NodeCompleted.class).forEach(done -> expected.withArray("completed").addObject()
        .put("step", done.step()).set("outputs", Wire.mapper().<JsonNode>valueToTree(done.outputs())));
    expected.set("given", given);
    return record;
  }
}
