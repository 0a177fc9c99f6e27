package io.spellmesh.completion.offline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what was said into a question, as Joseph Weizenbaum's ELIZA did (Communications of the ACM 9, 1966): the
 * first rule whose words occur, and the rest of the sentence with its persons turned round. Rules and words are
 * this project's own. The same words always get the same answer.
 */
final class Responder {
  /** @param answers with {@code %s} where the turned rest of the sentence goes */
  private record Rule(Pattern words, List<String> answers) {
    static Rule of(String words, String... answers) {
      return new Rule(Pattern.compile("\\b(?:" + words + ")\\b[ ,]*([^.!?;]{0,200})", Pattern.CASE_INSENSITIVE),
          List.of(answers));
    }

    Optional<String> answer(String said) {
      Matcher found = words.matcher(said);
      if (!found.find()) {
        return Optional.empty();
      }
      String rest = turned(found.group(1));
      List<String> fitting = answers.stream().filter(answer -> !rest.isEmpty() || !answer.contains("%s")).toList();
      return fitting.isEmpty() ? Optional.empty() : Optional.of(pick(fitting, said).replace("%s", rest));
    }
  }

  private static final List<Rule> RULES = List.of(
      Rule.of("hello|hi|hey|good (?:morning|evening|day)|greetings",
          "Hello. What would you like to talk about?", "Good to see you. What is on your mind?"),
      Rule.of("bye|goodbye|farewell|see you", "Goodbye. I was glad to listen.", "Until next time."),
      Rule.of("thank you|thanks", "You are welcome. Shall we go on?", "Gladly. What else is there?"),
      Rule.of("sorry", "There is nothing to be sorry for. Go on.", "It is quite all right."),
      Rule.of("i need|i want|i would like", "What would it change if you had %s?", "Why %s, of all things?"),
      Rule.of("i am|i'm|i feel", "How long have you been %s?", "What made you %s?", "Does it suit you to be %s?"),
      Rule.of("i can't|i cannot", "What would happen if you could %s?", "Who says that you cannot %s?"),
      Rule.of("i think|i believe", "What makes you so sure that %s?", "And if it were otherwise?"),
      Rule.of("i remember", "What else comes back with %s?", "Why do you think of %s just now?"),
      Rule.of("you are|you're", "What makes you say that I am %s?", "Would it help you if I were %s?"),
      Rule.of("do you|can you|could you|will you|would you",
          "What would it mean to you if I did %s?", "I am a simple responder. Do you think I should %s?"),
      Rule.of("because", "Is that the whole reason?", "What other reasons might there be?"),
      Rule.of("if", "How likely is it that %s?", "What do you hope for, if %s?"),
      Rule.of("my", "Tell me more about your %s.", "Why do you mention your %s?"),
      Rule.of("who|what|when|where|why|how",
          "Why do you ask?", "What would you like the answer to be?", "What have you tried to find out so far?"),
      Rule.of("yes|yeah|sure|certainly", "You seem certain. Tell me more.", "I see. And then?"),
      Rule.of("no|not|never|nothing", "Why not?", "Is that always so?"));

  private static final List<String> OTHERWISE = List.of("Please go on.", "Tell me more about that.",
      "How does that look from where you are?", "I follow. What comes next?", "What does that suggest to you?");

  private static final Map<String, String> TURNED = Map.ofEntries(Map.entry("i", "you"), Map.entry("me", "you"),
      Map.entry("my", "your"), Map.entry("mine", "yours"), Map.entry("myself", "yourself"),
      Map.entry("am", "are"), Map.entry("i'm", "you are"), Map.entry("i've", "you have"),
      Map.entry("you", "I"), Map.entry("your", "my"), Map.entry("yours", "mine"),
      Map.entry("yourself", "myself"), Map.entry("you're", "I am"));

  private Responder() {}

  static String answer(String said) {
    return RULES.stream().map(rule -> rule.answer(said)).flatMap(Optional::stream).findFirst()
        .orElseGet(() -> pick(OTHERWISE, said));
  }

  private static String turned(String rest) {
    return Pattern.compile("\\s+").splitAsStream(rest.strip())
        .map(word -> TURNED.getOrDefault(word.toLowerCase(Locale.ROOT), word))
        .collect(Collectors.joining(" "));
  }

  private static String pick(List<String> answers, String said) {
    return answers.get(Math.floorMod(said.hashCode(), answers.size()));
  }
}
