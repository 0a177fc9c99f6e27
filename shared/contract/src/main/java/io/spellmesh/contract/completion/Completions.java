package io.spellmesh.contract.completion;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.stream.StreamingOperation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What language models answer. Fails with PROVIDER_FAILED or TOO_MANY in the provider's words, with
 * UNPROCESSABLE where the provider refuses the question, and with CANCELLED where it was stopped.
 */
public interface Completions {
  /** Continues a text. */
  StreamingOperation<Text, Completed> TEXT =
      StreamingOperation.at("spellmesh.completion.text", Text.class, Completed.class);
  /** Says what comes next in a conversation. */
  StreamingOperation<Chat, Completed> CHAT =
      StreamingOperation.at("spellmesh.completion.chat", Chat.class, Completed.class);
  /** Places texts in a space where what is alike is near. */
  Operation<Embed, Embedded> EMBEDDINGS =
      Operation.at("spellmesh.completion.embeddings", Embed.class, Embedded.class)
          .withPatience(Duration.ofSeconds(60));

  /** Name of the provider that needs no key and is no language model: a responder after ELIZA (1966). */
  String OFFLINE = "offline";

  /** Characters of one question, all its texts together. */
  int LONGEST_QUESTION = 4_000_000;
  int MOST_MESSAGES = 10_000;
  int MOST_TEXTS = 2_000;
  int MOST_STOPS = 16;
  int MOST_TOOLS = 128;

