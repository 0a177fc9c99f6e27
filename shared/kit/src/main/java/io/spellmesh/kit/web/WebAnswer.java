package io.spellmesh.kit.web;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers names in lower case; of one that came twice the first
 * @param body    decoded
 */
public record WebAnswer(int status, Map<String, String> headers, Buffer body) {}
