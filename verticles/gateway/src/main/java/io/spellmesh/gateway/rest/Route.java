package io.spellmesh.gateway.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the table.
 *
 * @param path       with {@code {names}}; {@code {id}} is always a UUID
 * @param tag        what it is about
 * @param open       whether it is answered without a token
 * @param missing    what is said when what the path names is not there, or is another person's; the same
 *                   words for both, and none of a service's, so that neither can be told from the other
 * @param asks       address of the operation it asks first; absent if it asks none
 * @param body       what it takes
 * @param success    what it answers when all is well; the first is the usual one
 */
public record Route(HttpMethod method, String path, String tag, String summary, boolean open,
    List<Parameter<?>> parameters, List<String> headers, String missing, Optional<String> asks,
    Optional<Body> body, List<Success> success, Action action) {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** @param maxBytes larger bodies are refused */
  public record Body(Class<?> type, int maxBytes) {}

  /** @param type absent for an answer without a body */
  public record Success(int status, Optional<Class<?>> type, String mediaType) {}

  public Route {
    parameters = List.copyOf(parameters);
    headers = List.copyOf(headers);
    success = List.copyOf(success);
    if (success.isEmpty()) {
      throw new IllegalArgumentException(method + " " + path + " never succeeds");
    }
  }

  public static RouteDraft get(String path, String summary) {
    return new RouteDraft(HttpMethod.GET, path, summary);
  }

  public static RouteDraft post(String path, String summary) {
    return new RouteDraft(HttpMethod.POST, path, summary);
  }

  public static RouteDraft put(String path, String summary) {
    return new RouteDraft(HttpMethod.PUT, path, summary);
  }

  public static RouteDraft delete(String path, String summary) {
    return new RouteDraft(HttpMethod.DELETE, path, summary);
  }

  /** The names in the path, in order. */
  public List<String> names() {
    return NAME.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /** The path as the router wants it. */
  String routerPath() {
    return NAME.matcher(path).replaceAll(":$1");
  }

  /** What to say when what this request names is not there. */
  String missingIn(RoutingContext context) {
    Map<String, String> named = context.pathParams();
    return NAME.matcher(missing).replaceAll(found ->
        Matcher.quoteReplacement(Parameter.quote(named.getOrDefault(found.group(1), ""))));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
