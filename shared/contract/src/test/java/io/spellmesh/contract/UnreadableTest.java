package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTest {
  record Inner(String name, int size) {
    Inner {
      if (size < 1) {
        throw new IllegalArgumentException("size is " + size + ", must be at least 1");
      }
    }
  }

  /** Forgets to look before it uses. */
  record Careless(Optional<List<String>> names) {
    Careless {
      names.orElse(null).size();
    }
  }

  enum Pace { SLOW, FAST }

  record Outer(UUID id, Optional<Pace> pace, Optional<List<Inner>> inners, Optional<ObjectNode> graph,
      Optional<JsonNode> value, Optional<Boolean> flag, Optional<Double> number, Optional<Instant> at,
      Optional<String> text, Optional<Careless> careless) {}

  private static final String ID = "\"id\":\"00000000-0000-4000-8000-000000000001\"";

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `{`                          | not JSON: it ends too early at line 1, column 2
      ``                           | the body is not an object
      `hello`                      | not JSON at line 1, column 6
      `{ID,}`                      | not JSON at line 1, column 46
      `{ID} x`                     | not JSON at line 1, column 48
      `{ID} {}`                    | not JSON: something follows after its end
      `{ID,ID}`                    | a field is there twice at line 1, column 50
      `{ID,"graph":{"a":1,"a":2}}` | a field is there twice at line 1, column 64
      `null`                       | the body is null, must be an object
      `[]`                         | the body is not an object
      `"text"`                     | the body is not an object
      `{}`                         | 'id' is missing, must be a UUID
      `{"id":null}`                | 'id' is missing, must be a UUID
      `{"id":""}`                  | 'id' must be a UUID
      `{"id":"x"}`                 | 'id' is 'x', must be a UUID
      `{"id":7}`                   | 'id' is '7', must be a UUID
      `{"id":{}}`                  | 'id' must be a UUID
      `{ID,"pace":"SLOWER"}`       | 'pace' is 'SLOWER', must be one of SLOW, FAST
      `{ID,"pace":0}`              | 'pace' is '0', must be one of SLOW, FAST
      `{ID,"inners":7}`            | 'inners' must be a list
      `{ID,"inners":[7]}`          | 'inners[0]' must be an object
      `{ID,"inners":[{"name":"a","size":"1"}]}`  | 'inners[0].size' must be a whole number
      `{ID,"inners":[{"name":"a","size":1.5}]}`  | 'inners[0].size' is '1.5', must be a whole number
      `{ID,"inners":[{"name":"a"}]}`             | 'inners[0].size' is missing, must be a whole number
      `{ID,"inners":[{"size":1}]}`               | 'inners[0].name' is missing, must be a string
      `{ID,"inners":[{"name":5,"size":1}]}`      | 'inners[0].name' must be a string
      `{ID,"inners":[{"name":true,"size":1}]}`   | 'inners[0].name' must be a string
      `{ID,"inners":[{"name":"a","size":0}]}`    | 'inners[0]': size is 0, must be at least 1
      `{ID,"inners":[{"name":"","size":9999999999}]}` | 'inners[0].size' is too large, must be a whole number
      `{ID,"graph":[]}`            | 'graph' must be an object
      `{ID,"graph":"x"}`           | 'graph' must be an object
      `{ID,"flag":"true"}`         | 'flag' must be true or false
      `{ID,"flag":1}`              | 'flag' is '1', must be true or false
      `{ID,"at":"yesterday"}`      | 'at' is 'yesterday', must be a time such as 2026-11-22T10:00:00.000Z
      `{ID,"text":5}`              | 'text' must be a string
      `{ID,"careless":{}}`         | 'careless' cannot be read
      `{ID,"number":1e999}`        | 'number' is not finite, must be between -1.8e308 and 1.8e308
      `{ID,"value":[0,{"x":-1e999}]}` | 'value[1].x' is not finite, must be between -1.8e308 and 1.8e308
      `{ID,"value":NaN}`           | a number is not finite, must be between -1.8e308 and 1.8e308
      """)
  void saysWhatIsWrongAndWhatWouldBeRight(String json, String message) {
    Failure failure = refused(json.replace("ID", ID));

    assertEquals(message, failure.getMessage());
    assertEquals(FailureCode.BAD_REQUEST, failure.code());
  }

  @Test
  void bearsTenThousandLevels() {
    String deep = "{" + ID + ",\"value\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

    String message = "the JSON is too deep or a part of it too long: at most 200 levels";
    assertEquals(message, refused(deep).getMessage());
    assertEquals(message,
        assertThrows(Failure.class, () -> Wire.read("[".repeat(10_000), JsonNode.class)).getMessage());
  }

  @Test
  void namesChoicesAsTheyAreWritten() {
    Failure failure = assertThrows(Failure.class, () -> Wire.read("\"RUNNING\"", RunStatus.class));

    assertEquals("the body is 'RUNNING', must be one of running, waiting, completed, failed, cancelled, "
        + "interrupted", failure.getMessage());
  }

  @Test
  void quotesLittleOfALongValue() {
    Failure failure = refused("{\"id\":\"" + "x".repeat(100_000) + "\"}");

    assertFalse(failure.getMessage().length() > 120, failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "x", "{} {}", "{\"id\":{}}", "{\"pace\":3}", "{ID,\"careless\":{}}",
      "{ID,\"pace\":3}", "{ID,\"inners\":[[[]]]}", "{ID,\"value\":1e999}", "{\"a\":1,\"a\":2}"})
  void neverShowsAClassOrTheParser(String json) {
    String message = refused(json.replace("ID", ID)).getMessage();

    for (String inside : List.of("io.spellmesh", "java.", "jackson", "Exception", "UnreadableTest", "Source:",
        "Outer", "Inner", "Optional", "DeserializationFeature")) {
      assertFalse(message.contains(inside), message);
    }
  }

  private static Failure refused(String json) {
    Failure failure = assertThrows(Failure.class, () -> Wire.read(json, Outer.class), json);
    Failure ofBytes = assertThrows(Failure.class,
        () -> Wire.read(json.getBytes(StandardCharsets.UTF_8), Outer.class), json);
    assertEquals(failure.code(), ofBytes.code());
    return failure;
  }
}
