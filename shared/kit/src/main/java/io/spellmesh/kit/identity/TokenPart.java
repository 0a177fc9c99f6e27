package io.spellmesh.kit.identity;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;

/** One of the three parts of a token: strict base64url around strict JSON. */
final class TokenPart {
  private static final int DEEPEST = 4;
  private static final JsonMapper STRICT = strict();

  private TokenPart() {}

  /** @throws io.spellmesh.contract.Failure UNAUTHENTICATED */
  static byte[] bytes(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      // One text per value: the decoder also takes padding and stray bits at the end.
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw TokenVerifier.refused();
    }
    throw TokenVerifier.refused();
  }

  /** @throws io.spellmesh.contract.Failure UNAUTHENTICATED */
  static ObjectNode object(String part) {
    try {
      JsonNode json = STRICT.readTree(bytes(part));
      if (json instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException notStrictJson) {
      throw TokenVerifier.refused();
    }
    throw TokenVerifier.refused();
  }

  private static JsonMapper strict() {
    JsonMapper mapper = JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
    mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder()
        .maxNestingDepth(DEEPEST).build());
    return mapper;
  }
}