  /**
   * How the next word is chosen. What is absent is the provider's default.
   *
   * @param model            as the provider names it; absent means the one that is configured
   * @param temperature      0 to 2: 0 for the likeliest word, more for surprises
   * @param maxTokens        where to end, at least 1
   * @param topP             0 to 1: how much of the likeliest to choose from
   * @param frequencyPenalty -2 to 2
   * @param presencePenalty  -2 to 2
   * @param stop             texts before which to end, at most 16, none empty
   */
  record Sampling(Optional<String> model, Optional<Double> temperature, Optional<Integer> maxTokens,
      Optional<Double> topP, Optional<Double> frequencyPenalty, Optional<Double> presencePenalty,
      Optional<List<String>> stop) {
    public static final Sampling USUAL = new Sampling(Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Sampling {
      inRange("temperature", temperature, 0, 2);
      inRange("topP", topP, 0, 1);
      inRange("frequencyPenalty", frequencyPenalty, -2, 2);
      inRange("presencePenalty", presencePenalty, -2, 2);
      if (maxTokens.filter(most -> most < 1).isPresent()) {
        throw new IllegalArgumentException("maxTokens is " + maxTokens.get() + ", must be at least 1");
      }
      stop = stop.map(List::copyOf);
      if (stop.filter(texts -> texts.size() > MOST_STOPS || texts.contains("")).isPresent()) {
        throw new IllegalArgumentException("stop has " + stop.get().size() + " texts, must have at most "
            + MOST_STOPS + ", and none that is empty");
      }
    }

    private static void inRange(String name, Optional<Double> value, double least, double most) {
      if (value.filter(number -> !(number >= least && number <= most)).isPresent()) {
        throw new IllegalArgumentException(
            name + " is " + value.get() + ", must be " + (int) least + " to " + (int) most);
      }
    }
  }

  /** @param prompt what to continue, at most 4,000,000 characters */
  record Text(String prompt, Optional<Sampling> sampling) {
    public Text {
      requireShort(Objects.requireNonNull(prompt, "prompt is missing").length());
    }
  }

  /**
   * @param messages 1 to 10,000, at most 4,000,000 characters together
   * @param function what the model may call in place of an answer: {@code {name, description, parameters}},
   *                 the last a JSON schema
   * @param tools    what it may call before it answers, as often as it likes: at most 128, each of a name of its
   *                 own. Who asks makes the calls, and asks again with what they gave
   * @param schema   the JSON schema of the answer, for providers that can be bound to one; others pass it over,
   *                 so the answer has to be looked at all the same
   */
  record Chat(List<Message> messages, Optional<Sampling> sampling, Optional<ObjectNode> function,
      Optional<List<Tool>> tools, Optional<ObjectNode> schema) {
    public Chat {
      messages = List.copyOf(Objects.requireNonNull(messages, "messages are missing"));
      if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
        throw new IllegalArgumentException(
            "messages are " + messages.size() + ", must be 1 to " + MOST_MESSAGES);
      }
      requireShort(messages.stream().mapToLong(Message::length).sum());
      if (function.filter(called -> !called.path("name").isTextual()).isPresent()) {
        throw new IllegalArgumentException("function has no name");
      }
      tools = tools.map(List::copyOf);
      tools.ifPresent(Completions::requireDistinct);
    }

    /** Without tools, and with an answer of any form. */
    public Chat(List<Message> messages, Optional<Sampling> sampling, Optional<ObjectNode> function) {
      this(messages, sampling, function, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What a model may call.
   *
   * @param name        1 to 64 letters, digits, underscores and hyphens
   * @param description for the model: what it does, and when to call it
   * @param parameters  the JSON schema of its arguments, of an object
   */
  record Tool(String name, String description, ObjectNode parameters) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Tool {
      Objects.requireNonNull(description, "description is missing");
      Objects.requireNonNull(parameters, "parameters are missing, must be a JSON schema");
      if (!NAME.matcher(Objects.requireNonNull(name, "name is missing")).matches()) {
        throw new IllegalArgumentException(
            "a tool's name is '" + name + "', must be 1 to 64 letters, digits, underscores and hyphens");
      }
    }
  }

  /**
   * A call that a model makes.
   *
   * @param id        by which its answer is told from others
   * @param arguments as the model wrote them: JSON, if it did well
   */
  record ToolCall(String id, String name, String arguments) {
    public ToolCall {
      Objects.requireNonNull(id, "id is missing");
      Objects.requireNonNull(name, "name is missing");
      Objects.requireNonNull(arguments, "arguments are missing");
    }
  }

  /**
   * @param calls   what the assistant calls; only with its role
   * @param answers id of the call that this is the answer of; with the role of a tool, and only then
   */
  record Message(Role role, String content, Optional<List<ToolCall>> calls, Optional<String> answers) {
    public Message {
      Objects.requireNonNull(role, "role is missing");
      Objects.requireNonNull(content, "content is missing");
      calls = calls.map(List::copyOf);
      if (calls.isPresent() && role != Role.ASSISTANT) {
        throw new IllegalArgumentException("calls are made by an assistant, and by no other role");
      }
      if (answers.isPresent() != (role == Role.TOOL)) {
        throw new IllegalArgumentException("answers must name a call if the role is tool, and only then");
      }
    }

    public Message(Role role, String content) {
      this(role, content, Optional.empty(), Optional.empty());
    }

    private long length() {
      return content.length()
          + calls.orElse(List.of()).stream().mapToLong(call -> call.arguments().length()).sum();
    }
  }

  /** Whose words they are. */
  enum Role {
    @JsonProperty("system") SYSTEM,
    @JsonProperty("user") USER,
    @JsonProperty("assistant") ASSISTANT,
    @JsonProperty("tool") TOOL
  }

  /**
   * @param text     the whole; may be empty if the model calls something
   * @param call     the first of the calls, for those who let it call one function
   * @param provider who made it; {@link #OFFLINE} is no language model
   * @param model    as the provider names what it used
   * @param usage    as the provider counts
   * @param calls    of tools, in order; absent if there are none
   * @param cost     in US dollars, by the operator's table of prices; absent if that is not known
   */
  record Completed(String text, Optional<Call> call, String provider, String model, Optional<Usage> usage,
      Optional<List<ToolCall>> calls, Optional<Double> cost) {
    public Completed {
      calls = calls.map(List::copyOf);
    }

    /** Of a cost that is not known. */
    public Completed(String text, Optional<Call> call, String provider, String model, Optional<Usage> usage,
        Optional<List<ToolCall>> calls) {
      this(text, call, provider, model, usage, calls, Optional.empty());
    }

    public Completed(String text, Optional<Call> call, String provider, String model, Optional<Usage> usage) {
      this(text, call, provider, model, usage, Optional.empty());
    }

    /** The same answer at this price. */
    public Completed costing(Optional<Double> dollars) {
      return new Completed(text, call, provider, model, usage, calls, dollars);
    }
  }

  /** @param arguments as the model wrote them: JSON, if it did well */
  record Call(String name, String arguments) {}

  /** In model tokens. */
  record Usage(int promptTokens, int answerTokens) {}

  /** @param texts 1 to 2,000, at most 4,000,000 characters together */
  record Embed(List<String> texts, Optional<String> model) {
    public Embed {
      texts = List.copyOf(Objects.requireNonNull(texts, "texts are missing"));
      if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
        throw new IllegalArgumentException("texts are " + texts.size() + ", must be 1 to " + MOST_TEXTS);
      }
      requireShort(texts.stream().mapToLong(String::length).sum());
    }
  }

  /**
   * @param embeddings one for each text, in order, all of one length
   * @param usage      as the provider counts
   * @param cost       in US dollars, by the operator's table of prices; absent if that is not known
   */
  record Embedded(List<List<Double>> embeddings, String provider, String model, Optional<Usage> usage,
      Optional<Double> cost) {

    /** Of a cost that is not known. */
    public Embedded(List<List<Double>> embeddings, String provider, String model, Optional<Usage> usage) {
      this(embeddings, provider, model, usage, Optional.empty());
    }

    public Embedded(List<List<Double>> embeddings, String provider, String model) {
      this(embeddings, provider, model, Optional.empty());
    }

    /** The same answer at this price. */
    public Embedded costing(Optional<Double> dollars) {
      return new Embedded(embeddings, provider, model, usage, dollars);
    }
  }

  private static void requireDistinct(List<Tool> tools) {
    if (tools.isEmpty() || tools.size() > MOST_TOOLS) {
      throw new IllegalArgumentException("tools are " + tools.size() + ", must be 1 to " + MOST_TOOLS);
    }
    Set<String> names = new HashSet<>();
    tools.stream().map(Tool::name).filter(name -> !names.add(name)).findFirst().ifPresent(twice -> {
      throw new IllegalArgumentException("two tools are called '" + twice + "', must have names of their own");
    });
  }

  private static void requireShort(long characters) {
    if (characters > LONGEST_QUESTION) {
      throw new IllegalArgumentException("the question has " + characters
          + " characters, must have at most " + LONGEST_QUESTION);
    }
  }
}
