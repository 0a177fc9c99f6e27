package io.spellmesh.gateway.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a request of a session brings: an array of texts, each a frame of the bridge. */
final class XhrFrames {
  /**
   * Frames in one request. Clients send what came up while the last one was under way; each frame that says
   * nothing is answered with some hundred bytes of heap, and a megabyte has room for 250,000 of them.
   */
  static final int MOST = 1_000;

  private static final JsonFactory JSON = new JsonFactory();

  private XhrFrames() {}

  /** Whether SockJS may have it. What is no JSON it may: it has its own words for that. */
  static boolean areTaken(Buffer body) {
    try (JsonParser parser = JSON.createParser(text(body))) {
      int frames = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean isEdge = parser.getParsingContext().getNestingDepth() <= 1
            && (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY);
        if (!isEdge && (token != JsonToken.VALUE_STRING || ++frames > MOST)) {
          return false;
        }
      }
      return true;
    } catch (CharacterCodingException noText) {
      return false;
    } catch (JsonProcessingException noJson) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Buffer body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
  }
}
