package io.spellmesh.nodes.completion;

import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Completions.Usage;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.Output;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the completion room for a node. */
final class Model {
  private static final String NO_MODEL =
      "no language model is configured (completion.openai): the offline responder answered, which is none";

  private Model() {}

  /** Continues a text, and shows it at an output meanwhile. */
  static String text(NodeRun run, String prompt, Sampling sampling, Output shown) {
    Text question = fitting(() -> new Text(prompt, Optional.of(sampling)));
    return told(run, run.ask(Completions.TEXT, question, shown)).text();
  }

  /** Continues a text that is not for showing. */
  static String text(NodeRun run, String prompt, Sampling sampling) {
    Text question = fitting(() -> new Text(prompt, Optional.of(sampling)));
    return told(run, run.ask(Completions.TEXT, question)).text();
  }

  /** Says what comes next in a conversation, and shows it at an output meanwhile. */
  static Completed chat(NodeRun run, Supplier<Chat> conversation, Output shown) {
    return told(run, run.ask(Completions.CHAT, fitting(conversation), shown));
  }

  /** Says what comes next in a conversation that is not for showing. */
  static Completed chat(NodeRun run, Supplier<Chat> conversation) {
    return told(run, run.ask(Completions.CHAT, fitting(conversation)));
  }

  /** @return one for each text, in order */
  static List<List<Double>> embeddings(NodeRun run, List<String> texts, Optional<String> model) {
    Completions.Embedded embedded = run.ask(Completions.EMBEDDINGS, fitting(() -> new Embed(texts, model)));
    if (embedded.provider().equals(Completions.OFFLINE)) {
      run.log("warn", "no language model is configured (completion.openai): words were counted, not understood");
    }
    used(run, embedded.model(), embedded.usage(), embedded.cost());
    return embedded.embeddings();
  }

  private static Completed told(NodeRun run, Completed answer) {
    if (answer.provider().equals(Completions.OFFLINE)) {
      run.log("warn", NO_MODEL);
    }
    used(run, answer.model(), answer.usage(), answer.cost());
    return answer;
  }

  private static void used(NodeRun run, String model, Optional<Usage> usage, Optional<Double> cost) {
    usage.ifPresent(tokens ->
        run.used(new RunEvent.Usage(model, tokens.promptTokens(), tokens.answerTokens(), cost)));
  }

  private static <Q> Q fitting(Supplier<Q> question) {
    try {
      return question.get();
    } catch (IllegalArgumentException unfit) {
      throw new NodeFailure(unfit.getMessage());
    }
  }
}
